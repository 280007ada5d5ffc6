import "server-only";
import { utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { assertOneChanged, edited, type Entry, newLine, newRecord, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { lockGroup, membershipsOfGroup } from "../data/groups";
import type { KnownPerson, Particulars } from "../data/namesakes";
import { lockDeputy, mandatesOf } from "../data/record";
import { levelLabels } from "../labels";
import { mandateMayStart, memberMayJoin } from "../rules/roster";
import { differencesOf, type EnteredPerson, particularLabels } from "./doubts";

type Changed = Partial<Particulars>;

export async function joinGroup(scope: TownshipScope, groupId: string, deputyId: string, startsOn: string) {
  await lockGroup(scope, groupId);
  const members = await membershipsOfGroup(scope, groupId);
  obey(memberMayJoin(members, { deputyId, role: "member", startsOn, endsOn: null }));
  await scope.tx.groupMember.create({
    data: { ...newLine(scope), groupId, deputyId, role: "member", startsOn: utcOf(startsOn) },
  });
}

async function changeParticulars(scope: TownshipScope, known: KnownPerson, values: Changed): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await changeOne(scope, "deputy", known, values);
}

type Merge = { entered: EnteredPerson; known: KnownPerson; choice: "update" | "keep" };
type How = Omit<Entry, "occurredOn"> & { groupId: string | null; from: string };

/** @returns in words what was added */
async function addMissing(scope: TownshipScope, { entered, known }: Merge, entry: Omit<Entry, "occurredOn">) {
  const { missing } = differencesOf(entered, known);
  const held = await mandatesOf(scope, known.id);
  for (const { level, startsOn } of missing) obey(mandateMayStart(held, { level, startsOn, endsOn: null }));
  await scope.tx.mandate.createMany({
    data: missing.map(({ level, termName, constituency, startsOn }) => ({
      ...newRecord(scope, { ...entry, occurredOn: startsOn }),
      ...{ deputyId: known.id, level, termName, constituency, startsOn: utcOf(startsOn) },
    })),
  });
  return missing.map(({ level, termName }) => `当选${termName}${levelLabels[level]}人大代表`);
}

/** @returns in words what was changed, and the particulars before and after */
async function update(scope: TownshipScope, { entered, known }: Merge, groupId: string | null) {
  const { changed, placed, joins } = differencesOf(entered, known);
  const valuesOf = (person: Changed): Changed =>
    Object.fromEntries(changed.map((field) => [field, person[field]]));
  await changeParticulars(scope, known, valuesOf(entered));
  for (const { level, constituency } of placed) {
    const open = { deputyId: known.id, level, endsOn: null, voidedAt: null, constituency: null };
    const data = { ...edited(scope), constituency };
    const { count } = await scope.tx.mandate.updateMany({ where: { ...tenantOf(scope), ...open }, data });
    assertOneChanged(count);
  }
  const joining = groupId !== null && joins !== null;
  if (joining) await joinGroup(scope, groupId, known.id, entered.mandates[0]?.startsOn ?? "");
  const names = [
    ...changed.map((field) => particularLabels[field]),
    ...(placed.length > 0 ? ["选区"] : []),
    ...(joining ? ["小组"] : []),
  ];
  return {
    words: names.length > 0 ? [`更新${names.join("、")}`] : [],
    changes: difference(known, valuesOf(entered)),
  };
}

/**
 * Enters what a form or a row tells of somebody already in the roster, after a person has said that it is the same one: mandates
 * not yet held are added; with `update` what differs is changed too, with `keep` the roster stays as it is.
 * @returns whether anything changed
 */
export async function enterKnown(
  scope: TownshipScope,
  merge: Merge,
  { groupId, from, source, sourceNote, lateReason }: How,
): Promise<boolean> {
  const { entered, known, choice } = merge;
  await lockDeputy(scope, known.id);
  const entry = { source: source ?? "form", sourceNote: sourceNote ?? null, lateReason: lateReason ?? null };
  const added = await addMissing(scope, merge, entry);
  const { words, changes } =
    choice === "update" ? await update(scope, merge, groupId) : { words: [], changes: {} };
  const told = [...added, ...words];
  if (told.length === 0) return false;
  const { missing } = differencesOf(entered, known);
  await scope.audit({
    action: choice === "update" ? "deputies.edit" : "deputies.addMandate",
    recordType: "deputy",
    recordId: known.id,
    summary: `${known.name}：${told.join("，")}（${from}）`,
    detail: { ...changes, mandates: missing },
  });
  return true;
}
