import "server-only";
import { v7 as uuid } from "uuid";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { Rows } from "@/server/db/tx";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Tx } from "@/server/db/tx";
import { holds } from "@/server/db/search";
import { datedValues } from "@/server/db/turnout";
import { type Day, dayFromUtc, dayOf, utcOf } from "@/lib/dates";
import { dayOrNull } from "@/server/db/record";
import { type LawChoice, lawRule, ruleValues } from "./rules/law";
import { type LawRuleKey, lawRuleKeys } from "./rules/law-rule";
import { type ClassRule, defaultClassRule } from "./rules/township-class";
import type { TownshipKind, TownshipStatus } from "./labels";
import type { TownshipsInput } from "./schema";

export type TownshipRow = {
  id: string;
  code: string;
  name: string;
  shortName: string;
  kind: TownshipKind;
  class: number | null;
  population: number | null;
  areaKm2: number | null;
  outputWan: number | null;
  status: TownshipStatus;
  mergedIntoName: string | null;
  sourceNote: string | null;
  version: number;
};

/** The county's townships in their official order; merged ones only when asked for. */
export function listTownships(scope: CountyScope, input: TownshipsInput): Promise<TownshipRow[]> {
  return scope.tx.$queryRaw<TownshipRow[]>`
    SELECT t.id, t.code, t.name, t.short_name AS "shortName", t.kind, t.class, t.population, t.area_km2 AS "areaKm2",
      t.output_wan AS "outputWan", t.status, m.name AS "mergedIntoName", t.source_note AS "sourceNote", t.version
    FROM township t LEFT JOIN township m ON m.county_id = t.county_id AND m.id = t.merged_into_id
    WHERE t.county_id = ${scope.countyId}::uuid AND (${input.withMerged} OR t.status = 'active')
      AND (${holds(Prisma.sql`t.name`, input.q)} OR ${holds(Prisma.sql`t.code`, input.q)})
    ORDER BY t.status, t.sort_order, t.code`;
}

/** @property code the six digits that every township's code of the county begins with */
export async function countyNamed({ tx, countyId }: CountyScope): Promise<{ code: string; name: string }> {
  const [county] = await tx.$queryRaw<{ code: string; name: string }[]>`
    SELECT code, name FROM county WHERE id = ${countyId}::uuid`;
  if (county === undefined) throw notFound();
  return county;
}

export async function townshipById(scope: CountyScope, id: string) {
  const township = await scope.tx.township.findFirst({ where: { countyId: scope.countyId, id } });
  if (township === null) throw notFound();
  return township;
}

/** The township of a township scope, with its county's law preset. */
export async function ownTownship(scope: TownshipScope) {
  const township = await scope.tx.township.findFirst({
    where: { countyId: scope.countyId, id: scope.townshipId },
  });
  const county = await scope.tx.county.findFirst({ where: { id: scope.countyId } });
  if (township === null || county === null) throw notFound();
  return {
    code: township.code,
    name: township.name,
    shortName: township.shortName,
    kind: township.kind as TownshipKind,
    class: township.class,
    population: township.population,
    areaKm2: township.areaKm2,
    outputWan: township.outputWan,
    sourceNote: township.sourceNote,
    status: township.status as TownshipStatus,
    mergedOn: dayOrNull(township.mergedOn),
    countyName: county.name,
    province: county.province,
    isDemo: county.isDemo,
  };
}

type LawRow = {
  province: string;
  ruleKey: string | null;
  value: number;
  reason: string;
  validFrom: string;
};

/** The law a county goes by: its province's preset and its own overrides, what was entered last first. */
export async function lawChoiceOf(scope: { tx: Rows; countyId: string }): Promise<LawChoice> {
  const rows = await scope.tx.$often<LawRow[]>`
    SELECT c.province, o.rule_key AS "ruleKey", o.value, o.reason, to_char(o.valid_from, 'YYYY-MM-DD') AS "validFrom"
    FROM county c LEFT JOIN law_override o ON o.county_id = c.id
    WHERE c.id = ${scope.countyId}::uuid
    ORDER BY o.entered_at DESC, o.id DESC`;
  const [first] = rows;
  if (first === undefined) throw notFound();
  const overrides = rows.flatMap(({ ruleKey, value, reason, validFrom }) =>
    ruleKey === null ? [] : [{ ruleKey, value, reason, validFrom }],
  );
  return { province: first.province, overrides };
}

/** Before the first organic law of this republic's townships no rule binds. */
const lawBegins = "1979-07-01";

/** The value of a rule on the day of a row, to be joined as `q.value`. @param day a column of the row */
export async function ruleByDay(
  scope: { tx: Rows; countyId: string; now: Date },
  key: LawRuleKey,
  day: Prisma.Sql,
): Promise<Prisma.Sql> {
  const values = ruleValues(await lawChoiceOf(scope), key, lawBegins, dayOf(scope.now));
  return Prisma.sql`${datedValues(values)} q (since, until, value) ON ${day} BETWEEN q.since AND q.until`;
}

/** The same in a statement of another slice, as JSON. @param row the alias of a row with `county_id` */
export const lawChoiceOfRow = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('province', c.province, 'overrides', (
    SELECT coalesce(json_agg(own), '[]'::json) FROM (
      SELECT o.rule_key AS "ruleKey", o.value, o.reason, o.valid_from AS "validFrom" FROM law_override o
      WHERE o.county_id = c.id ORDER BY o.entered_at DESC, o.id DESC) own))
  FROM county c WHERE c.id = ${row}.county_id)`;

type ClassStandard = {
  rule: ClassRule;
  own: boolean;
  /** since when it holds; null for the default, which holds until the county sets its own */
  since: Day | null;
};

/** The county's class rule in force today, or the default when it has set none [R5]. */
export async function classRuleOf(scope: CountyScope): Promise<ClassStandard> {
  const row = await scope.tx.classRule.findFirst({
    where: { countyId: scope.countyId, validFrom: { lte: utcOf(dayOf(scope.now)) } },
    orderBy: [{ validFrom: "desc" }, { editedAt: "desc" }],
  });
  // Only setClassRule writes this column, and its input schema is this very shape.
  return row === null
    ? { rule: defaultClassRule, own: false, since: null }
    : { rule: row.rule as unknown as ClassRule, own: true, since: dayFromUtc(row.validFrom) };
}

/** The county's own value that begins later, so that nobody wonders where a change went. */
function nextOf(choice: LawChoice, key: LawRuleKey, today: Day): { value: number; from: Day } | null {
  const next = choice.overrides
    .filter((own) => own.ruleKey === key && own.validFrom > today)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))[0];
  return next === undefined ? null : { value: next.value, from: next.validFrom };
}

/** Everything the county's settings page shows: every law rule as applied today, and the class rule. */
export async function countySettings(scope: CountyScope) {
  const choice = await lawChoiceOf(scope);
  const today = dayOf(scope.now);
  return {
    province: choice.province,
    rules: lawRuleKeys.map((key) => ({ ...lawRule(choice, key, today), next: nextOf(choice, key, today) })),
    classes: await classRuleOf(scope),
  };
}

export type ComparedTownship = {
  id: string;
  code: string;
  name: string;
  shortName: string;
  /** 1 to 3; null when the county has not classified it yet */
  class: number | null;
  /** merged into another during the year shown: its own months still count as its own */
  mergedOn: Day | null;
};

/** The townships that existed at some time of the year, by class and order; merged ones until the year they ended. */
export async function townshipsOf(tx: Tx, countyId: string, year: number): Promise<ComparedTownship[]> {
  const rows = await tx.$often<(Omit<ComparedTownship, "mergedOn"> & { mergedOn: Date | null })[]>`
    SELECT id, code, name, short_name AS "shortName", class, merged_on AS "mergedOn" FROM township
    WHERE county_id = ${countyId}::uuid AND (merged_on IS NULL OR merged_on >= make_date(${year}::int, 1, 1))
    ORDER BY class NULLS LAST, sort_order, code`;
  return rows.map((row) => ({ ...row, mergedOn: dayOrNull(row.mergedOn) }));
}

/** What the county's townships are called, merged ones too; a township's own scope knows its own name alone. */
export async function townshipNames({ tx, countyId }: { tx: Rows; countyId: string }) {
  const rows = await tx.$often<{ id: string; name: string }[]>`
    SELECT id, name FROM township WHERE county_id = ${countyId}::uuid`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Addressed = { id: string; name: string; mergedOn: Day | null; mergedIntoName: string | null };

/** Whom something of the county is addressed to, with what tells whether they still exist. @throws NOT_FOUND for another county's */
export async function addressed(
  { tx, countyId }: { tx: Rows; countyId: string },
  ids: readonly string[],
): Promise<Addressed[]> {
  const asked = [...new Set(ids)];
  const rows = await tx.$queryRaw<Addressed[]>`
    SELECT t.id, t.name, t.merged_on::text AS "mergedOn", m.name AS "mergedIntoName"
    FROM township t LEFT JOIN township m ON m.county_id = t.county_id AND m.id = t.merged_into_id
    WHERE t.county_id = ${countyId}::uuid AND t.id = ANY (${asked}::uuid[]) ORDER BY t.sort_order, t.code`;
  if (rows.length < asked.length) throw notFound();
  return rows;
}

/** The ids of those of the county's townships that have one of these codes, by the code. */
export async function townshipIdsOf(
  { tx, countyId }: { tx: Rows; countyId: string },
  codes: readonly string[],
) {
  const rows = await tx.$often<{ code: string; id: string }[]>`
    SELECT code, id FROM township WHERE county_id = ${countyId}::uuid AND code = ANY (${[...codes]}::text[])`;
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** One of the county's townships, by its code or its id. */
export async function comparedTownship(
  { tx, countyId }: Pick<CountyScope, "tx" | "countyId">,
  which: { code: string } | { id: string },
) {
  const select = { id: true, code: true, name: true, shortName: true, class: true } as const;
  const township = await tx.township.findFirst({ where: { countyId, ...which }, select });
  if (township === null) throw notFound();
  return township;
}

/** A county's own value for a rule, by the side of those it had before. */
export async function keepLawOverride(
  { tx, countyId, actor }: CountyScope,
  { validFrom, ...own }: { ruleKey: LawRuleKey; value: number; reason: string; validFrom: Day },
): Promise<string> {
  const id = uuid();
  const data = { countyId, id, ...own, validFrom: utcOf(validFrom), enteredByName: actor.name };
  await tx.lawOverride.create({ data });
  return id;
}

/** A FROM item: the county's townships, or the one. */
export const townshipsIn = (whose: {
  countyId: string;
  townshipId: string | null;
}): Prisma.Sql => Prisma.sql`(
  SELECT id, merged_on FROM township WHERE county_id = ${whose.countyId}::uuid
    AND (${whose.townshipId}::uuid IS NULL OR id = ${whose.townshipId}::uuid))`;

/** The townships in use, in their official order. */
export const activeTownships = (countyId: string): Prisma.Sql => Prisma.sql`
  SELECT id, code, name FROM township WHERE county_id = ${countyId}::uuid AND status = 'active' ORDER BY sort_order, code`;

/** The township `t` that a row names, to be joined. @param row the alias of a row with `township_id` */
export const townshipOf = (row: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`township t ON t.county_id = ${row}.county_id AND t.id = ${row}.township_id`;

/** A FROM item: every county of the platform with how many townships it has. */
export const allCounties = Prisma.sql`(
  SELECT c.*, (SELECT count(*)::int FROM township t WHERE t.county_id = c.id) AS townships FROM county c)`;

/** Registers a county; false where its code is taken. */
export async function keepCounty(
  tx: Tx,
  { id, code, name, province }: { id: string; code: string; name: string; province: string },
): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO county (id, code, name, province) VALUES (${id}::uuid, ${code}, ${name}, ${province})
    ON CONFLICT (code) DO NOTHING`;
  return made === 1;
}

export const countyExists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.county.count({ where: { id } })) === 1;
