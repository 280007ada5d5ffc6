import "server-only";
import { obey } from "@/lib/obey";
import { AppError } from "@/lib/errors";
import { utcOf } from "@/lib/dates";
import { assertOneChanged, edited, newLine, newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { personKeys } from "@/server/names/pinyin";
import type { ReasonInput } from "@/server/trpc/inputs";
import { lockGroup, membershipsOfGroup } from "../data/groups";
import { duties, loadDeputy, lockDeputy, namesakes } from "../data/record";
import { levelLabels } from "../labels";
import {
  birthIsWhole,
  deputyMayBeVoided,
  type MandateFact,
  mandateMayStart,
  maskedPhone,
  memberMayJoin,
  samePerson,
} from "../rules";
import type { CreateDeputyInput, EditDeputyInput, RevealPhoneInput } from "../schema";

type Person = Pick<
  CreateDeputyInput,
  "name" | "gender" | "birthYear" | "birthMonth" | "ethnicity" | "education" | "party" | "occupation"
>;

const personOf = (input: Person) => ({
  name: input.name,
  ...personKeys(input.name),
  gender: input.gender,
  birthYear: input.birthYear,
  birthMonth: input.birthMonth,
  ethnicity: input.ethnicity,
  education: input.education,
  party: input.party,
  occupation: input.occupation,
});

async function refuseTwin(scope: TownshipScope, input: CreateDeputyInput): Promise<void> {
  const known = await namesakes(scope, [input.name]);
  const twin = known.find((other) =>
    input.mandates.some((mandate) => samePerson(other, { ...mandate, name: input.name, phone: input.phone })),
  );
  if (!twin) return;
  throw new AppError(
    "CONFLICT",
    `名册中已有同级、同选区（或同电话）的「${twin.name}」。请打开那条记录增加任职，不要重复登记。`,
    { deputyId: twin.id },
  );
}

/** Registers a deputy with the mandates held, and the group when there is one [R3][R4]. */
export async function createDeputy(scope: TownshipScope, input: CreateDeputyInput) {
  obey(birthIsWhole(input));
  await refuseTwin(scope, input);
  const since = input.mandates.map((mandate) => mandate.startsOn).sort()[0] ?? "";
  const deputy = newRecord(scope, { ...input, occurredOn: since });
  await scope.tx.deputy.create({ data: { ...deputy, ...personOf(input), phone: input.phone } });
  const facts: MandateFact[] = [];
  for (const { level, termName, constituency, startsOn } of input.mandates) {
    const fact = { level, startsOn, endsOn: null };
    obey(mandateMayStart(facts, fact));
    facts.push(fact);
    const record = newRecord(scope, { ...input, occurredOn: startsOn });
    await scope.tx.mandate.create({
      data: { ...record, deputyId: deputy.id, level, termName, constituency, startsOn: utcOf(startsOn) },
    });
  }
  if (input.groupId !== null) await joinFirstGroup(scope, input.groupId, deputy.id, since);
  const ranks = input.mandates.map((mandate) => levelLabels[mandate.level]).join("、");
  await scope.audit({
    action: "deputies.create",
    recordType: "deputy",
    recordId: deputy.id,
    summary: `登记代表 ${input.name}（${ranks}级）`,
    occurredOn: since,
    detail: { after: { ...personOf(input), phone: maskedPhone(input.phone), mandates: input.mandates } },
  });
  return { id: deputy.id };
}

async function joinFirstGroup(scope: TownshipScope, groupId: string, deputyId: string, startsOn: string) {
  await lockGroup(scope, groupId);
  const members = await membershipsOfGroup(scope, groupId);
  obey(memberMayJoin(members, { deputyId, role: "member", startsOn, endsOn: null }));
  await scope.tx.groupMember.create({
    data: { ...newLine(scope), groupId, deputyId, role: "member", startsOn: utcOf(startsOn) },
  });
}

export async function editDeputy(scope: TownshipScope, input: EditDeputyInput) {
  obey(birthIsWhole(input));
  const before = await loadDeputy(scope, input.id);
  const phone = input.phone === undefined ? before.phone : input.phone;
  const { count } = await scope.tx.deputy.updateMany({
    where: { ...tenantOf(scope), id: input.id, version: input.version, voidedAt: null },
    data: { ...edited(scope), ...personOf(input), phone },
  });
  const { name, gender, birthYear, birthMonth, ethnicity, education, party, occupation, version } = before;
  const shown = { name, gender, birthYear, birthMonth, ethnicity, education, party, occupation };
  assertOneChanged(count, { ...shown, version });
  await scope.audit({
    action: "deputies.edit",
    recordType: "deputy",
    recordId: input.id,
    summary: `修改代表 ${input.name} 的基本情况`,
    detail: {
      before: { ...shown, phone: maskedPhone(before.phone) },
      after: { ...personOf(input), phone: maskedPhone(phone) },
    },
  });
  return { id: input.id };
}

/** Strikes out a deputy entered by mistake, the mandates with it. People who left office keep their record. */
export async function voidDeputy(scope: TownshipScope, input: ReasonInput) {
  const before = await lockDeputy(scope, input.id);
  obey(deputyMayBeVoided(await duties(scope, input.id)));
  const { count } = await scope.tx.deputy.updateMany({
    where: { ...tenantOf(scope), id: input.id, version: input.version, voidedAt: null },
    data: voided(scope, input.reason),
  });
  assertOneChanged(count, { version: before.version });
  await scope.tx.mandate.updateMany({
    where: { ...tenantOf(scope), deputyId: input.id, voidedAt: null },
    data: voided(scope, input.reason),
  });
  await scope.tx.groupMember.deleteMany({ where: { ...tenantOf(scope), deputyId: input.id } });
  await scope.audit({
    action: "deputies.void",
    recordType: "deputy",
    recordId: input.id,
    summary: `作废代表 ${before.name} 的记录：${input.reason}`,
  });
  return { id: input.id };
}

/**
 * Writes down that somebody looks at the whole telephone number, and why [PIPL]. The number is no part of the answer,
 * which is kept with the idempotency key.
 */
export async function revealPhone(scope: TownshipScope, input: RevealPhoneInput) {
  const deputy = await loadDeputy(scope, input.id);
  await scope.audit({
    action: "deputies.revealPhone",
    recordType: "deputy",
    recordId: deputy.id,
    summary: `查看代表 ${deputy.name} 的完整电话：${input.reason}`,
  });
  return { id: deputy.id };
}
