import { type Day } from "@/lib/dates";
import { byLot } from "@/lib/lots";
import type { Span } from "./facts";

export type Candidate = {
  id: string;
  name: string;
  /** how often the deputy took part in the time that is looked at */
  took: number;
  mandate: { from: Day; until: Day | null };
  leaves: readonly Span[];
  /** ids or names of units to which the deputy belongs */
  units: readonly string[];
};

/** @property need so many deputies @property seed published before, so that nobody chooses among those with equal counts */
export type Team = Span & { units: readonly string[]; need: number; seed: string };

export type Rotation = {
  chosen: Candidate[];
  /** in the order in which they would be asked if one of the chosen cannot come */
  reserve: Candidate[];
  /** who cannot be asked, and why, in a sentence */
  left: { id: string; sentence: string }[];
  /** so many are lacking */
  lacking: number;
};

function hindranceOf(one: Candidate, { from, until, units }: Team): string | null {
  const { mandate, leaves } = one;
  if (mandate.from > from || (mandate.until !== null && mandate.until < until))
    return `${one.name}这几天不在任期内。`;
  const away = leaves.find((leave) => leave.from <= until && from <= leave.until);
  if (away !== undefined) return `${one.name}请假（${away.from} 至 ${away.until}）。`;
  return one.units.some((unit) => units.includes(unit)) ? `${one.name}是受检单位的人，应当回避。` : null;
}

/** Who goes along: of those who can, who took part least often; among equals the lot decides, by the published seed. */
export function rotate(candidates: readonly Candidate[], team: Team): Rotation {
  const told = candidates.map((one) => ({ one, sentence: hindranceOf(one, team) }));
  const able = told.flatMap(({ one, sentence }) => (sentence === null ? [one] : []));
  const order = byLot(able, ({ id }) => `${team.seed}|${id}`)
    .map(({ item }) => item)
    .sort((one, other) => one.took - other.took);
  return {
    chosen: order.slice(0, team.need),
    reserve: order.slice(team.need),
    left: told.flatMap(({ one: { id }, sentence }) => (sentence === null ? [] : [{ id, sentence }])),
    lacking: Math.max(0, team.need - order.length),
  };
}
