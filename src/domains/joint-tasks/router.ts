import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipCommand, townshipList } from "@/server/trpc/procedures";
import { answerPoint } from "./commands/answers";
import { acceptPart, carryOut, proposeOther, requestMerge, submitResult } from "./commands/own";
import { answerTownship, dropPart, judgePart, mergeParts, movePart, startVisit } from "./commands/parts";
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
import { ownPart, ownTasks } from "./data/own";
import { setUp } from "./data/set-up";
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
  draft: countyCommand(manage).input(inputs.draftInput).mutation(command(draftTask)),
  edit: countyCommand(manage).input(inputs.editInput).mutation(command(editTask)),
  discard: countyCommand(manage).input(inputs.taskReasonInput).mutation(command(discardTask)),
  issue: countyCommand(manage).input(inputs.taskChangeInput).mutation(command(issueTask)),
  recall: countyCommand(manage).input(inputs.taskReasonInput).mutation(command(recallTask)),
  report: countyCommand(manage).input(inputs.taskChangeInput).mutation(command(reportTask)),
  close: countyCommand(manage).input(inputs.taskChangeInput).mutation(command(closeTask)),
  start: countyCommand(manage).input(inputs.startInput).mutation(command(startVisit)),
  answerProposal: countyCommand(manage).input(inputs.answerInput).mutation(command(answerTownship)),
  movePart: countyCommand(manage).input(inputs.moveInput).mutation(command(movePart)),
  mergeParts: countyCommand(manage).input(inputs.mergeInput).mutation(command(mergeParts)),
  dropPart: countyCommand(manage).input(inputs.dropInput).mutation(command(dropPart)),
  judge: countyCommand(manage).input(inputs.judgeInput).mutation(command(judgePart)),
  saveChecklist: countyCommand(manage).input(inputs.checklistInput).mutation(command(saveChecklist)),
  saveMark: countyCommand(manage).input(inputs.markInput).mutation(command(saveMark)),
  strikeMark: countyCommand(manage).input(inputs.strikeInput).mutation(command(strikeMark)),
  setLimits: countyCommand(manage).input(inputs.limitsInput).mutation(command(setLimits)),

  own: townshipList(read).input(inputs.ownInput).query(query(ownTasks)),
  part: townshipList(read).input(inputs.partInput).query(query(ownPart)),
  accept: townshipCommand(write).input(inputs.acceptInput).mutation(command(acceptPart)),
  propose: townshipCommand(write).input(inputs.proposeInput).mutation(command(proposeOther)),
  requestMerge: townshipCommand(write).input(inputs.requestMergeInput).mutation(command(requestMerge)),
  carryOut: townshipCommand(write).input(inputs.carryOutInput).mutation(command(carryOut)),
  submit: townshipCommand(write).input(inputs.submitInput).mutation(command(submitResult)),
  check: townshipList(read).input(inputs.partInput).query(query(checkOf)),
  answerPoint: townshipCommand(write).input(inputs.answerPointInput).mutation(command(answerPoint)),
});
