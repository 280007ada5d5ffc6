import { router } from "@/server/trpc/init";
import { command, query } from "@/server/trpc/command";
import { townshipCommand, townshipList, townshipQuery } from "@/server/trpc/procedures";
import { byIdInput, reasonInput } from "@/server/trpc/inputs";
import { createMeeting, editMeeting, recordAttendance, voidMeeting } from "./commands/meetings";
import { createMember, createMembers, editMember, voidMember } from "./commands/members";
import { listMembers } from "./data/members";
import { attendanceSheet, exportMeetings, listMeetings, meetingById, yearView } from "./data/views";
import * as inputs from "./schema";

const read = townshipQuery("presidium:read");
const lists = townshipList("presidium:read");
const write = townshipCommand("presidium:write");

export const presidiumRouter = router({
  list: lists.input(inputs.listMeetingsInput).query(query(listMeetings)),
  byId: read.input(byIdInput).query(query(meetingById)),
  year: read.input(inputs.yearInput).query(query(yearView)),
  members: lists.input(inputs.listMembersInput).query(query(listMembers)),
  attendanceSheet: read.input(byIdInput).query(query(attendanceSheet)),
  exportRows: lists.input(inputs.listMeetingsInput).query(query(exportMeetings)),
  create: write.input(inputs.createMeetingInput).mutation(command(createMeeting)),
  edit: write.input(inputs.editMeetingInput).mutation(command(editMeeting)),
  void: write.input(reasonInput).mutation(command(voidMeeting)),
  recordAttendance: write.input(inputs.recordAttendanceInput).mutation(command(recordAttendance)),
  createMember: write.input(inputs.createMemberInput).mutation(command(createMember)),
  createMembers: write.input(inputs.createMembersInput).mutation(command(createMembers)),
  editMember: write.input(inputs.editMemberInput).mutation(command(editMember)),
  voidMember: write.input(reasonInput).mutation(command(voidMember)),
});
