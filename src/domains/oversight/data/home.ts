import "server-only";
import type { HomeInput } from "@/domains/oversight/schema";
import { dayOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { comparisonFrom } from "./comparison";
import { standingsOf } from "./standings";

export const decisionKinds = [
  "suggestionsOverdue",
  "presidiumMissing",
  "findingsOverdue",
  "nothingEntered",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

type Count = { kind: DecisionKind; township: string; count: number };
export type Decision = { kind: DecisionKind; total: number; townships: { code: string; count: number }[] };

/** What is overdue today, by kind and township; townships that ended do not owe anything any more. */
async function decisionsOf(scope: CountyScope): Promise<Decision[]> {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const counts = await tx.$queryRaw<Count[]>`
    WITH live AS (SELECT id, code FROM township WHERE county_id = ${countyId}::uuid AND status = 'active')
    SELECT counted.kind, live.code AS township, counted.count FROM (
      SELECT 'suggestionsOverdue' AS kind, township_id, count(*)::int AS count FROM suggestion
      WHERE county_id = ${countyId}::uuid AND voided_at IS NULL AND first_replied_on IS NULL AND state <> 'closed'
        AND reply_due_on < ${today}::date AND merged_into_id IS NULL
      GROUP BY township_id
      UNION ALL
      SELECT 'findingsOverdue', township_id, count(*)::int FROM finding
      WHERE county_id = ${countyId}::uuid AND voided_at IS NULL AND state <> 'closed' AND due_on < ${today}::date
      GROUP BY township_id
      UNION ALL
      SELECT 'presidiumMissing', t.id, 1 FROM live t WHERE NOT EXISTS (
        SELECT 1 FROM presidium_meeting m
        WHERE m.county_id = ${countyId}::uuid AND m.township_id = t.id AND m.voided_at IS NULL
          AND m.kind IN ('regular', 'special') AND m.occurred_on >= date_trunc('quarter', ${today}::date)::date
          AND m.occurred_on <= ${today}::date)
    ) counted JOIN live ON live.id = counted.township_id
    ORDER BY counted.count DESC, live.code`;
  return decisionKinds.map((kind) => {
    const townships = counts.filter((row) => row.kind === kind);
    return {
      kind,
      total: townships.reduce((sum, { count }) => sum + count, 0),
      townships: townships.map(({ township, count }) => ({ code: township, count })),
    };
  });
}

export type Month = { month: number; received: number; closed: number };

/** Suggestions received and closed in the year, added up month by month until the month that has begun. */
async function monthsOf(scope: CountyScope, year: number): Promise<Month[]> {
  const { tx, countyId, now } = scope;
  return tx.$queryRaw<Month[]>`
    WITH days AS (
      SELECT received_on AS day, 1 AS received, 0 AS closed FROM suggestion
      WHERE county_id = ${countyId}::uuid AND year = ${year} AND voided_at IS NULL AND state NOT IN ('draft', 'returned')
      UNION ALL
      SELECT closed_on, 0, 1 FROM suggestion
      WHERE county_id = ${countyId}::uuid AND year = ${year} AND voided_at IS NULL AND closed_on IS NOT NULL
    )
    SELECT m.month, (count(*) FILTER (WHERE d.received = 1))::int AS received,
      (count(*) FILTER (WHERE d.closed = 1))::int AS closed
    FROM generate_series(1, 12) AS m (month)
    LEFT JOIN days d ON d.day < make_date(${year}::int, m.month, 1) + interval '1 month'
    WHERE make_date(${year}::int, m.month, 1) <= ${dayOf(now)}::date
    GROUP BY m.month ORDER BY m.month`;
}

/** The county's first page: what needs a decision today, every township's figures and points, the year's curve. */
export async function home(scope: CountyScope, input: HomeInput) {
  const standings = await standingsOf(scope, input.year);
  const comparison = comparisonFrom(standings, null);
  const decisions = await decisionsOf(scope);
  const silent = standings.townships.filter(
    ({ township, cells }) => township.mergedOn === null && cells.every((cell) => cell.state === "notEntered"),
  );
  const withSilent = decisions.map((decision) =>
    decision.kind === "nothingEntered"
      ? {
          ...decision,
          total: silent.length,
          townships: silent.map(({ township }) => ({ code: township.code, count: 1 })),
        }
      : decision,
  );
  return { ...comparison, decisions: withSilent, months: await monthsOf(scope, input.year) };
}
