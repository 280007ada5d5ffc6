import "server-only";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { type Standings, standingsOf } from "@/domains/figures/data/standings";
import type { CountyScope } from "@/server/db/scope";
import { yearOf } from "@/lib/dates";
import { toCents } from "@/domains/figures/rules/formulas";
import { medianOf } from "@/domains/figures/rules/ranking";
import type { ScoresInput } from "../schema";

const shown = 5;

/** Points of a hundred: schemes of different years may be of different sizes. */
function shareOf(standing: Standings["townships"][number]): number | null {
  const [points, { computed }] = [leaguePoints(standing), standing.total];
  return points === null || computed === 0 ? null : toCents((points / computed) * 100);
}

/**
 * Every township's share of the points in the years that hold records, up to five that end with the one asked for. A year
 * that is not over is told as one: its figures still grow.
 */
export async function trend(scope: CountyScope, { year }: ScoresInput) {
  const last = await standingsOf(scope, year);
  const years = last.years
    .filter((one) => one <= year && one > year - shown)
    .toSorted((one, other) => one - other);
  const standings: Standings[] = [];
  for (const one of years) standings.push(one === year ? last : await standingsOf(scope, one));
  return {
    years: standings.map((one) => ({
      year: one.year,
      open: one.year >= yearOf(one.today),
      scheme: one.scheme.scheme.name,
      adopted: one.scheme.adopted,
    })),
    townships: last.townships.map(({ township }) => {
      const peers = (one: Standings) =>
        one.townships.filter((other) => other.township.class === township.class).map(shareOf);
      const own = (one: Standings) => one.townships.find((other) => other.township.id === township.id);
      return {
        code: township.code,
        name: township.shortName,
        class: township.class,
        points: standings.map((one) => {
          const found = own(one);
          return found === undefined ? null : shareOf(found);
        }),
        medians: standings.map((one) => medianOf(peers(one))),
      };
    }),
  };
}
export type Trend = Awaited<ReturnType<typeof trend>>;
