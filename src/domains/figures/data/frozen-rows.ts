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

/** Which places of the list are shown: the first one and the last. */
type Span = readonly [first: number, last: number];

/**
 * The page of a frozen cell's rows that count, and the first of those left out, as they were kept, each with what its record
 * is called today and whether it was changed since. Both in one statement, which is planned once a connection: to plan it,
 * with the title of every kind of record, and to take the rows out of their list cost more than to look them up. OFFSET 0
 * keeps the reading of an id apart from its use: a cast may fail, and so no index is asked by one where policies come first.
 */
export async function listFrozen(
  { tx, countyId }: Whose,
  { townshipId, year, metric }: WhichCell,
  cell: Cell,
  { page, pageSize, leftOutShown }: { page: number; pageSize: number; leftOutShown: number },
): Promise<{ rows: EvidenceRow[]; leftOut: EvidenceRow[] }> {
  const from = (page - 1) * pageSize;
  const counted: Span = [from + 1, Math.min(cell.counted, from + pageSize)];
  const beside: Span = [cell.counted + 1, cell.counted + Math.min(cell.leftOut, leftOutShown)];
  if (counted[0] > counted[1] && beside[0] > beside[1]) return { rows: [], leftOut: [] };
  const found = await tx.$often<(Listed & { place: number })[]>`
    SELECT e.row, e.place::int AS place, ${titleOf} AS title, changed.changed_at AS "changedAt", changed.reason AS "changeReason"
    FROM (
      SELECT county_id, township_id, year, place, row, row ->> 1 AS record_type, (row ->> 2)::uuid AS record_id,
        (row ->> 3)::date AS occurred_on
      FROM frozen_evidence, jsonb_array_elements(rows) WITH ORDINALITY listed (row, place)
      WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND year = ${year} AND metric = ${metric}
        AND (place BETWEEN ${counted[0]} AND ${counted[1]} OR place BETWEEN ${beside[0]} AND ${beside[1]})
      OFFSET 0
    ) e LEFT JOIN LATERAL (
      SELECT changed_at, reason FROM frozen_change c
      WHERE c.county_id = e.county_id AND c.township_id = e.township_id AND c.record_id = e.record_id AND c.year = e.year
      ORDER BY changed_at DESC LIMIT 1
    ) changed ON true
    ORDER BY e.place`;
  return {
    rows: found.filter(({ place }) => place <= cell.counted).map(shown),
    leftOut: found.filter(({ place }) => place > cell.counted).map(shown),
  };
}
