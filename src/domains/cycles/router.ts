import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, positionQuery, townshipCommand } from "@/server/trpc/procedures";
import { decideAppeal, fileAppeal } from "./commands/appeals";
import { decideYear, publishResult } from "./commands/meeting";
import { opine, seatReviewer, submitReview } from "./commands/reviews";
import { noteIndicator, reopenSelf, submitSelf } from "./commands/self";
import { beginStage, planStage } from "./commands/stages";
import { appeals, candidates, cycle, result } from "./data/county";
import { cycleStep } from "./data/next";
import { own, records } from "./data/own";
import { exportAppeal, exportMeetingPaper, exportOwnAppeal } from "./data/papers";
import { review } from "./data/review";
import * as inputs from "./schema";

const read = "cycles:readCounty";
const manage = "cycles:manage";
const readOwn = "cycles:readOwn";
const answer = "cycles:answer";

export const cyclesRouter = router({
  cycle: countyQuery(read).input(inputs.cycleInput).query(query(cycle)),
  step: countyQuery(read).input(inputs.stepInput).query(query(cycleStep)),
  candidates: countyQuery(read).input(inputs.candidatesInput).query(query(candidates)),
  planStage: countyCommand(manage).input(inputs.planInput).mutation(command(planStage)),
  beginStage: countyCommand(manage).input(inputs.beginInput).mutation(command(beginStage)),
  seatReviewer: countyCommand(manage).input(inputs.seatInput).mutation(command(seatReviewer)),
  review: countyQuery(read).input(inputs.reviewInput).query(query(review)),
  opine: countyCommand(manage).input(inputs.opinionInput).mutation(command(opine)),
  submitReview: countyCommand(manage).input(inputs.submitReviewInput).mutation(command(submitReview)),
  reopenSelf: countyCommand(manage).input(inputs.reopenInput).mutation(command(reopenSelf)),
  appeals: countyQuery(read).input(inputs.appealsInput).query(query(appeals)),
  decideAppeal: countyCommand(manage).input(inputs.decideAppealInput).mutation(command(decideAppeal)),
  exportAppeal: countyQuery(read).input(inputs.appealInput).query(query(exportAppeal)),
  result: countyQuery(read).input(inputs.cycleInput).query(query(result)),
  exportMeetingPaper: countyQuery(read).input(inputs.cycleInput).query(query(exportMeetingPaper)),
  decideYear: countyCommand(manage).input(inputs.decideYearInput).mutation(command(decideYear)),
  publishResult: countyCommand(manage).input(inputs.publishInput).mutation(command(publishResult)),

  own: positionQuery(readOwn).input(inputs.ownInput).query(query(own)),
  records: positionQuery(readOwn).input(inputs.recordsInput).query(query(records)),
  noteIndicator: townshipCommand(answer).input(inputs.noteInput).mutation(command(noteIndicator)),
  submitSelf: townshipCommand(answer).input(inputs.submitSelfInput).mutation(command(submitSelf)),
  fileAppeal: townshipCommand(answer).input(inputs.fileAppealInput).mutation(command(fileAppeal)),
  exportOwnAppeal: positionQuery(readOwn).input(inputs.ownAppealInput).query(query(exportOwnAppeal)),
});
