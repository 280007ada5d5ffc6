import "server-only";
import { deputiesNamed } from "@/domains/deputies/data/in-office";
import { dayFromUtc, utcOf } from "@/lib/dates";
import { deny } from "@/lib/decision";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import {
  assertOneChanged,
  dateOrNull,
  dayOrNull,
  edited,
  found,
  newRecord,
  tenantOf,
  voided,
} from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { findMember, otherSpans } from "../data/members";
import { presidiumPostLabels } from "../labels";
import { mayEnterTogether, mayServe } from "../rules";
import type { CreateMemberInput, CreateMembersInput, EditMemberInput } from "../schema";

type Facts = Pick<
  EditMemberInput,
  "deputyId" | "name" | "post" | "fullTime" | "otherPosts" | "startsOn" | "endsOn"
>;

const factsOf = ({ deputyId, name, post, fullTime, otherPosts, startsOn, endsOn }: Facts): Facts => ({
  deputyId,
  name,
  post,
  fullTime,
  otherPosts,
  startsOn,
  endsOn,
});

const columnsOf = (facts: Facts) => ({
  ...factsOf(facts),
  startsOn: utcOf(facts.startsOn),
  endsOn: dateOrNull(facts.endsOn),
});

/** A deputy named by id keeps the name of the roster, so that the two never differ. */
async function checked(scope: TownshipScope, facts: Facts, exceptId: string | null): Promise<Facts> {
  const { deputyId } = facts;
  const [deputy] = deputyId === null ? [] : await deputiesNamed(scope, [deputyId]);
  if (deputyId !== null && deputy === undefined) throw notFound();
  const member = { ...factsOf(facts), name: deputy?.name ?? facts.name };
  obey(mayServe(member, await otherSpans(scope, { ...member, exceptId })));
  return member;
}

async function enterMember(
  scope: TownshipScope,
  input: Omit<CreateMemberInput, "township" | "idempotencyKey">,
) {
  const member = await checked(scope, input, null);
  const record = newRecord(scope, { ...input, occurredOn: member.startsOn });
  await scope.tx.presidiumMember.create({ data: { ...record, ...columnsOf(member) } });
  await scope.audit({
    action: "presidium.createMember",
    recordType: "presidiumMember",
    recordId: record.id,
    summary: `登记主席团成员${member.name}（${presidiumPostLabels[member.post]}）`,
    occurredOn: member.startsOn,
    detail: { after: member },
  });
  return { id: record.id };
}

export function createMember(scope: TownshipScope, input: CreateMemberInput) {
  return enterMember(scope, input);
}

/** All or none: one who may not serve is named, and nobody is entered. */
export async function createMembers(scope: TownshipScope, input: CreateMembersInput) {
  const { deputyIds, post, fullTime, startsOn, sourceNote, lateReason } = input;
  obey(mayEnterTogether(post, deputyIds.length));
  const shared = { post, fullTime, startsOn, endsOn: null, otherPosts: null, sourceNote, lateReason };
  const ids: string[] = [];
  for (const deputyId of deputyIds)
    ids.push((await enterMember(scope, { ...shared, deputyId, name: "" })).id);
  return { ids };
}

export async function editMember(scope: TownshipScope, input: EditMemberInput) {
  const { id, version } = input;
  const before = found(await findMember(scope, id));
  const member = await checked(scope, input, id);
  const outside = await scope.tx.presidiumAttendance.count({
    where: {
      ...tenantOf(scope),
      memberId: id,
      meeting: {
        voidedAt: null,
        OR: [
          { occurredOn: { lt: utcOf(member.startsOn) } },
          ...(member.endsOn === null ? [] : [{ occurredOn: { gt: utcOf(member.endsOn) } }]),
        ],
      },
    },
  });
  if (outside > 0)
    obey(
      deny(
        `${member.name}在新的任职期之外有 ${outside} 次会议出席记录，请先核对日期或重新登记那些会议的出席。`,
      ),
    );
  const { count } = await scope.tx.presidiumMember.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...columnsOf(member), occurredOn: utcOf(member.startsOn), ...edited(scope) },
  });
  assertOneChanged(count);
  await scope.audit({
    action: "presidium.editMember",
    recordType: "presidiumMember",
    recordId: id,
    summary: `修改主席团成员${member.name}`,
    detail: {
      before: {
        ...before,
        deputy: undefined,
        startsOn: dayFromUtc(before.startsOn),
        endsOn: dayOrNull(before.endsOn),
      },
      after: member,
    },
  });
  return { id };
}

export async function voidMember(scope: TownshipScope, input: ReasonInput) {
  const { id, version, reason } = input;
  const before = found(await findMember(scope, id));
  const marks = await scope.tx.presidiumAttendance.count({
    where: { ...tenantOf(scope), memberId: id, meeting: { voidedAt: null } },
  });
  if (marks > 0) obey(deny(`${before.name}已有 ${marks} 次会议出席记录，不能作废。离任的请填写离任日期。`));
  const { count } = await scope.tx.presidiumMember.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: voided(scope, reason),
  });
  assertOneChanged(count);
  await scope.audit({
    action: "presidium.voidMember",
    recordType: "presidiumMember",
    recordId: id,
    summary: `作废主席团成员${before.name}：${reason}`,
    detail: { reason },
  });
  return { id };
}
