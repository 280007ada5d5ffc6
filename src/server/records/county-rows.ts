import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import type { Seen, Uses } from "./uses";

/**
 * What stands behind a figure of the county's own pages: a SELECT of township_id, type, id, title, note, day, path, a row
 * for each thing counted. The figure is their number, so that what it opens is what it counts. `type` and `id` name a record,
 * whose page the row opens; where there is none, `path` is the page, below the township's address or the county's.
 */
export const rowColumns = Prisma.sql`township_id::uuid, type::text, id::text, title::text, note::text, day::date, path::text`;

/** What waits for the county's word or the township's deed today; a slice says it in `uses.ts`, domains/county-cards.ts names it. */
export type CountyCard = {
  /** its address: `/c/:county/rows?of=key` */
  readonly key: string;
  /** what its rows are: 逾期的建议 */
  readonly title: string;
  readonly unit: string;
  /** what a row's day is */
  readonly dayIs: string;
  /** that day is one by which it was, or is, to be done */
  readonly deadline?: true;
  /** whose word or deed it waits for: the county's own, or what the county may urge its townships to do */
  readonly waitsFor: "county" | "townships";
  /** one sentence, with the number of rows and of townships they lie in */
  readonly say: (count: number, townships: number) => string;
  /** said where there is none */
  readonly none: string;
  /** nothing for a projector: a suspicion, a visit nobody announced, somebody's name */
  readonly closed?: true;
  /** below whose address a row's `path` lies; the township's where nothing is said */
  readonly under?: "county";
  readonly rows: (scope: CountyScope) => Promise<Prisma.Sql>;
};

/**
 * One of the two sides between which work may lean: the rows above and `side`, of a calendar year. `more` is what the
 * county is wary of having too much of, `less` what is wanted beside it.
 */
export type SidedRows = (whose: Seen, year: number) => Prisma.Sql;

/** Rows that are made of values and not of a table. */
export const valueRows = (rows: readonly Record<string, string | null>[]): Prisma.Sql => Prisma.sql`
  SELECT township_id, type, id, title, note, day, path FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS r (township_id uuid, type text, id text, title text, note text, day date, path text)`;

/** The records of a year that have a day of their own, as the calendar has them: the township of each. */
export const datedIn =
  ({ calendar }: Uses) =>
  (whose: Seen, year: number): Prisma.Sql =>
    calendar?.(whose, `${year}-01-01`, `${year}-12-31`) ??
    Prisma.sql`SELECT NULL::uuid AS township_id WHERE false`;
