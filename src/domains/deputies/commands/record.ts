import "server-only";
import { obey } from "@/lib/obey";
import { AppError } from "@/lib/errors";
import { utcOf } from "@/lib/dates";
import { readPersonName } from "@/lib/person-name";
import { difference } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { personKeys } from "@/server/names/pinyin";
import type { ReasonInput } from "@/server/trpc/inputs";
import { loadGroup } from "../data/groups";
import { duties } from "../data/duties";
import { lockRoster, namesakes } from "../data/namesakes";
import { loadDeputy, loadDeputyWithPhone, lockDeputy } from "../data/record";
import { levelLabels } from "../labels";
import {
  birthIsWhole,
  deputyMayBeVoided,
  genderFitsNote,
  type MandateFact,
  mandateMayStart,
} from "../rules/roster";
import type { CreateDeputyInput, EditDeputyInput, RevealPhoneInput } from "../schema";
import { Doubts, type EnteredPerson } from "./doubts";
import { enterKnown, joinGroup } from "./known";

type Person = Pick<
  CreateDeputyInput,
  "name" | "gender" | "birthYear" | "birthMonth" | "ethnicity" | "education" | "party" | "occupation"
>;

/** A note behind the name says what its own field does not: 张三（女）. */
function personOf(input: Person) {
  const { name, gender, ethnicity } = readPersonName(input.name);
  obey(genderFitsNote(gender, input.gender));
  return {
    name,
    gender: input.gender ?? gender,
    birthYear: input.birthYear,
    birthMonth: input.birthMonth,
    ethnicity: input.ethnicity ?? ethnicity,
    education: input.education,
    party: input.party,
    occupation: input.occupation,
  };
}

async function enteredOf(scope: TownshipScope, input: CreateDeputyInput): Promise<EnteredPerson> {
  const group = input.groupId === null ? null : (await loadGroup(scope, input.groupId)).name;
  return { ...personOf(input), phone: input.phone, group, mandates: input.mandates };
}

/** The form's answer stands where a file's row number would. */
const formLine = 1;

/** Whether somebody of the roster is meant; asked while nobody has said so. */
async function settledOf(scope: TownshipScope, input: CreateDeputyInput, entered: EnteredPerson) {
  await lockRoster(scope);
  const known = await namesakes(scope, [entered.name]);
  const answers = input.answer === null ? [] : [{ line: formLine, value: input.answer }];
  const found = new Doubts(known, answers).settle(formLine, entered);
  if (found.as !== "asked") return found;
  throw new AppError(
    "CONFLICT",
    `名册中已有「${entered.name}」。是同一个人的，不要重复登记；请选择后再保存。`,
    { question: found.question },
  );
}

/**
 * Registers a deputy with the mandates held, and the group when there is one [R3][R4]. Whoever may be in the roster already is
 * asked about first; the same person gets the mandates, and no second record.
 */
export async function createDeputy(scope: TownshipScope, input: CreateDeputyInput) {
  obey(birthIsWhole(input));
  const entered = await enteredOf(scope, input);
  const found = await settledOf(scope, input, entered);
  if (found.as === "known") {
    await enterKnown(scope, { ...found, entered }, { ...input, from: "登记代表" });
    return { id: found.known.id };
  }
  const person = personOf(input);
  const since = input.mandates.map((mandate) => mandate.startsOn).sort()[0] ?? "";
  const deputy = newRecord(scope, { ...input, occurredOn: since });
  const keys = personKeys(person.name);
  await scope.tx.deputy.create({ data: { ...deputy, ...person, ...keys, phone: input.phone } });
  const facts: MandateFact[] = [];
  for (const { level, startsOn } of input.mandates) {
    const fact = { level, startsOn, endsOn: null };
    obey(mandateMayStart(facts, fact));
    facts.push(fact);
  }
  await scope.tx.mandate.createMany({
    data: input.mandates.map(({ level, termName, constituency, startsOn }) => ({
      ...newRecord(scope, { ...input, occurredOn: startsOn }),
      ...{ deputyId: deputy.id, level, termName, constituency, startsOn: utcOf(startsOn) },
    })),
  });
  if (input.groupId !== null) await joinGroup(scope, input.groupId, deputy.id, since);
  const ranks = input.mandates.map((mandate) => levelLabels[mandate.level]).join("、");
  await scope.audit({
    action: "deputies.create",
    recordType: "deputy",
    recordId: deputy.id,
    summary: `登记代表 ${person.name}（${ranks}级）`,
    occurredOn: since,
    detail: difference(null, { ...person, phone: input.phone, mandates: input.mandates }),
  });
  return { id: deputy.id };
}

export async function editDeputy(scope: TownshipScope, input: EditDeputyInput) {
  obey(birthIsWhole(input));
  const before = await loadDeputyWithPhone(scope, input.id);
  const phone = input.phone === undefined ? before.phone : input.phone;
  const facts = { ...personOf(input), phone };
  await changeOne(scope, "deputy", input, { ...facts, ...personKeys(facts.name) });
  await scope.audit({
    action: "deputies.edit",
    recordType: "deputy",
    recordId: input.id,
    summary: `修改代表 ${facts.name} 的基本情况`,
    detail: difference(before, facts),
  });
  return { id: input.id };
}

/** Strikes out a deputy entered by mistake, the mandates with it. People who left office keep their record. */
export async function voidDeputy(scope: TownshipScope, input: ReasonInput) {
  const before = await lockDeputy(scope, input.id);
  obey(deputyMayBeVoided(await duties(scope, input.id)));
  await changeOne(scope, "deputy", input, voided(scope, input.reason));
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
    looked: true,
    recordType: "deputy",
    recordId: deputy.id,
    summary: `查看代表 ${deputy.name} 的完整电话：${input.reason}`,
  });
  return { id: deputy.id };
}
