import "server-only";
import { townshipOf } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { summaryOf } from "@/server/evidence/last-change";

/** A record of a frozen year that was changed afterwards. */
export type ChangeAfter = {
  id: string;
  township: { code: string; name: string };
  on: Day;
  who: string;
  reason: string;
  recordType: string;
  recordId: string | null;
  /** what was done; null to those who may not read the record's history */
  summary: string | null;
};

type Stored = Omit<ChangeAfter, "township" | "on"> & { code: string; name: string; at: Date };
const mostShown = 500;

/** Newest first. */
export async function changesAfter(scope: CountyScope | TownshipScope, year: number): Promise<ChangeAfter[]> {
  const { tx, countyId } = scope;
  const own =
    "townshipId" in scope ? Prisma.sql`AND c.township_id = ${scope.townshipId}::uuid` : Prisma.empty;
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT c.id, t.code, t.name, c.changed_at AS at, c.changed_by_name AS who, c.reason, c.record_type AS "recordType",
      c.record_id AS "recordId", ${summaryOf(Prisma.sql`c`)} AS summary
    FROM frozen_change c JOIN ${townshipOf(Prisma.sql`c`)}
    WHERE c.county_id = ${countyId}::uuid AND c.year = ${year} ${own}
    ORDER BY c.changed_at DESC, c.id DESC LIMIT ${mostShown}`;
  return rows.map(({ code, name, at, ...row }) => ({ ...row, township: { code, name }, on: dayOf(at) }));
}

export async function countChanges({ tx, countyId }: CountyScope, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM frozen_change WHERE county_id = ${countyId}::uuid AND year = ${year}`;
  return row?.count ?? 0;
}
