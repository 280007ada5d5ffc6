import "server-only";
import { dayOf } from "@/lib/dates";
import type { Rows, Tx } from "@/server/db/tx";
import type { Cell } from "../rules/cells";
import type { MetricCode } from "../rules/metrics";
import type { FrozenRow } from "../rules/snapshot";
import type { RecordType, StepCode } from "../rules/steps";
import { enteredClosed, entryOf, titleOf } from "./behind";
import { type EvidenceRow, evidenceOf, type Judged, orderOf, stepOf } from "./evidence";

/**
 * Every row of a metric in a year, by township, as the snapshot keeps it: what counts first, each in the order of the
 * evidence, without a name or a word.
 */
export async function rowsToFreeze(
  tx: Tx,
  judged: Judged,
  metric: MetricCode,
): Promise<Map<string, FrozenRow[]>> {
  const found = await tx.$queryRaw<{ townshipId: string; rows: FrozenRow[] }[]>`
    SELECT e.township_id AS "townshipId", jsonb_agg(jsonb_build_array(e.part, e.record_type, e.record_id, e.occurred_on,
      entry.entered, entry.entered - entry.day, ${enteredClosed}, e.numerator, e.denominator, e.reason, e.amount, ${stepOf(metric)})
      ORDER BY e.denominator > 0 DESC, ${orderOf(metric)}) AS rows
    FROM (SELECT *, ${judged.countyId}::uuid AS county_id FROM ${evidenceOf(judged, metric)} WHERE year = ${judged.toYear}) e
    ${entryOf(metric)}
    GROUP BY e.township_id`;
  return new Map(found.map(({ townshipId, rows }) => [townshipId, rows]));
}

type WhichCell = { townshipId: string; year: number; metric: MetricCode };
type Whose = { tx: Rows; countyId: string };
type Listed = {
  row: FrozenRow;
  title: string | null;
  changedAt: Date | null;
  changeReason: string | null;
};

const shown = ({ row, title, changedAt, changeReason }: Listed): EvidenceRow => {
  const [part, recordType, recordId, occurredOn, enteredOn, enteredAfter, closed, ...rest] = row;
  const [numerator, denominator, reason, amount, step] = rest;
  return {
    // A snapshot holds the codes of the release that froze it.
    recordType: recordType as RecordType,
    step: step as StepCode | null,
    ...{ recordId, title, part, occurredOn, enteredOn, enteredAfter, enteredClosed: closed },
    ...{ numerator, denominator, reason, amount },
    changed:
      changedAt === null || changeReason === null ? null : { on: dayOf(changedAt), reason: changeReason },
  };
};

/** One page of a frozen cell's rows: as they were kept, each with what its record is called today and whether it was changed since. */
export async function listFrozen(
  { tx, countyId }: Whose,
  { townshipId, year, metric }: WhichCell,
  cell: Cell,
  counted: boolean,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<EvidenceRow[]> {
  const [from, until] = counted ? [0, cell.counted] : [cell.counted, cell.counted + cell.leftOut];
  const first = from + (page - 1) * pageSize;
  const rows = await tx.$queryRaw<Listed[]>`
    SELECT e.row, ${titleOf} AS title, changed.changed_at AS "changedAt", changed.reason AS "changeReason"
    FROM (
      SELECT county_id, township_id, year, place, row, row ->> 1 AS record_type, (row ->> 2)::uuid AS record_id,
        (row ->> 3)::date AS occurred_on
      FROM frozen_evidence, jsonb_array_elements(rows) WITH ORDINALITY listed (row, place)
      WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND year = ${year} AND metric = ${metric}
        AND place > ${first} AND place <= ${Math.min(until, first + pageSize)}
      ORDER BY place
    ) e LEFT JOIN LATERAL (
      SELECT changed_at, reason FROM frozen_change c
      WHERE c.county_id = e.county_id AND c.township_id = e.township_id AND c.record_id = e.record_id AND c.year = e.year
      ORDER BY changed_at DESC LIMIT 1
    ) changed ON true
    ORDER BY e.place`;
  return rows.map(shown);
}
