import "server-only";
import { standingsOf } from "@/domains/figures/data/standings";
import { isSilent } from "@/domains/figures/rules/cells";
import type { HomeInput } from "@/domains/oversight/schema";
import { heldThisQuarter } from "@/domains/presidium/data/quarters";
import { quarterEnds } from "@/domains/presidium/rules";
import { type MonthSoFar, receivedAndClosed } from "@/domains/suggestions/data/months";
import { overdueByTownship } from "@/domains/suggestions/data/overdue";
import { findingsOverdueByTownship } from "@/domains/supervision/data/overdue";
import { activeTownships, lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { dayOf, quarterOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { comparisonFrom } from "./comparison";

export const decisionKinds = [
  "suggestionsOverdue",
  "presidiumMissing",
  "findingsOverdue",
  "nothingEntered",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export type Month = MonthSoFar;

type Count = { kind: DecisionKind; township: string; count: number };
export type Decision = { kind: DecisionKind; total: number; townships: { code: string; count: number }[] };

/** What is overdue today, of whatever year and by the lists' own predicate, by kind and township; townships that ended do not owe anything any more. */
async function decisionsOf(scope: CountyScope): Promise<Decision[]> {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const quarterEndsOn = quarterEnds(yearOf(today), quarterOf(today));
  const needed = lawRule(await lawChoiceOf(scope), "presidium.perQuarter", quarterEndsOn).value;
  const counts = await tx.$queryRaw<Count[]>`
    WITH live AS (${activeTownships(countyId)})
    SELECT counted.kind, live.code AS township, counted.count FROM (
      SELECT 'suggestionsOverdue' AS kind, township_id, count FROM ${overdueByTownship(countyId, today)} suggestions
      UNION ALL
      SELECT 'findingsOverdue', township_id, count FROM ${findingsOverdueByTownship(countyId, today)} findings
      UNION ALL
      SELECT 'presidiumMissing', id, 1 FROM live
      WHERE ${needed}::int > ${heldThisQuarter(countyId, Prisma.sql`live.id`, today)}
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
  return { ...comparison, decisions: withSilent, months: await receivedAndClosed(scope, input.year) };
}
