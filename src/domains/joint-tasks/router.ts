import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import {
  countyCommand,
  countyQuery,
  townshipCommand,
  townshipList,
  townshipQuery,
} from "@/server/trpc/procedures";
import { answerPoint } from "./commands/answers";
import { announceDraw, drawTask } from "./commands/draws";
import { acceptPart, carryOut, proposeOther, requestMerge, submitResult } from "./commands/own";
import { answerTownship, dropPart, judgePart, mergeParts, movePart, startVisit } from "./commands/parts";
import { arrange } from "./commands/plan";
import { nameBureaus, rate } from "./commands/ratings";
import { issueReport, saveReport } from "./commands/reports";
import { saveChecklist, saveMark, setLimits, strikeMark } from "./commands/set-up";
import {
  closeTask,
  discardTask,
  draftTask,
  editTask,
  issueTask,
  recallTask,
  reportTask,
} from "./commands/tasks";
import { checkOf } from "./data/answers";
import { tasksOfYear, taskView } from "./data/county";
import { companionsOf } from "./data/companions";
import { drawsOfTask } from "./data/draws";
import { exportPlan, publicPlan } from "./data/public-plan";
import { merged } from "./data/merged";
import { ownPart, ownTasks } from "./data/own";
import { conflictsOfYear, remediesOfPart, solvedYear, taskConflicts } from "./data/plan";
import { exportReport } from "./data/papers";
import { exportRatings, ownRatings, ratings } from "./data/ratings";
import { setUp } from "./data/set-up";
import { whoseTurn } from "./data/team";
import * as inputs from "./schema";

const county = "jointTasks:readCounty";
const manage = "jointTasks:manage";
const write = "jointTasks:write";
const read = "jointTasks:read";

/** What the county and its townships inspect together [R87]. */
export const jointTasksRouter = router({
  year: countyQuery(county).input(inputs.yearInput).query(query(tasksOfYear)),
  task: countyQuery(county).input(inputs.taskInput).query(query(taskView)),
  setUp: countyQuery(county).input(inputs.setUpInput).query(query(setUp)),
  conflicts: countyQuery(county).input(inputs.yearInput).query(query(conflictsOfYear)),
  taskConflicts: countyQuery(county).input(inputs.taskInput).query(query(taskConflicts)),
  remedies: countyQuery(county).input(inputs.remediesInput).query(query(remediesOfPart)),
  companions: countyQuery(county).input(inputs.companionsInput).query(query(companionsOf)),
  publicPlan: countyQuery(county).input(inputs.yearInput).query(query(publicPlan)),
  exportPlan: countyQuery(county).input(inputs.yearInput).query(query(exportPlan)),
  solved: countyQuery(county).input(inputs.yearInput).query(query(solvedYear)),
  arrange: countyCommand(manage).input(inputs.arrangeInput).mutation(command(arrange)),
  draft: countyCommand(manage).input(inputs.draftInput).mutation(command(draftTask)),
  edit: countyCommand(manage).input(inputs.editInput).mutation(command(editTask)),
  discard: countyCommand(manage).input(inputs.taskReasonInput).mutation(command(discardTask)),
  issue: countyCommand(manage).input(inputs.issueInput).mutation(command(issueTask)),
  recall: countyCommand(manage).input(inputs.taskReasonInput).mutation(command(recallTask)),
  report: countyCommand(manage).input(inputs.taskChangeInput).mutation(command(reportTask)),
  close: countyCommand(manage).input(inputs.closeInput).mutation(command(closeTask)),
  start: countyCommand(manage).input(inputs.startInput).mutation(command(startVisit)),
  answerProposal: countyCommand(manage).input(inputs.answerInput).mutation(command(answerTownship)),
  movePart: countyCommand(manage).input(inputs.moveInput).mutation(command(movePart)),
  mergeParts: countyCommand(manage).input(inputs.mergeInput).mutation(command(mergeParts)),
  dropPart: countyCommand(manage).input(inputs.dropInput).mutation(command(dropPart)),
  draws: countyQuery(county).input(inputs.drawsInput).query(query(drawsOfTask)),
  announceDraw: countyCommand(manage).input(inputs.announceDrawInput).mutation(command(announceDraw)),
  draw: countyCommand(manage).input(inputs.drawInput).mutation(command(drawTask)),
  judge: countyCommand(manage).input(inputs.judgeInput).mutation(command(judgePart)),
  saveChecklist: countyCommand(manage).input(inputs.checklistInput).mutation(command(saveChecklist)),
  saveMark: countyCommand(manage).input(inputs.markInput).mutation(command(saveMark)),
  strikeMark: countyCommand(manage).input(inputs.strikeInput).mutation(command(strikeMark)),
  setLimits: countyCommand(manage).input(inputs.limitsInput).mutation(command(setLimits)),

  merged: countyQuery(county).input(inputs.mergedInput).query(query(merged)),
  exportReport: countyQuery(county).input(inputs.mergedInput).query(query(exportReport)),
  saveReport: countyCommand(manage).input(inputs.saveReportInput).mutation(command(saveReport)),
  issueReport: countyCommand(manage).input(inputs.issueReportInput).mutation(command(issueReport)),
  ratings: countyQuery(county).input(inputs.ratingResultsInput).query(query(ratings)),
  exportRatings: countyQuery(county).input(inputs.ratingResultsInput).query(query(exportRatings)),
  nameBureaus: countyCommand(manage).input(inputs.nameBureausInput).mutation(command(nameBureaus)),

  own: townshipList(read).input(inputs.ownInput).query(query(ownTasks)),
  part: townshipList(read).input(inputs.partInput).query(query(ownPart)),
  accept: townshipCommand(write).input(inputs.acceptInput).mutation(command(acceptPart)),
  propose: townshipCommand(write).input(inputs.proposeInput).mutation(command(proposeOther)),
  requestMerge: townshipCommand(write).input(inputs.requestMergeInput).mutation(command(requestMerge)),
  team: townshipList(read).input(inputs.teamInput).query(query(whoseTurn)),
  carryOut: townshipCommand(write).input(inputs.carryOutInput).mutation(command(carryOut)),
  submit: townshipCommand(write).input(inputs.submitInput).mutation(command(submitResult)),
  ownRatings: townshipQuery(read).input(inputs.ratingsInput).query(query(ownRatings)),
  rate: townshipCommand(write).input(inputs.rateInput).mutation(command(rate)),
  check: townshipList(read).input(inputs.partInput).query(query(checkOf)),
  answerPoint: townshipCommand(write).input(inputs.answerPointInput).mutation(command(answerPoint)),
});
