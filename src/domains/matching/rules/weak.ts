import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { spreadOf } from "@/domains/figures/rules/ranking";
import { betterBy, chanceOfWorse, type Figure, isComparable, isGap, partOf } from "./figure";
import { boundOf } from "./noise";

/** A township of a class with its figures of one year. */
export type Peer = { id: string; class: number | null; figures: readonly Figure[] };

export type Lead = { id: string; figure: Figure };
/**
 * Where a township is behind its class by more than chance makes.
 * @property of how many townships of the class have a figure, itself among them
 */
export type WeakPoint = {
  id: string;
  metric: MetricCode;
  own: Figure;
  median: number;
  of: number;
  chance: number;
  /** of the same class, each ahead by more than chance makes; the best first, never none */
  leaders: Lead[];
};
/** @property looked at how many differences there were, of which the told ones are those that are no chance */
export type Found = { weak: WeakPoint[]; looked: number };

/** Of the differences told, on average at most this share is chance. */
export const level = 0.05;
const mostLeaders = 3;

type Held = { id: string; figure: Figure; value: number };
type Looked = { one: Held; others: Held[]; metric: MetricCode; chance: number };

const heldOf = (peers: readonly Peer[], metric: MetricCode): Held[] =>
  peers.flatMap(({ id, figures }) => {
    const figure = figures.find((one) => one.metric === metric);
    if (figure === undefined || figure.value === null || !isComparable(figure)) return [];
    return [{ id, figure, value: figure.value }];
  });

function lookedAt(peers: readonly Peer[], metric: MetricCode): Looked[] {
  const held = heldOf(peers, metric);
  if (held.length < 2) return [];
  return held.map((one) => {
    const others = held.filter((other) => other !== one);
    return {
      ...{ one, others, metric },
      chance: chanceOfWorse(
        one.figure,
        others.map(({ figure }) => figure),
      ),
    };
  });
}

/** In the class's best quarter, and better than this one beyond chance even though each of the class was tried. */
function leadersOf({ one, others, metric }: Looked, best: number): Lead[] {
  return others
    .filter(({ value }) => betterBy(metric, value, best) >= 0)
    .filter(({ value }) => isGap(metric, betterBy(metric, value, one.value)))
    .filter(({ figure }) => chanceOfWorse(one.figure, [figure]) <= level / others.length)
    .sort(
      (first, second) =>
        betterBy(metric, second.value, first.value) || second.figure.denominator - first.figure.denominator,
    )
    .slice(0, mostLeaders)
    .map(({ id, figure }) => ({ id, figure }));
}

function told(looked: Looked): WeakPoint[] {
  const { one, others, metric, chance } = looked;
  const spread = spreadOf([one, ...others].map(({ value }) => value));
  if (spread === null || !isGap(metric, betterBy(metric, spread.median, one.value))) return [];
  const leaders = leadersOf(looked, metricOf(metric).kind === "faults" ? spread.lower : spread.upper);
  if (leaders.length === 0) return [];
  return [
    { id: one.id, metric, own: one.figure, median: spread.median, of: others.length + 1, chance, leaders },
  ];
}

const shortOf = ({ metric, own, leaders }: WeakPoint): number =>
  partOf(metric, own.value ?? 0, leaders[0]?.figure.value ?? 0);

/**
 * Every township's weak points within its class, its weakest first. Only what one year counted alike for all of a class is
 * compared, with all others of the class together; whoever leads there is then compared alone.
 */
export function weakPoints(peers: readonly Peer[], metrics: readonly MetricCode[]): Found {
  const classes = [...new Set(peers.map(({ class: one }) => one))].filter((one) => one !== null);
  const looked = classes.flatMap((one) => {
    const own = peers.filter((peer) => peer.class === one);
    return metrics.flatMap((metric) => lookedAt(own, metric));
  });
  const bound = boundOf(
    looked.map(({ chance }) => chance),
    level,
  );
  const weak = looked.filter(({ chance }) => chance <= bound).flatMap(told);
  return { weak: weak.sort((one, other) => shortOf(one) - shortOf(other)), looked: looked.length };
}
