import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipCommand, townshipList } from "@/server/trpc/procedures";
import { callOffGathering, draftGathering, editGathering, inviteTownships } from "./commands/gatherings";
import { commit, dropCommitment, judgeCommitment, recordGathering } from "./commands/held";
import { answerInvitation, reportCommitment, tellLearned } from "./commands/own";
import { gatheringView, outline, yearOfGatherings } from "./data/county";
import { ownInvitation, ownYear } from "./data/own";
import { exportAgenda, exportMinutes } from "./data/papers";
import * as inputs from "./schema";

const county = "symposia:readCounty";
const manage = "symposia:manage";
const read = "symposia:read";
const write = "symposia:write";

/** What the county calls its townships together for, and what was promised there [R90][R91]. */
export const symposiaRouter = router({
  year: countyQuery(county).input(inputs.yearInput).query(query(yearOfGatherings)),
  gathering: countyQuery(county).input(inputs.gatheringInput).query(query(gatheringView)),
  outline: countyQuery(county).input(inputs.outlineInput).query(query(outline)),
  exportAgenda: countyQuery(county).input(inputs.gatheringInput).query(query(exportAgenda)),
  exportMinutes: countyQuery(county).input(inputs.gatheringInput).query(query(exportMinutes)),
  draft: countyCommand(manage).input(inputs.draftInput).mutation(command(draftGathering)),
  edit: countyCommand(manage).input(inputs.editInput).mutation(command(editGathering)),
  invite: countyCommand(manage).input(inputs.inviteInput).mutation(command(inviteTownships)),
  callOff: countyCommand(manage).input(inputs.callOffInput).mutation(command(callOffGathering)),
  record: countyCommand(manage).input(inputs.recordInput).mutation(command(recordGathering)),
  commit: countyCommand(manage).input(inputs.commitInput).mutation(command(commit)),
  judge: countyCommand(manage).input(inputs.judgeInput).mutation(command(judgeCommitment)),
  drop: countyCommand(manage).input(inputs.dropInput).mutation(command(dropCommitment)),

  own: townshipList(read).input(inputs.ownInput).query(query(ownYear)),
  invitation: townshipList(read).input(inputs.invitationInput).query(query(ownInvitation)),
  answer: townshipCommand(write).input(inputs.answerInput).mutation(command(answerInvitation)),
  tellLearned: townshipCommand(write).input(inputs.learnedInput).mutation(command(tellLearned)),
  report: townshipCommand(write).input(inputs.reportInput).mutation(command(reportCommitment)),
});
