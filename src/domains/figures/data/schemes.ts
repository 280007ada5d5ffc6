import "server-only";
import { v7 as uuid } from "uuid";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { changeOneOfCounty, type ChangesOf, type Seen } from "@/server/db/change";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { comparedCodes, type MetricCode, withDomains } from "../rules/metrics";
import { type Scheme, type Subject, subjectOf } from "../rules/scheme";
import { defaultSchemes } from "../rules/subject-schemes";
import { schemeDefinition } from "../schema";

const { sql } = Prisma;

export type SchemeOfYear = {
  scheme: Scheme;
  /** false while the county has adopted no scheme for the year and the default one is shown for reading */
  adopted: boolean;
  /** since when the county's own scheme holds; null while it has adopted none */
  since: Day | null;
  /** which of the year's published versions it is */
  edition: number | null;
  /** sha256 of the definition's canonical JSON (lib/canonical-json), as the database kept it when it was published */
  hash: string | null;
};

const day = (column: Prisma.Sql) => sql`to_char(${column} AT TIME ZONE interval '8 hours', 'YYYY-MM-DD')`;

/** Whom version `s` assesses; the indexes of the table hold this very expression. */
const subjectOfRow = sql`coalesce(s.definition ->> 'subject', 'township')`;

type InForce = { definition: unknown; since: Day; edition: number; hash: string };

/** The scheme in force for a county's year, its last published version; without one, the default. */
export async function schemeOf(
  tx: Rows,
  countyId: string,
  year: number,
  subject: Subject = "township",
): Promise<SchemeOfYear> {
  const [row] = await tx.$often<InForce[]>`
    SELECT definition, ${day(sql`coalesce(published_at, created_at)`)} AS since, edition, hash
    FROM assessment_scheme s WHERE county_id = ${countyId}::uuid AND year = ${year}::int AND status = 'published'
      AND ${subjectOfRow} = ${subject}
    ORDER BY edition DESC LIMIT 1`;
  return row === undefined
    ? { scheme: defaultSchemes[subject], adopted: false, since: null, edition: null, hash: null }
    : { ...row, scheme: schemeDefinition.parse(row.definition), adopted: true };
}

export type SchemeVersion = {
  id: string;
  version: number;
  year: number;
  /** whom it assesses: a year's versions are counted for each apart */
  subject: Subject;
  edition: number;
  name: string;
  status: "draft" | "consultation" | "published";
  enteredByName: string;
  enteredOn: Day;
  editedByName: string | null;
  consultedOn: Day | null;
  consultedUntil: Day | null;
  publishedOn: Day | null;
  publishedByName: string | null;
  decisionNumber: string | null;
  decisionReason: string | null;
  hash: string | null;
  /** the last published version of its year, of those that assess the same */
  inForce: boolean;
};

const columns = sql`s.id, s.version, s.year, ${subjectOfRow} AS subject, s.edition, s.name, s.status, s.entered_by_name AS "enteredByName",
  ${day(sql`s.created_at`)} AS "enteredOn", s.edited_by_name AS "editedByName",
  to_char(s.consulted_on, 'YYYY-MM-DD') AS "consultedOn", to_char(s.consulted_until, 'YYYY-MM-DD') AS "consultedUntil",
  ${day(sql`s.published_at`)} AS "publishedOn", s.published_by_name AS "publishedByName",
  s.decision_number AS "decisionNumber", s.decision_reason AS "decisionReason", s.hash,
  s.status = 'published' AND NOT EXISTS (SELECT FROM assessment_scheme l WHERE l.county_id = s.county_id
    AND l.year = s.year AND coalesce(l.definition ->> 'subject', 'township') = ${subjectOfRow} AND l.status = 'published'
    AND l.edition > s.edition) AS "inForce"`;

type Reader = { tx: Rows; countyId: string };

/** Every version that a county has, the newest year and version first. */
export function schemeVersions({ tx, countyId }: Reader): Promise<SchemeVersion[]> {
  return tx.$often<SchemeVersion[]>`
    SELECT ${columns} FROM assessment_scheme s WHERE s.county_id = ${countyId}::uuid 
    ORDER BY s.year DESC, array_position(ARRAY['township', 'group', 'unit'], ${subjectOfRow}), s.edition DESC`;
}

export type KeptScheme = SchemeVersion & { scheme: Scheme };

/** One version with all it says. @throws NOT_FOUND for an unknown and a foreign id alike */
export async function schemeById({ tx, countyId }: Reader, id: string): Promise<KeptScheme> {
  const [row] = await tx.$queryRaw<(SchemeVersion & { definition: unknown })[]>`
    SELECT ${columns}, s.definition FROM assessment_scheme s WHERE s.county_id = ${countyId}::uuid AND s.id = ${id}::uuid`;
  if (row === undefined) throw notFound();
  const { definition, ...version } = row;
  return { ...version, scheme: schemeDefinition.parse(definition) };
}

/** What has versions of its own: a year, and whom it assesses. */
export type Versioned = { year: number; subject: Subject };

export const sameVersioned = (one: Versioned, other: Versioned): boolean =>
  one.year === other.year && one.subject === other.subject;

/** The version that is being worked on, if there is one. */
export async function openScheme(scope: Reader, of: Versioned): Promise<SchemeVersion | null> {
  const all = await schemeVersions(scope);
  return all.find((one) => sameVersioned(one, of) && one.status !== "published") ?? null;
}

/** What a county's remembered sums hold: the comparison's metrics, and those that a scheme it published for townships uses besides. */
export async function countedIn({ tx, countyId }: Reader): Promise<MetricCode[]> {
  const used = await tx.$often<{ metric: string }[]>`
    SELECT DISTINCT used #>> '{}' AS metric FROM assessment_scheme s CROSS JOIN jsonb_path_query(s.definition, '$.**.metric') used
    WHERE s.county_id = ${countyId}::uuid AND s.status = 'published' AND ${subjectOfRow} = 'township' AND jsonb_typeof(used) = 'string'`;
  return withDomains([...comparedCodes, ...used.map(({ metric }) => metric)]);
}

export type UsedIn = Versioned & { metric: string; id: string; edition: number };

/** Which metric is used in which version, drafts too; the newest version first. */
export const schemesUsing = ({ tx, countyId }: Reader): Promise<UsedIn[]> => tx.$often<UsedIn[]>`
  SELECT DISTINCT used #>> '{}' AS metric, s.id, s.year, ${subjectOfRow} AS subject, s.edition
  FROM assessment_scheme s CROSS JOIN jsonb_path_query(s.definition, '$.**.metric') used
  WHERE s.county_id = ${countyId}::uuid AND jsonb_typeof(used) = 'string' ORDER BY s.year DESC, s.edition DESC`;

type Made = { year: number; edition: number; scheme: Scheme; published: boolean };

/** @returns null where somebody made the same version of the year, or another one to work on, a moment ago */
async function insertScheme(
  { tx, countyId, actor, now }: CountyScope,
  { year, edition, scheme, published }: Made,
): Promise<string | null> {
  const id = uuid();
  const by = published ? actor.name : null;
  const made = await tx.$executeRaw`
    INSERT INTO assessment_scheme (county_id, id, year, edition, name, status, definition, entered_by_name, published_at, published_by_name)
    VALUES (${countyId}::uuid, ${id}::uuid, ${year}, ${edition}, ${scheme.name}, ${published ? "published" : "draft"},
      ${JSON.stringify(scheme)}::jsonb, ${actor.name}, ${published ? now : null}, ${by})
    ON CONFLICT DO NOTHING`;
  return made === 1 ? id : null;
}

/** Stores a scheme as the county's own for a year; null where the year has a version of its own already. */
export const keepScheme = (scope: CountyScope, year: number, scheme: Scheme): Promise<string | null> =>
  insertScheme(scope, { year, edition: 1, scheme, published: true });

/** The number of the next version. */
export async function nextEdition(scope: Reader, of: Versioned): Promise<number> {
  const all = await schemeVersions(scope);
  const editions = all.filter((one) => sameVersioned(one, of)).map(({ edition }) => edition);
  return 1 + Math.max(0, ...editions);
}

/** A new version of the year to work on, after all it has. */
export async function draftScheme(scope: CountyScope, year: number, scheme: Scheme): Promise<string | null> {
  const edition = await nextEdition(scope, { year, subject: subjectOf(scheme) });
  return insertScheme(scope, { year, edition, scheme, published: false });
}

/** Changes a version that is not published yet, as it was seen; whoever saved first wins. */
export async function changeScheme(
  scope: CountyScope,
  seen: Seen,
  changes: ChangesOf<"assessmentScheme">,
): Promise<void> {
  const edited = { editedAt: scope.now, editedByName: scope.actor.name };
  await changeOneOfCounty(scope, "assessmentScheme", seen, { ...changes, ...edited });
}
