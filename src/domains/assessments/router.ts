import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, positionQuery } from "@/server/trpc/procedures";
import { adoptDefaultScheme } from "./commands";
import { exportOwnScore, exportScore, exportScores } from "./data/exports";
import { ownGains } from "./data/gains";
import { recordMoves } from "./data/moves";
import { ownScore, scores } from "./data/scores";
import { whatIfBasis } from "./data/what-if";
import { trend } from "./data/years";
import { adoptSchemeInput, ownScoreInput, recordMovesInput, scoresInput, townshipScoreInput } from "./schema";

export const assessmentsRouter = router({
  scores: countyQuery("assessments:readCounty").input(scoresInput).query(query(scores)),
  ownScore: positionQuery("assessments:readOwn").input(ownScoreInput).query(query(ownScore)),
  trend: countyQuery("assessments:readCounty").input(scoresInput).query(query(trend)),
  whatIf: countyQuery("assessments:readCounty").input(scoresInput).query(query(whatIfBasis)),
  exportScores: countyQuery("assessments:readCounty").input(scoresInput).query(query(exportScores)),
  exportScore: countyQuery("assessments:readCounty").input(townshipScoreInput).query(query(exportScore)),
  ownGains: positionQuery("assessments:readOwn").input(ownScoreInput).query(query(ownGains)),
  recordMoves: positionQuery("assessments:readOwn").input(recordMovesInput).query(query(recordMoves)),
  exportOwnScore: positionQuery("assessments:readOwn").input(ownScoreInput).query(query(exportOwnScore)),
  adoptDefaultScheme: countyCommand("assessments:manage")
    .input(adoptSchemeInput)
    .mutation(command(adoptDefaultScheme)),
});
