import "server-only";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { own } from "@/server/records/uses";
import type { PracticeState, Topic } from "../labels";

const { sql } = Prisma;

/** A record that shows the practice; in the library its title and day are kept with the edition. */
export type EvidenceRef = { recordType: string; recordId: string };
export type EvidenceShown = EvidenceRef & { title: string; day: Day | null };
export type FileShown = { id: string; name: string; mime: string; size: number };

/** What a practice says, in its own office and in the library alike. */
export type PracticeText = {
  topic: Topic;
  title: string;
  problem: string;
  steps: string;
  conditions: string | null;
  cost: string | null;
  lawBasis: string | null;
  metrics: string[];
};

export type PracticeRow = PracticeText & {
  id: string;
  townshipId: string;
  number: number;
  state: PracticeState;
  evidence: EvidenceRef[];
  confirmedOn: Day | null;
  confirmedByName: string | null;
  returnedOn: Day | null;
  returnReason: string | null;
  publishedOn: Day | null;
  enteredOn: Day;
  enteredByName: string;
  version: number;
  /** the one in the library, where it was published */
  edition: { id: string; number: number; version: number; retiredOn: Day | null } | null;
};

const textColumns = (row: Prisma.Sql): Prisma.Sql =>
  sql`${row}.topic, ${row}.title, ${row}.problem, ${row}.steps, ${row}.conditions, ${row}.cost, ${row}.law_basis AS "lawBasis", ${row}.metrics`;

const p = sql`p`;
const latest = sql`(SELECT json_build_object('id', e.id, 'number', e.number, 'version', e.version, 'retiredOn', e.retired_on)
  FROM practice_edition e WHERE e.county_id = p.county_id AND e.practice_id = p.id AND e.superseded_on IS NULL)`;
const practiceColumns = sql`p.id, p.township_id AS "townshipId", p.number, p.state, ${textColumns(p)}, p.evidence, p.confirmed_on::text AS "confirmedOn",
  p.confirmed_by_name AS "confirmedByName", p.returned_on::text AS "returnedOn", p.return_reason AS "returnReason",
  p.published_on::text AS "publishedOn", to_char(p.entered_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "enteredOn",
  p.entered_by_name AS "enteredByName", p.version,
  ${latest} AS edition`;

type Reader = { tx: Rows; countyId: string };

/** A township's practices that stand, what was changed last first. */
export const practicesWhere = (scope: TownshipReader, which: Prisma.Sql): Promise<PracticeRow[]> =>
  scope.tx.$queryRaw<PracticeRow[]>`
    SELECT ${practiceColumns} FROM practice p WHERE ${own(scope, p)} AND ${which} ORDER BY coalesce(p.edited_at, p.entered_at) DESC, p.id LIMIT 500`;

export async function practiceById(scope: TownshipReader, id: string): Promise<PracticeRow> {
  const [row] = await practicesWhere(scope, sql`p.id = ${id}::uuid`);
  if (row === undefined) throw notFound();
  return row;
}

/** What townships handed to the county, the longest waiting first; a draft is no matter of the county's. */
export const confirmedWhere = ({ tx, countyId }: CountyScope, which: Prisma.Sql): Promise<PracticeRow[]> =>
  tx.$queryRaw<PracticeRow[]>`
    SELECT ${practiceColumns} FROM practice p
    WHERE ${own({ countyId, townshipId: null }, p)} AND p.confirmed_on IS NOT NULL AND p.state <> 'draft' AND ${which}
    ORDER BY p.confirmed_on, p.id LIMIT 500`;

export async function confirmedById(scope: CountyScope, id: string): Promise<PracticeRow> {
  const [row] = await confirmedWhere(scope, sql`p.id = ${id}::uuid`);
  if (row === undefined) throw notFound();
  return row;
}

export type EditionRow = PracticeText & {
  id: string;
  practiceId: string;
  authorId: string;
  authorCode: string;
  authorName: string;
  authorClass: number | null;
  number: number;
  evidence: EvidenceShown[];
  files: FileShown[];
  publishedOn: Day;
  publishedByName: string;
  current: boolean;
  retiredOn: Day | null;
  retiredByName: string | null;
  retireReason: string | null;
  version: number;
  uses: number;
  helped: number;
};

const e = sql`e`;

/** How many uses of an edition's practice whoever asks may know of: those said to have helped, everybody. */
const usesOf = (which: Prisma.Sql): Prisma.Sql => sql`(SELECT count(*)::int FROM practice_use u
  WHERE u.county_id = e.county_id AND u.practice_id = e.practice_id AND ${which})`;

export const editionColumns = sql`e.id, e.practice_id AS "practiceId", e.author_id AS "authorId", e.author_code AS "authorCode",
  e.author_name AS "authorName", e.author_class AS "authorClass", e.number, ${textColumns(e)}, e.evidence, e.files,
  e.published_on::text AS "publishedOn", e.published_by_name AS "publishedByName", e.superseded_on IS NULL AS current,
  e.retired_on::text AS "retiredOn", e.retired_by_name AS "retiredByName", e.retire_reason AS "retireReason", e.version,
  ${usesOf(sql`u.ended_on IS NULL`)} AS uses, ${usesOf(sql`u.helped`)} AS helped`;

/** Editions that meet a condition on `e`, what was published last first. */
export const editionsWhere = ({ tx, countyId }: Reader, which: Prisma.Sql): Promise<EditionRow[]> =>
  tx.$queryRaw<EditionRow[]>`
    SELECT ${editionColumns} FROM practice_edition e WHERE e.county_id = ${countyId}::uuid AND ${which}
    ORDER BY e.published_on DESC, e.number DESC, e.id LIMIT 5000`;

export async function editionById(scope: Reader, id: string): Promise<EditionRow> {
  const [row] = await editionsWhere(scope, sql`e.id = ${id}::uuid`);
  if (row === undefined) throw notFound();
  return row;
}

/** Every edition of a practice, the latest first. */
export const editionsOf = (scope: Reader, practiceId: string): Promise<EditionRow[]> =>
  editionsWhere(scope, sql`e.practice_id = ${practiceId}::uuid`);
