import { recordProcedures } from "@/domains/records/router";
import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { byIdInput } from "@/server/trpc/inputs";
import { townshipCommand, townshipList } from "@/server/trpc/procedures";
import { createMeeting, meetingSlots, recordAttendance } from "./commands/meetings";
import { createMembers, memberSlots } from "./commands/members";
import { memberReads } from "./data/members";
import { attendanceSheet, meetingReads, yearView } from "./data/views";
import * as inputs from "./schema";

const lists = townshipList("presidium:read");
const write = townshipCommand("presidium:write");

export const presidiumRouter = router({
  ...recordProcedures(meetingReads, { commands: meetingSlots }),
  year: lists.input(inputs.yearInput).query(query(yearView)),
  attendanceSheet: lists.input(byIdInput).query(query(attendanceSheet)),
  create: write.input(inputs.createMeetingInput).mutation(command(createMeeting)),
  recordAttendance: write.input(inputs.recordAttendanceInput).mutation(command(recordAttendance)),
});

export const presidiumMembersRouter = router({
  ...recordProcedures(memberReads, { commands: memberSlots }),
  createMembers: write.input(inputs.createMembersInput).mutation(command(createMembers)),
});
