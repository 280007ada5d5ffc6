import { recordProcedures } from "@/domains/records/router";
import { stepInputOf } from "@/domains/records/schema";
import { router } from "@/server/trpc/init";
import { command, query } from "@/server/trpc/command";
import { townshipCommand, townshipList } from "@/server/trpc/procedures";
import { byIdInput, reasonInput, townshipInput } from "@/server/trpc/inputs";
import { recordAttendance, removeElection, removeVote, saveElection, saveVote } from "./commands/happenings";
import { createSession, editSession, setAgenda, voidSession } from "./commands/sessions";
import { prepareSession, taskSlots, tickTask } from "./commands/preparation";
import { saveSpeeches } from "./commands/speeches";
import { createTerm, editTerm, voidTerm } from "./commands/terms";
import { checklists } from "./data/preparation";
import { listTerms, noticeRule } from "./data/terms";
import { attendanceSheet, exportSessions, listSessions, sessionById } from "./data/views";
import { sessionTask } from "./record";
import * as inputs from "./schema";

const lists = townshipList("sessions:read");
const write = townshipCommand("sessions:write");

export const sessionsRouter = router({
  list: lists.input(inputs.listSessionsInput).query(query(listSessions)),
  byId: lists.input(byIdInput).query(query(sessionById)),
  terms: lists.input(townshipInput).query(query(listTerms)),
  noticeRule: lists.input(townshipInput).query(query(noticeRule)),
  attendanceSheet: lists.input(byIdInput).query(query(attendanceSheet)),
  exportRows: lists.input(inputs.listSessionsInput).query(query(exportSessions)),
  createTerm: write.input(inputs.createTermInput).mutation(command(createTerm)),
  editTerm: write.input(inputs.editTermInput).mutation(command(editTerm)),
  voidTerm: write.input(reasonInput).mutation(command(voidTerm)),
  create: write.input(inputs.createSessionInput).mutation(command(createSession)),
  edit: write.input(inputs.editSessionInput).mutation(command(editSession)),
  void: write.input(reasonInput).mutation(command(voidSession)),
  setAgenda: write.input(inputs.setAgendaInput).mutation(command(setAgenda)),
  recordAttendance: write.input(inputs.recordAttendanceInput).mutation(command(recordAttendance)),
  saveVote: write.input(inputs.saveVoteInput).mutation(command(saveVote)),
  removeVote: write.input(inputs.removeLineInput).mutation(command(removeVote)),
  saveElection: write.input(inputs.saveElectionInput).mutation(command(saveElection)),
  removeElection: write.input(inputs.removeLineInput).mutation(command(removeElection)),
  saveSpeeches: write.input(inputs.saveSpeechesInput).mutation(command(saveSpeeches)),
});

/** What is to be done before a session [R13][R20]. */
export const sessionTasksRouter = router({
  ...recordProcedures(sessionTask, { commands: taskSlots }),
  step: write.input(stepInputOf(sessionTask)).mutation(command(tickTask)),
  checklists: lists.input(townshipInput).query(query(checklists)),
  prepare: write.input(inputs.prepareInput).mutation(command(prepareSession)),
});
