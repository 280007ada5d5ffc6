import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipCommand, townshipList } from "@/server/trpc/procedures";
import { byIdInput, reasonInput } from "@/server/trpc/inputs";
import * as activities from "./commands/activities";
import { createClosedFinding } from "./commands/closed";
import * as findings from "./commands/findings";
import * as raised from "./commands/raised";
import { recordProcedures } from "@/domains/records/router";
import { activityReads } from "./data/activities";
import { exportFindings } from "./data/export";
import { findingById, listFindings } from "./data/findings";
import { raisedList, raisedView } from "./data/raised";
import { supervisionOptions } from "./data/people";
import * as inputs from "./schema";

const lists = townshipList("supervision:read");
const write = townshipCommand("supervision:write");
const county = countyQuery("raised:readCounty");
const answers = countyCommand("raised:answer");

/** Visits and inspections [R30], and what they found until it is mended and verified, or goes up to the county [R31]. */
export const supervisionRouter = router({
  ...recordProcedures(activityReads, { commands: activities.activitySlots }),
  options: lists.input(inputs.optionsInput).query(query(supervisionOptions)),
  create: write.input(inputs.createActivityInput).mutation(command(activities.createActivity)),
  complete: write.input(inputs.completeActivityInput).mutation(command(activities.completeActivity)),
  reopen: write.input(reasonInput).mutation(command(activities.reopenActivity)),
  cancel: write.input(reasonInput).mutation(command(activities.cancelActivity)),

  findings: lists.input(inputs.listFindingsInput).query(query(listFindings)),
  finding: lists.input(byIdInput).query(query(findingById)),
  exportFindings: lists.input(inputs.listFindingsInput).query(query(exportFindings)),
  addFinding: write.input(inputs.createFindingInput).mutation(command(findings.createFinding)),
  addClosedFinding: write.input(inputs.createClosedFindingInput).mutation(command(createClosedFinding)),
  editFinding: write.input(inputs.editFindingInput).mutation(command(findings.editFinding)),
  notifyFinding: write.input(inputs.notifyFindingInput).mutation(command(findings.notifyFinding)),
  planFinding: write.input(inputs.planFindingInput).mutation(command(findings.planFinding)),
  rectifyFinding: write.input(inputs.rectifyFindingInput).mutation(command(findings.rectifyFinding)),
  verifyFinding: write.input(inputs.verifyFindingInput).mutation(command(findings.verifyFinding)),
  closeFinding: write.input(inputs.closeFindingInput).mutation(command(findings.closeFinding)),
  reopenFinding: write.input(inputs.reopenFindingInput).mutation(command(findings.reopenFinding)),
  receiveRaised: answers.input(inputs.receiveRaisedInput).mutation(command(raised.receiveRaised)),
  answerRaised: answers.input(inputs.answerRaisedInput).mutation(command(raised.answerRaised)),
  takeBackRaised: write.input(inputs.takeBackInput).mutation(command(raised.takeBackRaised)),
  voidFinding: write.input(reasonInput).mutation(command(findings.voidFinding)),
  raise: write.input(inputs.raiseInput).mutation(command(raised.raiseFinding)),
  raised: county.input(inputs.raisedListInput).query(query(raisedList)),
  raisedFinding: county.input(inputs.raisedInput).query(query(raisedView)),
});
