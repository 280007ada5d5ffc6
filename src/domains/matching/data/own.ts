import "server-only";
import { metricOf } from "@/domains/figures/rules/metrics";
import { fewestForMedian } from "@/domains/figures/rules/ranking";
import { yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { PositionScope } from "@/server/db/scope";
import { doubtText, ownNoneText, ownText } from "../labels";
import type { OwnMatchesInput } from "../schema";
import { peopleToCall } from "./people";
import { examplesFor } from "./practices";
import { matchedYear } from "./weak";

/**
 * Where a township is weak, and whom of its class to ask. The county's figures are read in here and stay in here: of others
 * it is told who leads and who is there to be called, never a figure, and the class's middle as its own page tells it.
 */
export async function ownMatches(scope: PositionScope, { year }: OwnMatchesInput) {
  const { standings, townships, weak, looked } = await matchedYear(scope, year);
  const own = townships.find(({ township }) => township.id === scope.ownTownshipId);
  if (own === undefined) throw notFound();
  const points = weak.filter(({ id }) => id === own.township.id);
  const leading = [...new Set(points.flatMap(({ leaders }) => leaders.map(({ id }) => id)))];
  const toCall = await peopleToCall(scope, leading);
  const examples = await examplesFor(
    scope,
    points.map(({ metric }) => metric),
  );
  const nameOf = (id: string) => townships.find(({ township }) => township.id === id)?.township.name ?? "";
  return {
    ...{ year, years: standings.years, today: standings.today, class: own.township.class },
    closed: year < yearOf(standings.today),
    doubt: points.length === 0 ? ownNoneText : doubtText(looked),
    points: points.map((point) => ({
      ...{ metric: point.metric, name: metricOf(point.metric).name },
      sentence: ownText(point, point.of < fewestForMedian ? null : point.median),
      practices: examples(
        point.metric,
        point.id,
        point.leaders.map(({ id }) => id),
      ),
      leaders: point.leaders.map(({ id }) => ({ name: nameOf(id), ...toCall(id) })),
    })),
  };
}

export type OwnMatches = Awaited<ReturnType<typeof ownMatches>>;
