import type { MetricValue } from "@/domains/figures/rules/formulas";
import { indicatorsOf, classOf, type Indicator, type Scheme } from "@/domains/figures/rules/scheme";
import { type Result, score, leaguePoints } from "@/domains/figures/rules/scoring";
import { drawn, type Drawing, usualDrawing, type Weighed } from "./draws";
import { pointsAfter, sensitivityOf, smallestSwap } from "./leaning";
import { type Moves, movedScheme } from "./moved";

export type Subject = {
  id: string;
  name: string;
  class: number | null;
  values: readonly (MetricValue & { metric: string })[];
  /** as the scheme in force has it */
  points: number | null;
  rank: number | null;
};

export type Basis = { scheme: Scheme; townships: readonly Subject[] };

export type WhatIfRow = {
  id: string;
  name: string;
  class: number | null;
  points: number | null;
  before: number | null;
  rank: number | null;
  rankBefore: number | null;
  /** the places it has in nine of ten draws; null without a place */
  from: number | null;
  to: number | null;
  /** who has the same number in a class is tied in effect */
  group: number | null;
};

/** @property share of what moves the ranking, from 0 to 1 */
export type Lean = { code: string; name: string; share: number };

/** Two neighbours, and the one weight that brings the second level with the first. */
export type Neighbours = {
  class: number | null;
  ahead: string;
  behind: string;
  change: { code: string; name: string; from: number; to: number } | null;
};

export type WhatIf = {
  scheme: Scheme;
  rows: WhatIfRow[];
  leans: Lean[];
  neighbours: Neighbours[];
};

/** Every township's points and places by a scheme, from the values alone: what the server does, done again. */
export function scoredBy(scheme: Scheme, townships: readonly Subject[]): Result[] {
  const values = new Map(
    townships.map(({ id, values: own }) => [id, new Map(own.map((value) => [value.metric, value]))]),
  );
  return score(
    scheme,
    values,
    townships.map((one) => ({ id: one.id, townshipClass: classOf(one.class) })),
  );
}

function weighedOf(results: readonly Result[], townships: readonly Subject[]): Weighed[] {
  const classes = new Map(townships.map((one) => [one.id, one.class]));
  return results
    .filter(({ rank }) => rank.rank !== null)
    .map(({ id, scores }) => ({
      id,
      townshipClass: classes.get(id) ?? null,
      points: scores.map((one) => one.points ?? 0),
      max: scores.map((one) => one.max),
    }));
}

function neighboursOf(
  rows: readonly WhatIfRow[],
  weighed: readonly Weighed[],
  indicators: readonly Indicator[],
) {
  const of = new Map(weighed.map((one) => [one.id, one]));
  const placed = rows
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  return placed.flatMap((ahead, index): Neighbours[] => {
    const behind = placed.slice(index + 1).find((one) => one.class === ahead.class);
    const [first, second] = [of.get(ahead.id), of.get(behind?.id ?? "")];
    if (behind === undefined || first === undefined || second === undefined || behind.rank === ahead.rank)
      return [];
    const swap = smallestSwap(first, second);
    const indicator = swap === null ? undefined : indicators[swap.index];
    const change =
      swap === null || indicator === undefined
        ? null
        : {
            code: indicator.code,
            name: indicator.name,
            from: indicator.points,
            to: pointsAfter(indicator.points, swap.by),
          };
    return [{ class: ahead.class, ahead: ahead.name, behind: behind.name, change }];
  });
}

type Held = Pick<WhatIfRow, "from" | "to" | "group">;
const unknown = (id: string): Subject => ({
  id,
  name: id,
  class: null,
  values: [],
  points: null,
  rank: null,
});
const noPlace: Held = { from: null, to: null, group: null };

function rowOf(result: Result, subject: Subject | undefined, { from, to, group }: Held): WhatIfRow {
  const { id, rank } = result;
  const { name, class: one, points: before, rank: rankBefore } = subject ?? unknown(id);
  return {
    id,
    name,
    class: one,
    points: leaguePoints(result),
    before,
    rank: rank.rank,
    rankBefore,
    from,
    to,
    group,
  };
}

/**
 * What would be if the scheme were another: points, places, how certain these are, and what they hang on. Nothing of it
 * leaves the browser.
 */
export function whatIf({ scheme, townships }: Basis, moves: Moves, drawing: Drawing = usualDrawing): WhatIf {
  const changed = movedScheme(scheme, moves);
  const results = scoredBy(changed, townships);
  const weighed = weighedOf(results, townships);
  const steady = new Map(drawn(weighed, drawing).map((one) => [one.id, one]));
  const rows = results.map((result, index) =>
    rowOf(result, townships[index], steady.get(result.id) ?? noPlace),
  );
  const indicators = indicatorsOf(changed);
  const shares = sensitivityOf(weighed);
  const leans = indicators
    .map(({ code, name }, index): Lean => ({ code, name, share: shares[index] ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share);
  return { scheme: changed, rows, leans, neighbours: neighboursOf(rows, weighed, indicators) };
}
