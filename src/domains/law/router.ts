import { command } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand } from "@/server/trpc/procedures";
import { overrideLaw } from "./commands";
import { overrideLawInput } from "./schema";

/** A county's own rules of law: they stand above the slices, because the days those have stored move with them. */
export const lawRouter = router({
  override: countyCommand("tenancy:manage").input(overrideLawInput).mutation(command(overrideLaw)),
});
