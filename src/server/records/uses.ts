import "server-only";
import type { Day } from "@/lib/dates";
import type { Standing } from "@/lib/records/standing";
import type { ExportSheet } from "@/lib/sheets";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";

/** Whose records are asked for: one township's, or with null all of the county's. */
export type Whose = { countyId: string; townshipId: string | null };

export type CountyAsked = { countyId: string; now: Date };

/** And on which day: a township is told of some days as due, which are no other entry of its calendar then. */
export type Seen = Whose & { now: Date };

/** The tenant's living rows of a table or alias; it stands in every branch of every use. */
export const own = ({ countyId, townshipId }: Whose, alias: Prisma.Sql): Prisma.Sql => {
  const township =
    townshipId === null ? Prisma.empty : Prisma.sql`AND ${alias}.township_id = ${townshipId}::uuid`;
  return Prisma.sql`${alias}.county_id = ${countyId}::uuid ${township} AND ${alias}.voided_at IS NULL`;
};

const columns = {
  due: Prisma.sql`kind::text, type::text, id::uuid, title::text, facts::jsonb, unit::text, note::text, due_on::date`,
  titles: Prisma.sql`type::text, id::uuid, title::text, facts::jsonb`,
  search: Prisma.sql`type::text, township_id::uuid, id::uuid, title::text, facts::jsonb, note::text, day::date`,
  calendar: Prisma.sql`type::text, township_id::uuid, id::uuid, title::text, facts::jsonb, from_on::date, to_on::date, note::text`,
  participation: Prisma.sql`type::text, id::uuid, title::text, facts::jsonb, day::date, until::date, role::text`,
  news: Prisma.sql`kind::text, type::text, id::uuid, title::text, at::timestamptz`,
  countyDue: Prisma.sql`kind::text, type::text, township_id::uuid, id::uuid, title::text, note::text, due_on::date, page::text`,
  countyNews: Prisma.sql`kind::text, type::text, township_id::uuid, id::uuid, title::text, page::text, at::timestamptz`,
  deeds: Prisma.sql`deed::text, township_id::uuid, deputy_id::uuid, id::uuid, day::date, times::int`,
} as const;

/** All kinds' branches of a use as one FROM item: columns are taken by name, so each branch may order its own. */
export const together = (use: keyof typeof columns, branches: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    branches.map((branch) => Prisma.sql`SELECT ${columns[use]} FROM (${branch}) branch`),
    " UNION ALL ",
  )})`;

/** Of which year, and on which of its days. */
export type Asked = { year: number; on: Day };

/**
 * How townships stand in what is kept by a kind: a SELECT of township_id and figures (jsonb), at most a row a township.
 * @property say what the figures mean; null where a township has none
 */
export type StandingUse<Figures> = {
  readonly figures: (whose: Whose, asked: Asked) => Prisma.Sql;
  readonly say: (figures: Figures | null, asked: Asked) => Standing;
};

/** The register of a year the records stand in, printed and exported; names of registers are in lib/records/books. */
export type Book = {
  readonly book: string;
  readonly sheet: (scope: TownshipReader, year: number) => Promise<ExportSheet>;
  /** how many rows the sheet has: a SELECT of one number */
  readonly entries: (scope: TownshipReader, year: number) => Prisma.Sql;
};

/**
 * What is made of a kind's records besides its own pages. A use is a SELECT that its one collector puts together with
 * those of all other kinds; each names its records by `type` and `id`, and by a `title`, or by the `facts` (jsonb) from
 * which the kind's `titleOf` makes one.
 */
export type Uses = {
  readonly type: string;
  readonly standing?: StandingUse<unknown>;
  /**
   * What waits for somebody: kind, type, id, title, facts, unit, note, due_on (null when it waits without a day). The
   * kind is a key of `due` in the slice's record.ts, which has the words and the way to what is no record yet.
   */
  readonly due?: (scope: TownshipReader) => Promise<Prisma.Sql>;
  /** What a township was told and has not taken in yet, with the moment: kind (its words are in notifications/labels), type, id, title, at. */
  readonly news?: (whose: Whose) => Prisma.Sql;
  /** What waits for the county itself: kind (as in `due`), type, township_id (null where it is of none), id, title, note, due_on, page below the county's address. */
  readonly countyDue?: (asked: CountyAsked) => Prisma.Sql;
  /** What the county was told, with the moment: kind, type, township_id, id, title, page, at. */
  readonly countyNews?: (asked: CountyAsked) => Prisma.Sql;
  /** Called by its name where an entry of its history does not name it: type, id, title, facts. */
  readonly titles?: (whose: Whose, ids: readonly string[]) => Prisma.Sql;
  /** Found by `q`, at most `limit`, best first: type, township_id, id, title, facts, note, day. */
  readonly search?: (whose: Whose, q: string, limit: number) => Prisma.Sql;
  /** What happens or falls due between two days: type, township_id, id, title, facts, from_on, to_on, note. */
  readonly calendar?: (whose: Seen, from: Day, to: Day) => Prisma.Sql;
  /** Where a deputy took part: type, id, title, facts, day, until (its last day), role (a key of `duty.roles` in record.ts). */
  readonly participation?: (whose: Whose, deputyId: string) => Prisma.Sql;
  /**
   * What deputies did that a duty standard counts, between two days: deed (a code of domains/standards), township_id,
   * deputy_id, id, day, times.
   */
  readonly deeds?: (whose: Whose, from: Prisma.Sql, to: Prisma.Sql) => Prisma.Sql;
  readonly book?: Book;
};
