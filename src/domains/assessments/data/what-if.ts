import "server-only";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { standingsOf } from "@/domains/figures/data/standings";
import { pick } from "@/lib/pick";
import type { CountyScope } from "@/server/db/scope";
import type { ScoresInput } from "../schema";

/** All that a county's points are made of, so that the browser can make others of them; what stands is told with it. */
export async function whatIfBasis(scope: CountyScope, { year }: ScoresInput) {
  const { scheme, system, today, years } = await standingsOf(scope, year);
  return {
    year,
    today,
    years,
    schemeName: scheme.scheme.name,
    schemeAdopted: scheme.adopted,
    schemeSince: scheme.since,
    scheme: scheme.scheme,
    townships: system.map(({ township, cells, total, rank }) => ({
      id: township.code,
      name: township.shortName,
      class: township.class,
      points: leaguePoints({ rank, total }),
      rank: rank.rank,
      values: cells.map((cell) => ({
        ...pick(cell, "metric", "state", "numerator", "denominator"),
        parts: cell.parts.map((part) => pick(part, "part", "numerator", "denominator", "records")),
      })),
    })),
  };
}
