import "server-only";
import { v7 as uuid } from "uuid";
import { countyStaff } from "@/domains/accounts/data";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayFromUtc, dayOf, utcOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { checklistPresets, presetNamed } from "../rules/checklists";
import { defaultLimits, type SetLimits } from "../rules/limits";
import type { ChecklistInput, LimitsInput, MarkInput } from "../schema";
import type { Point, Task } from "./rows";

type Reader = { tx: Rows; countyId: string };
type Checklist = { id: string; name: string; lawName: string | null; items: Point[]; version: number };
export type Mark = { id: string; name: string; from: Day; until: Day; townships: string[]; version: number };

const checklistsOf = ({ tx, countyId }: Reader) => tx.$often<Checklist[]>`
  SELECT id, name, law_name AS "lawName", items, version FROM joint_checklist
  WHERE county_id = ${countyId}::uuid AND voided_at IS NULL ORDER BY name LIMIT 500`;

export const marksOf = ({ tx, countyId }: Reader, year: number) => tx.$often<Mark[]>`
  SELECT id, name, from_on::text AS "from", until_on::text AS until, townships, version FROM county_mark
  WHERE county_id = ${countyId}::uuid AND voided_at IS NULL AND from_on < make_date(${year}::int + 1, 1, 1)
    AND until_on >= make_date(${year}::int, 1, 1) ORDER BY from_on, id LIMIT 500`;

/** @property version null where the county goes by the program's own numbers */
export async function limitsOf({ tx, countyId }: Reader): Promise<SetLimits & { version: number | null }> {
  const [row] = await tx.$often<(SetLimits & { version: number })[]>`
    SELECT township_per_year AS "townshipPerYear", gap_days AS "gapDays", unit_per_year AS "unitPerYear",
      papers_per_year AS "papersPerYear", version
    FROM burden_limit WHERE county_id = ${countyId}::uuid`;
  return row ?? { ...defaultLimits, version: null };
}

/** The points a task copies: of the county's own list, of a preset, or as they were. */
export async function checklistNamed(scope: CountyScope, chosen: string | null, was?: Task) {
  if (chosen === null)
    return was === undefined
      ? { checklist: [], checklistName: null }
      : { checklist: was.checklist, checklistName: was.checklistName };
  const own = (await checklistsOf(scope)).find(({ id }) => id === chosen);
  const found = own ?? presetNamed(chosen);
  if (found === undefined) throw notFound();
  return { checklist: found.items, checklistName: found.name };
}

/** What a form for a task offers, and what the county has set for all of them. */
export async function setUp(scope: CountyScope) {
  const today = dayOf(scope.now);
  const year = yearOf(today);
  const own = await checklistsOf(scope);
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  return {
    today,
    checklists: own,
    presets: checklistPresets.filter(({ name }) => !own.some((one) => one.name === name)),
    marks: [...(await marksOf(scope, year)), ...(await marksOf(scope, year + 1))],
    limits: await limitsOf(scope),
    staff: (await countyStaff(scope.tx)).flatMap(({ id, name, active }) => (active ? [{ id, name }] : [])),
    townships: townships.flatMap(({ id, code, name, mergedOn }) =>
      mergedOn === null ? [{ id, code, name }] : [],
    ),
  };
}

export async function keepChecklist(scope: CountyScope, input: ChecklistInput): Promise<string> {
  const { tx, countyId, actor } = scope;
  const { id, version, name, lawName, items } = input;
  if (id === null) {
    const made = uuid();
    await tx.jointChecklist.create({
      data: { countyId, id: made, name, lawName, items, enteredAt: scope.now, enteredByName: actor.name },
    });
    return made;
  }
  const { count } = await tx.jointChecklist.updateMany({
    where: { countyId, id, version: version ?? 0, voidedAt: null },
    data: { name, lawName, items, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return id;
}

export async function checklistById(scope: CountyScope, id: string): Promise<Checklist> {
  const found = (await checklistsOf(scope)).find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return found;
}

export const checklistNames = async (scope: CountyScope) =>
  (await checklistsOf(scope)).map(({ id, name }) => ({ id, name }));

export async function keepMark(
  scope: CountyScope,
  { name, from, until, townships }: MarkInput,
): Promise<string> {
  const id = uuid();
  await scope.tx.countyMark.create({
    data: {
      ...{ countyId: scope.countyId, id, name, townships, fromOn: utcOf(from), untilOn: utcOf(until) },
      ...{ enteredAt: scope.now, enteredByName: scope.actor.name },
    },
  });
  return id;
}

export async function strikeMark(scope: CountyScope, { id, version }: { id: string; version: number }) {
  const { tx, countyId, now } = scope;
  const mark = await tx.countyMark.findFirst({ where: { countyId, id, voidedAt: null } });
  if (mark === null) throw notFound();
  const { count } = await tx.countyMark.updateMany({
    where: { countyId, id, version, voidedAt: null },
    data: { voidedAt: now, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return { name: mark.name, from: dayFromUtc(mark.fromOn), until: dayFromUtc(mark.untilOn) };
}

export async function keepLimits(scope: CountyScope, { version, ...input }: LimitsInput): Promise<void> {
  const { tx, countyId, actor } = scope;
  const { townshipPerYear, gapDays, unitPerYear, papersPerYear } = input;
  const said = { townshipPerYear, gapDays, unitPerYear, papersPerYear, editedByName: actor.name };
  if (version === null) {
    const made = await tx.burdenLimit.createMany({
      data: [{ countyId, id: uuid(), ...said }],
      skipDuplicates: true,
    });
    assertOneChanged(made.count);
    return;
  }
  const { count } = await tx.burdenLimit.updateMany({
    where: { countyId, version },
    data: { ...said, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
