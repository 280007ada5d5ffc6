import { command, commandThenRead, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery } from "@/server/trpc/procedures";
import { issueToken, revokeToken, shownOnce } from "./commands";
import { tokens } from "./data/tokens";
import { issueInput, revokeInput, tokensInput } from "./schema";

/** The tokens with which the county's other systems read; what they read is `data/endpoints.ts`. */
export const exportsRouter = router({
  tokens: countyQuery("exports:read").input(tokensInput).query(query(tokens)),
  issue: countyCommand("exports:manage").input(issueInput).mutation(commandThenRead(issueToken, shownOnce)),
  revoke: countyCommand("exports:manage").input(revokeInput).mutation(command(revokeToken)),
});
