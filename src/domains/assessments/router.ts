import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import {
  countyCommand,
  countyQuery,
  positionQuery,
  townshipCommand,
  townshipQuery,
} from "@/server/trpc/procedures";
import { adoptDefaultScheme } from "./commands/adopt";
import {
  answerComment,
  commentOnScheme,
  consultOnScheme,
  publishScheme,
  withdrawScheme,
} from "./commands/publish";
import { freezeYear } from "./commands/freeze";
import { importScheme, readScheme, saveScheme, startScheme } from "./commands/schemes";
import { exportScheme, ownScheme, scheme, schemes, values } from "./data/schemes";
import { exportOwnScore, exportScore, exportScores } from "./data/exports";
import { changesAfterFreeze, exportBundle, freeze, ownFreeze } from "./data/freeze";
import { ownGains } from "./data/gains";
import { metrics } from "./data/metrics";
import { recordMoves } from "./data/moves";
import { onePages, ownOnePage } from "./data/one-page";
import { exportNotice, exportOwnReport, exportReport } from "./data/papers";
import { ownScore, scores } from "./data/scores";
import { whatIfBasis } from "./data/what-if";
import { trend } from "./data/years";
import * as inputs from "./schema";

const read = "assessments:readCounty";
const manage = "assessments:manage";

export const assessmentsRouter = router({
  scores: countyQuery(read).input(inputs.scoresInput).query(query(scores)),
  ownScore: positionQuery("assessments:readOwn").input(inputs.ownScoreInput).query(query(ownScore)),
  trend: countyQuery(read).input(inputs.scoresInput).query(query(trend)),
  metrics: countyQuery(read).input(inputs.scoresInput).query(query(metrics)),
  whatIf: countyQuery(read).input(inputs.scoresInput).query(query(whatIfBasis)),
  exportScores: countyQuery(read).input(inputs.scoresInput).query(query(exportScores)),
  exportScore: countyQuery(read).input(inputs.townshipScoreInput).query(query(exportScore)),
  exportNotice: countyQuery(read).input(inputs.scoresInput).query(query(exportNotice)),
  exportReport: countyQuery(read).input(inputs.townshipScoreInput).query(query(exportReport)),
  exportOwnReport: positionQuery("assessments:readOwn")
    .input(inputs.ownScoreInput)
    .query(query(exportOwnReport)),
  onePages: countyQuery(read).input(inputs.scoresInput).query(query(onePages)),
  ownOnePage: positionQuery("assessments:readOwn").input(inputs.ownScoreInput).query(query(ownOnePage)),
  ownGains: positionQuery("assessments:readOwn").input(inputs.ownScoreInput).query(query(ownGains)),
  recordMoves: positionQuery("assessments:readOwn").input(inputs.recordMovesInput).query(query(recordMoves)),
  exportOwnScore: positionQuery("assessments:readOwn")
    .input(inputs.ownScoreInput)
    .query(query(exportOwnScore)),
  adoptDefaultScheme: countyCommand(manage)
    .input(inputs.adoptSchemeInput)
    .mutation(command(adoptDefaultScheme)),
  schemes: countyQuery(read).input(inputs.schemesInput).query(query(schemes)),
  scheme: countyQuery(read).input(inputs.schemeInput).query(query(scheme)),
  values: countyQuery(read).input(inputs.valuesInput).query(query(values)),
  exportScheme: countyQuery(read).input(inputs.schemeInput).query(query(exportScheme)),
  ownScheme: townshipQuery("assessments:readOwn").input(inputs.ownSchemeInput).query(query(ownScheme)),
  startScheme: countyCommand(manage).input(inputs.startSchemeInput).mutation(command(startScheme)),
  saveScheme: countyCommand(manage).input(inputs.saveSchemeInput).mutation(command(saveScheme)),
  readScheme: countyCommand(manage).input(inputs.readSchemeInput).mutation(command(readScheme)),
  importScheme: countyCommand(manage).input(inputs.importSchemeInput).mutation(command(importScheme)),
  consultOnScheme: countyCommand(manage).input(inputs.consultInput).mutation(command(consultOnScheme)),
  withdrawScheme: countyCommand(manage).input(inputs.withdrawSchemeInput).mutation(command(withdrawScheme)),
  publishScheme: countyCommand(manage).input(inputs.publishSchemeInput).mutation(command(publishScheme)),
  commentOnScheme: townshipCommand("assessments:comment")
    .input(inputs.commentInput)
    .mutation(command(commentOnScheme)),
  answerComment: countyCommand(manage).input(inputs.answerCommentInput).mutation(command(answerComment)),
  freeze: countyQuery(read).input(inputs.freezeInput).query(query(freeze)),
  ownFreeze: townshipQuery("assessments:readOwn").input(inputs.ownFreezeInput).query(query(ownFreeze)),
  changesAfterFreeze: countyQuery(read).input(inputs.freezeInput).query(query(changesAfterFreeze)),
  exportBundle: countyQuery(read).input(inputs.freezeInput).query(query(exportBundle)),
  freezeYear: countyCommand(manage).input(inputs.freezeYearInput).mutation(command(freezeYear)),
});
