import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, positionQuery, townshipQuery } from "@/server/trpc/procedures";
import { evidence, ownEvidence } from "./data/evidence";
import { exportLeague, league, ownLeague } from "./data/league";
import * as inputs from "./schema";

export const subjectsRouter = router({
  league: countyQuery("subjects:readCounty").input(inputs.leagueInput).query(query(league)),
  ownLeague: positionQuery("subjects:readOwn").input(inputs.ownLeagueInput).query(query(ownLeague)),
  exportLeague: countyQuery("subjects:readCounty").input(inputs.leagueInput).query(query(exportLeague)),
  evidence: countyQuery("subjects:readCounty").input(inputs.evidenceInput).query(query(evidence)),
  ownEvidence: townshipQuery("subjects:readOwn").input(inputs.ownEvidenceInput).query(query(ownEvidence)),
});
