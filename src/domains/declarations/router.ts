import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { reasonInput } from "@/server/trpc/inputs";
import { townshipCommand, townshipQuery } from "@/server/trpc/procedures";
import { declareNone, revokeNone } from "./commands";
import { declarationsOf } from "./data";
import { declarationsInput, declareNoneInput } from "./schema";

/** What a township had none of in a year, said and signed by itself: 无 is not the same as 未录. */
export const declarationsRouter = router({
  ofYear: townshipQuery("declarations:read").input(declarationsInput).query(query(declarationsOf)),
  declareNone: townshipCommand("declarations:write").input(declareNoneInput).mutation(command(declareNone)),
  revokeNone: townshipCommand("declarations:write").input(reasonInput).mutation(command(revokeNone)),
});
