import "server-only";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { livingOf } from "@/domains/records/data/reads";
import { type Mark, mayEnterTotals, mayMark } from "@/domains/sessions/rules/attendance";
import type { Day } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { differingLines } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { enteredToday, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { expectedMembers, marksOf, replaceMarks } from "../data/meetings";
import { presidiumMeeting } from "../record";
import { dayFitsMarks, mayRecordMeeting, onlyMembersAreMarked, rollNeedsMembers } from "../rules";
import type { CreateMeetingInput, RecordAttendanceInput } from "../schema";

export const meetingSlots: CommandSlots<typeof presidiumMeeting> = {
  mayBe: async (scope, facts, { today, before }) => {
    const { occurredOn, membersTotal, membersPresent } = facts;
    const marks = before === null ? [] : await marksOf(scope, before.id);
    return firstDenial(
      mayRecordMeeting(occurredOn, today),
      mayEnterTotals(membersTotal, membersPresent, marks.length > 0),
      dayFitsMarks(marks, occurredOn),
    );
  },
};

const { create } = recordCommands(presidiumMeeting, meetingSlots);

type Exceptions = RecordAttendanceInput["exceptions"];
type Held = { id: string; occurredOn: Day; marks: readonly (Mark & { memberId: string })[] };

/** Everybody in office that day, present unless named; nobody outside the term of office can be marked. */
async function rollOf(scope: TownshipScope, on: Day, exceptions: Exceptions) {
  const expected = await expectedMembers(scope, null, on);
  obey(rollNeedsMembers(expected.length, on));
  const byId = new Map(exceptions.map((mark) => [mark.memberId, mark]));
  const strangers = [...byId.keys()].filter((id) => !expected.some((member) => member.memberId === id));
  const named = await scope.tx.presidiumMember.findMany({
    where: { ...tenantOf(scope), id: { in: strangers }, voidedAt: null },
    select: { name: true },
  });
  if (named.length < strangers.length) throw notFound();
  obey(
    onlyMembersAreMarked(
      named.map(({ name }) => name),
      on,
    ),
  );
  return expected.map(({ memberId, name }) => {
    const mark: Mark = byId.get(memberId) ?? { status: "present", leaveReason: null };
    obey(mayMark(name, mark));
    return { memberId, status: mark.status, leaveReason: mark.status === "leave" ? mark.leaveReason : null };
  });
}

async function callRoll(scope: TownshipScope, { id, occurredOn, marks }: Held, exceptions: Exceptions) {
  const roll = await rollOf(scope, occurredOn, exceptions);
  const isAway = ({ status }: Mark) => status !== "present";
  const away = roll.filter(isAway);
  await replaceMarks(scope, id, roll);
  await scope.audit({
    action: "presidium.recordAttendance",
    recordType: "presidiumMeeting",
    recordId: id,
    summary: `登记主席团会议出席：应到 ${roll.length} 人，实到 ${roll.length - away.length} 人`,
    occurredOn,
    detail: differingLines(marks.filter(isAway), away),
  });
}

/** A meeting with its roll, if that is known at once. */
export async function createMeeting(
  scope: TownshipScope,
  { exceptions, ...input }: CreateMeetingInput,
): Promise<{ id: string }> {
  const { occurredOn, membersTotal, membersPresent } = input;
  obey(mayEnterTotals(membersTotal, membersPresent, exceptions !== null));
  const { id } = await create(scope, input);
  if (exceptions !== null) {
    await callRoll(scope, { id, occurredOn, marks: [] }, exceptions);
    await scope.tx.presidiumMeeting.updateMany({
      where: { ...tenantOf(scope), id },
      data: { attendanceEnteredOn: enteredToday(scope) },
    });
  }
  return { id };
}

export async function recordAttendance(scope: TownshipScope, input: RecordAttendanceInput) {
  const { id, exceptions } = input;
  const { facts } = await livingOf(presidiumMeeting, scope, id);
  const marks = await marksOf(scope, id);
  await callRoll(scope, { id, occurredOn: facts.occurredOn, marks }, exceptions);
  await changeOne(scope, "presidiumMeeting", input, {
    membersTotal: null,
    membersPresent: null,
    // A roll that is corrected was entered when it was first called.
    ...(marks.length === 0 ? { attendanceEnteredOn: enteredToday(scope) } : {}),
  });
  return { id };
}
