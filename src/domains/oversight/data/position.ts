import "server-only";
import { standingsOf } from "@/domains/figures/data/standings";
import { type Gain, bestGains } from "@/domains/figures/rules/gain";
import { fewestForMedian, medianOf } from "@/domains/figures/rules/ranking";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import type { PartialTotal } from "@/domains/figures/rules/score";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { scoredAmong, valuesIn } from "@/domains/figures/rules/standing";
import { type Cell, isSilent } from "@/domains/figures/rules/cells";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { OwnPositionInput } from "@/domains/oversight/schema";
import { type Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { PositionScope } from "@/server/db/scope";

export type OwnFigure = { metric: MetricCode; cell: Cell; classMedian: number | null };

export type OwnPosition = {
  year: number;
  today: Day;
  class: number | null;
  schemeAdopted: boolean;
  total: PartialTotal;
  points: number | null;
  rank: number | null;
  rankOf: number;
  unranked: number;
  tied: boolean;
  classMedianPoints: number | null;
  figures: OwnFigure[];
  gains: Gain[];
  /** nothing of the year was entered yet: there is no position to speak of, and nothing to advise */
  silent: boolean;
};

const guardedMedian = (values: readonly (number | null)[]): number | null =>
  values.filter((value) => value !== null).length < fewestForMedian ? null : medianOf(values);

/**
 * A township's own figures, its place in its class and the class's middle. The standings of the whole county are
 * computed in here, and everything but the own township and the medians stays in here: no other township's name,
 * figure or points is in what is returned.
 */
export async function ownPosition(scope: PositionScope, input: OwnPositionInput): Promise<OwnPosition> {
  const standings = await standingsOf(scope, input.year);
  const own = standings.townships.find(({ township }) => township.id === scope.ownTownshipId);
  if (own === undefined) throw notFound();
  const peers = standings.townships.filter(({ township }) => township.class === own.township.class);
  const context = scoredAmong(standings.scheme.scheme, standings.townships, own);
  const values = valuesIn(own.cells);
  return {
    year: standings.year,
    today: standings.today,
    class: own.township.class,
    schemeAdopted: standings.scheme.adopted,
    total: own.total,
    points: leaguePoints(own),
    rank: own.rank.rank,
    rankOf: own.rank.of,
    unranked: own.rank.unranked,
    tied: own.rank.tied,
    classMedianPoints: guardedMedian(peers.map(leaguePoints)),
    figures: own.cells.map((cell, index) => {
      const classMedian = guardedMedian(peers.map(({ cells }) => cells[index]?.value ?? null));
      return { metric: cell.metric, cell, classMedian };
    }),
    silent: own.cells.every(isSilent),
    gains: bestGains(indicatorsOf(standings.scheme.scheme), values, context),
  };
}
