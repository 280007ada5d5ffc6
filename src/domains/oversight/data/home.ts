import "server-only";
import { standingsOf } from "@/domains/figures/data/standings";
import { isSilent } from "@/domains/figures/rules/cells";
import type { HomeInput } from "@/domains/oversight/schema";
import { quarterEnds } from "@/domains/presidium/rules";
import { overdueSql as suggestionOverdueSql } from "@/domains/suggestions/data/overdue";
import { findingOverdueSql } from "@/domains/supervision/data/overdue";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { dayOf, quarterOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { coversQuarter, presidiumTurnout } from "@/server/db/turnout";
import { comparisonFrom } from "./comparison";

export const decisionKinds = [
  "suggestionsOverdue",
  "presidiumMissing",
  "findingsOverdue",
  "nothingEntered",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

type Count = { kind: DecisionKind; township: string; count: number };
export type Decision = { kind: DecisionKind; total: number; townships: { code: string; count: number }[] };

/** What is overdue today, of whatever year and by the lists' own predicate, by kind and township; townships that ended do not owe anything any more. */
async function decisionsOf(scope: CountyScope): Promise<Decision[]> {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const quarterEndsOn = quarterEnds(yearOf(today), quarterOf(today));
  const needed = lawRule(await lawChoiceOf(scope), "presidium.perQuarter", quarterEndsOn).value;
  const m = Prisma.sql`m`;
  const t = Prisma.sql`t`;
  const counts = await tx.$queryRaw<Count[]>`
    WITH live AS (SELECT id, code FROM township WHERE county_id = ${countyId}::uuid AND status = 'active')
    SELECT counted.kind, live.code AS township, counted.count FROM (
      SELECT 'suggestionsOverdue' AS kind, s.township_id, count(*)::int AS count FROM suggestion s
      WHERE s.county_id = ${countyId}::uuid AND ${suggestionOverdueSql(today)} GROUP BY s.township_id
      UNION ALL
      SELECT 'findingsOverdue', f.township_id, count(*)::int FROM finding f
      WHERE f.county_id = ${countyId}::uuid AND ${findingOverdueSql(today)} GROUP BY f.township_id
      UNION ALL
      SELECT 'presidiumMissing', live.id, 1 FROM live WHERE ${needed}::int > (
        SELECT count(*) FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
        WHERE m.county_id = ${countyId}::uuid AND m.township_id = live.id AND ${coversQuarter(m, t)}
          AND m.occurred_on >= date_trunc('quarter', ${today}::date)::date AND m.occurred_on <= ${today}::date)
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
    ({ township, cells }) => township.mergedOn === null && cells.every(isSilent),
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
