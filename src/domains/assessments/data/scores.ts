import "server-only";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import type { OwnScoreInput, ScoresInput } from "@/domains/assessments/schema";
import { yearsOf } from "@/domains/figures/data/years";
import { type Standings, standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import { comparedOrders, orderText } from "@/domains/figures/rules/compared-order";
import { percentileAmong } from "@/domains/figures/rules/percentile";
import { valuesIn } from "@/domains/figures/rules/standing";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { placedIn, standsOut } from "../rules/stands-out";

/** Which meeting the points are of; null while they are the system's own. */
const decidedBy = ({ decided }: Standings) =>
  decided === null ? null : { on: decided.decision.meetingOn, by: decided.decision.meetingNumber };

const schemeHead = ({ scheme }: Standings) => ({
  schemeName: scheme.scheme.name,
  schemeAdopted: scheme.adopted,
  schemeSince: scheme.since,
  dimensions: scheme.scheme.dimensions.map(({ code, name, indicators }) => ({
    code,
    name,
    indicators: indicators.map((one) => ({
      code: one.code,
      name: one.name,
      points: one.points,
      metric: one.metric,
      article: one.article,
    })),
  })),
});

const headOf = (standings: Standings) => ({
  ...pick(standings, "year", "today", "frozen"),
  decided: decidedBy(standings),
  ...schemeHead(standings),
});

/** A township's class, itself among it. */
export const peersOf = (own: TownshipStanding, { townships }: Standings): TownshipStanding[] =>
  townships.filter(({ township }) => township.class === own.township.class);

/** Where a township stands in its class. */
export function placing(own: TownshipStanding, standings: Standings) {
  const peers = peersOf(own, standings);
  const placed = placedIn(
    own.scores,
    peers.map(({ scores }) => scores),
  );
  return { percentile: percentileAmong(leaguePoints(own), peers.map(leaguePoints)), ...standsOut(placed) };
}

const scoreSheet = ({ township, scores, total, rank, cells, final, grade }: TownshipStanding) => ({
  township: {
    code: township.code,
    name: township.name,
    shortName: township.shortName,
    class: township.class,
    mergedOn: township.mergedOn,
  },
  scores,
  total,
  points: leaguePoints({ rank, total }),
  rank: rank.rank,
  rankOf: rank.of,
  unranked: rank.unranked,
  tied: rank.tied,
  final,
  grade: grade.grade,
  cells,
});

const placedSheet = (own: TownshipStanding, standings: Standings) => ({
  ...scoreSheet(own),
  ...placing(own, standings),
});

export type ScoreSheet = ReturnType<typeof placedSheet>;
export type SchemeHead = ReturnType<typeof headOf>;

/** Who stood where in what the scheme compares, with names: the county's, and never a township's. */
export const ordersOf = ({ scheme, townships }: Standings) =>
  comparedOrders(
    scheme.scheme,
    townships.map(({ township, cells }) => ({
      ...{ name: township.shortName, class: township.class, values: valuesIn(cells) },
    })),
  );

/** Every township's points by indicator, its partial total and its place within its class. */
export async function scores(scope: CountyScope, input: ScoresInput) {
  const standings = await standingsOf(scope, input.year);
  return {
    ...headOf(standings),
    years: standings.years,
    orders: ordersOf(standings).map((order) => ({ ...pick(order, "code", "class"), text: orderText(order) })),
    townships: standings.townships.map((one) => placedSheet(one, standings)),
  };
}

/** A township's own score sheet: computed with the county's standings for the rank, of which nothing else is returned. */
export async function ownScore(scope: PositionScope, input: OwnScoreInput) {
  const standings = await standingsOf(scope, input.year);
  const own = standings.townships.find(({ township }) => township.id === scope.ownTownshipId);
  if (own === undefined) throw notFound();
  const { countyId, ownTownshipId: townshipId } = scope;
  const years = await yearsOf(scope.tx, { countyId, townshipId, today: standings.today });
  return { ...headOf(standings), years, own: placedSheet(own, standings) };
}
