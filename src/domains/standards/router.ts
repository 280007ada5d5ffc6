import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipList } from "@/server/trpc/procedures";
import { setStandard } from "./commands";
import { countyStandards, deputyProgress, townshipProgress } from "./data/standards";
import * as inputs from "./schema";

/** What is asked of each deputy, and who has done it [R43][R45]. */
export const standardsRouter = router({
  county: countyQuery("tenancy:readCounty").input(inputs.standardsInput).query(query(countyStandards)),
  set: countyCommand("tenancy:manage").input(inputs.setStandardInput).mutation(command(setStandard)),
  ofTownship: townshipList("duty:read").input(inputs.progressInput).query(query(townshipProgress)),
  ofDeputy: townshipList("duty:read").input(inputs.deputyProgressInput).query(query(deputyProgress)),
});
