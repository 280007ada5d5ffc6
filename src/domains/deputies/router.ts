import "server-only";
import { recordProcedures } from "@/domains/records/router";
import { editInputOf } from "@/domains/records/schema";
import { command, commandThenRead, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipCommand, townshipList, townshipQuery } from "@/server/trpc/procedures";
import { byIdInput, reasonInput, townshipInput } from "@/server/trpc/inputs";
import {
  addMembers,
  changeMemberRole,
  editGroup,
  endMember,
  groupCommands,
  removeMember,
} from "./commands/groups";
import { importDeputies } from "./commands/import";
import { addLeave, strikeLeave } from "./commands/leaves";
import { addMandate, endMandate, voidMandate } from "./commands/mandates";
import { createDeputy, editDeputy, revealPhone, voidDeputy } from "./commands/record";
import { setSeats } from "./commands/seats";
import { exportDeputies } from "./data/export";
import { groupsWithMembers } from "./data/groups";
import { deputyRecord, phoneOf } from "./data/record";
import { deputiesInOffice, listDeputies, rosterFilters } from "./data/roster";
import { deputySummary } from "./data/seats";
import { deputyGroup } from "./record";
import * as inputs from "./schema";

const read = townshipQuery("deputies:read");
const lists = townshipList("deputies:read");
const write = townshipCommand("deputies:write");

/** Deputies of all levels who serve in a township: roster, dated mandates, seats, mixed groups [R3][R4]. */
export const deputiesRouter = router({
  list: lists.input(inputs.listDeputiesInput).query(query(listDeputies)),
  byId: lists.input(byIdInput).query(query(deputyRecord)),
  options: lists.input(inputs.deputiesOnDayInput).query(query(deputiesInOffice)),
  filters: lists.input(townshipInput).query(query(rosterFilters)),
  summary: read.input(inputs.deputiesOnDayInput).query(query(deputySummary)),
  groups: lists.input(townshipInput).query(query(groupsWithMembers)),
  exportRows: lists.input(inputs.listDeputiesInput).query(query(exportDeputies)),

  create: write.input(inputs.createDeputyInput).mutation(command(createDeputy)),
  edit: write.input(inputs.editDeputyInput).mutation(command(editDeputy)),
  void: write.input(reasonInput).mutation(command(voidDeputy)),
  importRows: write.input(inputs.importDeputiesInput).mutation(command(importDeputies)),
  revealPhone: townshipCommand("deputies:phone")
    .input(inputs.revealPhoneInput)
    .mutation(commandThenRead(revealPhone, phoneOf)),

  addMandate: write.input(inputs.addMandateInput).mutation(command(addMandate)),
  endMandate: write.input(inputs.endMandateInput).mutation(command(endMandate)),
  voidMandate: write.input(reasonInput).mutation(command(voidMandate)),
  addLeave: write.input(inputs.addLeaveInput).mutation(command(addLeave)),
  strikeLeave: write.input(reasonInput).mutation(command(strikeLeave)),
  setSeats: write.input(inputs.setSeatsInput).mutation(command(setSeats)),

  addMembers: write.input(inputs.addMembersInput).mutation(command(addMembers)),
  changeMemberRole: write.input(inputs.changeMemberRoleInput).mutation(command(changeMemberRole)),
  endMember: write.input(inputs.endMemberInput).mutation(command(endMember)),
  removeMember: write.input(inputs.removeMemberInput).mutation(command(removeMember)),
});

/** The groups' own facts; their members are handled above. */
export const groupsRouter = router({
  ...recordProcedures(deputyGroup, { commands: groupCommands }),
  edit: write.input(editInputOf(deputyGroup)).mutation(command(editGroup)),
});
