import "server-only";
import { type Day, dayFromUtc, dayOf, utcOf } from "@/lib/dates";
import { deny, firstDenial } from "@/lib/decision";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { type Mark, mayEnterTotals, mayMark } from "@/domains/sessions/rules/attendance";
import {
  assertOneChanged,
  edited,
  enteredToday,
  found,
  newRecord,
  tenantOf,
  voided,
} from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { expectedMembers, findMeeting, marksOf, replaceMarks } from "../data/meetings";
import { meetingKindLabels } from "../labels";
import { mayRecordMeeting } from "../rules";
import type { CreateMeetingInput, EditMeetingInput, RecordAttendanceInput } from "../schema";

type Facts = Pick<
  EditMeetingInput,
  "number" | "kind" | "topic" | "decisions" | "place" | "membersTotal" | "membersPresent" | "occurredOn"
>;

const factsOf = (input: Facts): Facts => ({
  number: input.number,
  kind: input.kind,
  topic: input.topic,
  decisions: input.decisions,
  place: input.place,
  membersTotal: input.membersTotal,
  membersPresent: input.membersPresent,
  occurredOn: input.occurredOn,
});

const titleOf = (facts: Pick<Facts, "kind" | "topic">) =>
  `主席团${meetingKindLabels[facts.kind]}「${facts.topic}」`;

function obeyRules(scope: TownshipScope, facts: Facts, hasMarks: boolean): void {
  obey(
    firstDenial(
      mayRecordMeeting(facts.occurredOn, dayOf(scope.now)),
      mayEnterTotals(facts.membersTotal, facts.membersPresent, hasMarks),
    ),
  );
}

type Exceptions = RecordAttendanceInput["exceptions"];

/** Everybody in office that day, present unless named; nobody outside the term of office can be marked. */
async function rollOf(scope: TownshipScope, on: Day, exceptions: Exceptions) {
  const expected = await expectedMembers(scope, null, on);
  if (expected.length === 0)
    obey(deny(`${on} 没有在任的主席团成员。请先登记主席团成员；只知道人数时可只填应到、实到。`));
  const byId = new Map(exceptions.map((mark) => [mark.memberId, mark]));
  const strangers = [...byId.keys()].filter((id) => !expected.some((member) => member.memberId === id));
  if (strangers.length > 0) {
    const named = await scope.tx.presidiumMember.findMany({
      where: { ...tenantOf(scope), id: { in: strangers }, voidedAt: null },
    });
    if (named.length < strangers.length) throw notFound();
    obey(
      deny(
        `${named.map((member) => member.name).join("、")}在 ${on} 不是主席团成员，不计入应到。请核对任职日期。`,
      ),
    );
  }
  return expected.map(({ memberId, name }) => {
    const mark: Mark = byId.get(memberId) ?? { status: "present", leaveReason: null };
    obey(mayMark(name, mark));
    return { memberId, status: mark.status, leaveReason: mark.status === "leave" ? mark.leaveReason : null };
  });
}

export async function createMeeting(scope: TownshipScope, input: CreateMeetingInput) {
  const facts = factsOf(input);
  obeyRules(scope, facts, input.exceptions !== null);
  const roll = input.exceptions === null ? null : await rollOf(scope, input.occurredOn, input.exceptions);
  const record = newRecord(scope, input);
  await scope.tx.presidiumMeeting.create({
    data: {
      ...record,
      ...facts,
      occurredOn: utcOf(input.occurredOn),
      attendanceEnteredOn: roll === null ? null : enteredToday(scope),
    },
  });
  if (roll) await replaceMarks(scope, record.id, roll);
  await scope.audit({
    action: "presidium.create",
    recordType: "presidiumMeeting",
    recordId: record.id,
    summary: `登记${titleOf(facts)}`,
    occurredOn: input.occurredOn,
    detail: { after: { ...facts, notPresent: roll?.filter((mark) => mark.status !== "present") ?? null } },
  });
  return { id: record.id };
}

async function change(
  scope: TownshipScope,
  key: { id: string; version: number },
  data: Record<string, unknown>,
): Promise<void> {
  const { count } = await scope.tx.presidiumMeeting.updateMany({
    where: { ...tenantOf(scope), id: key.id, version: key.version, voidedAt: null },
    data: { ...data, ...edited(scope) },
  });
  assertOneChanged(count);
}

export async function editMeeting(scope: TownshipScope, input: EditMeetingInput) {
  const { id, occurredOn } = input;
  const before = found(await findMeeting(scope, id));
  const marks = await marksOf(scope, id);
  const facts = factsOf(input);
  obeyRules(scope, facts, marks.length > 0);
  const outside = marks.filter(
    (mark) => mark.startsOn > occurredOn || (mark.endsOn !== null && mark.endsOn < occurredOn),
  );
  if (outside.length > 0) {
    const names = outside.map((mark) => mark.name).join("、");
    obey(deny(`改到 ${occurredOn} 后，${names}当日不在任。请先核对任职日期或重新登记出席。`));
  }
  await change(scope, input, { ...facts, occurredOn: utcOf(occurredOn) });
  await scope.audit({
    action: "presidium.edit",
    recordType: "presidiumMeeting",
    recordId: id,
    summary: `修改${titleOf(facts)}`,
    detail: {
      before: factsOf({
        ...before,
        kind: before.kind as Facts["kind"],
        occurredOn: dayFromUtc(before.occurredOn),
      }),
      after: facts,
    },
  });
  return { id };
}

export async function recordAttendance(scope: TownshipScope, input: RecordAttendanceInput) {
  const { id, exceptions } = input;
  const meeting = found(await findMeeting(scope, id));
  const occurredOn = dayFromUtc(meeting.occurredOn);
  const roll = await rollOf(scope, occurredOn, exceptions);
  const marks = await marksOf(scope, id);
  const before = marks.filter((mark) => mark.status !== "present");
  await change(scope, input, {
    membersTotal: null,
    membersPresent: null,
    // A roll that is corrected was entered when it was first called.
    ...(marks.length > 0 ? {} : { attendanceEnteredOn: enteredToday(scope) }),
  });
  await replaceMarks(scope, id, roll);
  const notPresent = roll.filter((mark) => mark.status !== "present");
  await scope.audit({
    action: "presidium.recordAttendance",
    recordType: "presidiumMeeting",
    recordId: id,
    summary: `登记主席团会议出席：应到 ${roll.length} 人，实到 ${roll.length - notPresent.length} 人`,
    occurredOn,
    detail: { before, after: notPresent },
  });
  return { id };
}

export async function voidMeeting(scope: TownshipScope, input: ReasonInput) {
  const { id, reason } = input;
  const before = found(await findMeeting(scope, id));
  await change(scope, input, voided(scope, reason));
  await scope.audit({
    action: "presidium.void",
    recordType: "presidiumMeeting",
    recordId: id,
    summary: `作废${titleOf({ kind: before.kind as Facts["kind"], topic: before.topic })}：${reason}`,
    detail: { reason },
  });
  return { id };
}
