import "server-only";
import { presentWereThere } from "@/domains/deputies/data/leaves";
import { leaveKnown } from "@/domains/deputies/labels";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { livingOf, sameIn } from "@/domains/records/data/reads";
import { attendanceLabels } from "@/domains/sessions/labels";
import { countsAllKnown, type Mark, mayEnterTotals, mayMark } from "@/domains/sessions/rules/attendance";
import type { Day } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { isEnteredOnce } from "@/lib/records/once";
import { differingLines } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { enteredToday, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { expectedMembers, marksOf, replaceMarks, type SheetRow } from "../data/meetings";
import { presidiumMeeting } from "../record";
import { dayFitsMarks, onlyMembersAreMarked, rollNeedsMembers } from "../rules";
import type { CreateMeetingInput, RecordAttendanceInput } from "../schema";

export const meetingSlots: CommandSlots<typeof presidiumMeeting> = {
  others: sameIn(presidiumMeeting, "occurredOn"),
  mayBe: async (scope, facts, { before, others }) => {
    const { occurredOn, membersTotal, membersPresent } = facts;
    const marks = before === null ? [] : await marksOf(scope, before.id);
    return firstDenial(
      isEnteredOnce(presidiumMeeting, ["topic", "kind", "occurredOn"], facts, others),
      mayEnterTotals(membersTotal, membersPresent, marks.length > 0),
      countsAllKnown(
        { field: "membersTotal", who: "主席团成员" },
        membersTotal,
        membersTotal === null ? 0 : (await expectedMembers(scope, null, occurredOn)).length,
      ),
      dayFitsMarks(marks, occurredOn),
    );
  },
};

const { create, enter } = recordCommands(presidiumMeeting, meetingSlots);

type Exceptions = RecordAttendanceInput["exceptions"];

const isAway = ({ status }: Mark) => status !== "present";
const attendanceText = ({ status, leaveReason }: Mark): string =>
  `${attendanceLabels[status]}${leaveReason === null ? "" : `（${leaveReason}）`}`;

const present: Mark = { status: "present", leaveReason: null };
/** How whoever is not named is marked where nobody has seen the names: present, or on the leave that the roster says. */
const unnamed = ({ leave }: SheetRow): Mark =>
  leave === null ? present : { status: "leave", leaveReason: leave.reason ?? leaveKnown };

/** Everybody in office that day, marked by name or as `otherwise` says; nobody outside the term of office can be marked. */
async function rollOf(
  scope: TownshipScope,
  on: Day,
  exceptions: Exceptions,
  otherwise: (member: SheetRow) => Mark,
) {
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
  const marked = expected.map((member) => ({
    ...member,
    mark: byId.get(member.memberId) ?? otherwise(member),
  }));
  const deputies = marked.flatMap(({ deputyId, mark }) => (isAway(mark) ? [] : (deputyId ?? [])));
  obey(await presentWereThere(scope, deputies, on));
  return marked.map(({ memberId, name, mark }) => {
    obey(mayMark(name, mark));
    const leaveReason = mark.status === "leave" ? mark.leaveReason : null;
    return { memberId, name, status: mark.status, leaveReason };
  });
}

type Roll = Awaited<ReturnType<typeof rollOf>>;

async function callRoll(scope: TownshipScope, id: string, roll: Roll) {
  await replaceMarks(
    scope,
    id,
    roll.map(({ memberId, status, leaveReason }) => ({ memberId, status, leaveReason })),
  );
  const away = roll.filter(isAway);
  return { away, turnout: `应到 ${roll.length} 人，实到 ${roll.length - away.length} 人` };
}

/** A meeting with its roll, if that is known at once: entered as one, and told in one line. */
export async function createMeeting(
  scope: TownshipScope,
  { exceptions, ...input }: CreateMeetingInput,
): Promise<{ id: string }> {
  const { occurredOn, membersTotal, membersPresent } = input;
  obey(mayEnterTotals(membersTotal, membersPresent, exceptions !== null));
  if (exceptions === null) return create(scope, input);
  const line = await enter(scope, input);
  const id = line.recordId;
  const { away, turnout } = await callRoll(scope, id, await rollOf(scope, occurredOn, exceptions, unnamed));
  await scope.tx.presidiumMeeting.updateMany({
    where: { ...tenantOf(scope), id },
    data: { attendanceEnteredOn: enteredToday(scope) },
  });
  const missed = away.map(({ name, ...mark }) => `${name}${attendanceText(mark)}`).join("、");
  await scope.audit({
    ...line,
    summary: `${line.summary}，${turnout}`,
    detail: { ...line.detail, body: missed === "" ? "全部出席" : `未出席：${missed}` },
  });
  return { id };
}

export async function recordAttendance(scope: TownshipScope, input: RecordAttendanceInput) {
  const { id, exceptions } = input;
  const { facts } = await livingOf(presidiumMeeting, scope, id);
  const marks = await marksOf(scope, id);
  const { occurredOn } = facts;
  const { away, turnout } = await callRoll(
    scope,
    id,
    await rollOf(scope, occurredOn, exceptions, () => present),
  );
  await changeOne(scope, "presidiumMeeting", input, {
    membersTotal: null,
    membersPresent: null,
    // A roll that is corrected was entered when it was first called.
    ...(marks.length === 0 ? { attendanceEnteredOn: enteredToday(scope) } : {}),
  });
  await scope.audit({
    action: "presidium.recordAttendance",
    recordType: "presidiumMeeting",
    recordId: id,
    summary: `登记主席团会议出席：${turnout}`,
    occurredOn,
    detail: differingLines(marks.filter(isAway), away),
  });
  return { id };
}
