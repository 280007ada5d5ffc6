import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { byIdInput } from "@/server/trpc/inputs";
import { townshipList } from "@/server/trpc/procedures";
import { participationOf } from "./data";

/** Where a deputy took part, collected from every kind of record that names deputies. */
export const participationRouter = router({
  ofDeputy: townshipList("participation:read").input(byIdInput).query(query(participationOf)),
});
