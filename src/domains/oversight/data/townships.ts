import "server-only";
import type { Day } from "@/lib/dates";
import { dayOrNull } from "@/server/db/record";
import type { Tx } from "@/server/db/scope";

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
  const rows = await tx.$queryRaw<(Omit<ComparedTownship, "mergedOn"> & { mergedOn: Date | null })[]>`
    SELECT id, code, name, short_name AS "shortName", class, merged_on AS "mergedOn" FROM township
    WHERE county_id = ${countyId}::uuid AND (merged_on IS NULL OR merged_on >= make_date(${year}::int, 1, 1))
    ORDER BY class NULLS LAST, sort_order, code`;
  return rows.map((row) => ({ ...row, mergedOn: dayOrNull(row.mergedOn) }));
}
