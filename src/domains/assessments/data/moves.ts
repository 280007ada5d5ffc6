import "server-only";
import { standingsOf } from "@/domains/figures/data/standings";
import { rowsOfRecord } from "@/domains/figures/data/of-record";
import { countedIn } from "@/domains/figures/data/schemes";
import { frozenRowsOf } from "@/domains/figures/data/snapshot";
import { reasonText } from "@/domains/figures/labels";
import { countsThrough } from "@/domains/figures/rules/behind-metric";
import { metricOf } from "@/domains/figures/rules/metrics";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { scoredAmong } from "@/domains/figures/rules/standing";
import type { RecordType } from "@/domains/figures/rules/steps";
import { movesOf } from "@/domains/figures/rules/without";
import { dayOf, yearOf } from "@/lib/dates";
import type { PositionScope } from "@/server/db/scope";
import type { RecordMovesInput } from "../schema";

/** A record may count in years after its own: what is still open is carried on. */
const yearsBack = 4;

const through = (type: string) => countsThrough[type as RecordType] ?? [];

/**
 * Which indicators a record moves and by how much, in the last year in which it counts: the township's own points with its
 * rows and without them. Whoever may read the township's score may read this; no other township's figure is in it.
 */
export async function recordMoves(scope: PositionScope, { recordType, id }: RecordMovesInput) {
  const { tx, countyId, ownTownshipId: townshipId, now } = scope;
  const today = dayOf(now);
  const period = { countyId, townshipId, fromYear: yearOf(today) - yearsBack, toYear: yearOf(today), today };
  const record = { type: recordType, id };
  const frozen = await frozenRowsOf(scope, period, record);
  const metrics = await countedIn(scope);
  const counted = await rowsOfRecord(tx, period, record, metrics);
  const rows = [...counted.filter((row) => !frozen.years.includes(row.year)), ...frozen.rows];
  const told = through(recordType).filter(({ metric }) => metrics.includes(metric));
  const indirect = told.map(({ metric, by }) => ({ metric, name: metricOf(metric).name, by }));
  if (rows.length === 0) return { year: null, moves: [], indirect };
  const year = Math.max(...rows.map((row) => row.year));
  const standings = await standingsOf(scope, year);
  const own = standings.townships.find(({ township }) => township.id === townshipId);
  if (own === undefined) return { year: null, moves: [], indirect };
  const among = scoredAmong(standings.scheme.scheme, standings.townships, own);
  const moves = movesOf(
    indicatorsOf(standings.scheme.scheme),
    own.cells.flatMap(({ parts }) => parts),
    rows.filter((row) => row.year === year),
    (metric) => ({ ...among, ...standings.law[metric].words }),
  );
  return {
    year,
    moves: moves.map(({ reasons, ...move }) => ({
      ...move,
      why: reasons.map(({ reason, amount }) => reasonText(reason, amount)).join("；"),
    })),
    indirect,
  };
}

export type RecordMoves = Awaited<ReturnType<typeof recordMoves>>;
