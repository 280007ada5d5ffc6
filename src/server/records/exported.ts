import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { isoTime } from "@/server/db/told";

const { sql } = Prisma;

/**
 * What is asked of a county's records of one kind, page after page in the order of their keys: records that change while
 * somebody reads on stay at their place, so that none is missed and none comes twice.
 * @property limit one more than a page holds, so that it is known whether another follows
 */
export type RecordsAsked = {
  countyId: string;
  townshipIds: readonly string[] | null;
  updatedSince: Date | null;
  after: { townshipId: string; id: string } | null;
  limit: number;
};

/** What every record is handed on with, besides its own columns. */
export type Exported = {
  townshipId: string;
  id: string;
  township: string;
  townshipName: string;
  updatedAt: string;
  version: number;
  voided: boolean;
};

/**
 * The columns of {@link Exported}. @param r the alias of a record's row
 * @param gone whether it has left the ledger without being voided: whoever read it before must learn that too
 */
export const exportedColumns = (
  r: Prisma.Sql,
  gone: Prisma.Sql = sql`false`,
): Prisma.Sql => sql`${r}.township_id AS "townshipId", ${r}.id,
  place.code AS township, place.name AS "townshipName", ${isoTime(sql`changed.at`)} AS "updatedAt", ${r}.version,
  (${r}.voided_at IS NOT NULL OR ${gone}) AS voided`;

/** Where the record lies, and when it was last changed: all that is done with it writes its history. */
export const exportedBeside = (r: Prisma.Sql): Prisma.Sql => sql`
  JOIN township place ON place.county_id = ${r}.county_id AND place.id = ${r}.township_id
  CROSS JOIN LATERAL (SELECT coalesce(max(a.at), ${r}.entered_at) AS at FROM audit_event a
    WHERE a.county_id = ${r}.county_id AND a.record_id = ${r}.id) changed`;

/** Changes of one transaction carry the time it began, and are seen when it has ended: so far back is read once more. */
const overlap = sql`interval '10 minutes'`;

/** Which rows make the page, to stand behind WHERE, after the kind's own conditions. */
export function exportedPage(r: Prisma.Sql, asked: RecordsAsked): Prisma.Sql {
  const { countyId, townshipIds, updatedSince, after, limit } = asked;
  const parts = [sql`${r}.county_id = ${countyId}::uuid`];
  if (townshipIds !== null) parts.push(sql`${r}.township_id = ANY (${[...townshipIds]}::uuid[])`);
  if (updatedSince !== null)
    parts.push(sql`changed.at >= ${updatedSince.toISOString()}::timestamptz - ${overlap}`);
  if (after !== null)
    parts.push(sql`(${r}.township_id, ${r}.id) > (${after.townshipId}::uuid, ${after.id}::uuid)`);
  return sql`${Prisma.join(parts, " AND ")} ORDER BY ${r}.township_id, ${r}.id LIMIT ${limit}`;
}
