import "server-only";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { type Standings, standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import { afterName, placeText } from "@/domains/figures/labels";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { standingOf, worthOf } from "@/domains/figures/papers/year";
import { dimensionShares } from "../rules/dimension-shares";
import { type Outstanding, outstanding } from "../rules/stands-out";
import type { OwnScoreInput, ScoresInput } from "../schema";
import { paperYear } from "@/domains/figures/data/paper-year";
import { peersOf, placing } from "./scores";

/** A sheet holds so many names of what is not entered; the rest are counted. */
const namesShown = 6;

/** All that one sheet of paper says of a township: where it stands, dimension by dimension, what pulls it down and up. */
function onePage(own: TownshipStanding, standings: Standings) {
  const { scheme } = standings.scheme;
  const { township, scores, total, rank, bonus, deduction, final, vetoes, grade } = own;
  const place = placing(own, standings);
  const { weakest, strongest } = outstanding(scores, place);
  const indicators = indicatorsOf(scheme);
  const nameOf = (code: string) => indicators.find((one) => one.code === code)?.name ?? "";
  const of = new Map(scores.map((score) => [score.code, score]));
  const placed = ({ code, share, percentile }: Outstanding) => {
    const score = of.get(code);
    const points = { points: score?.points ?? 0, max: score?.max ?? 0 };
    const name = nameOf(code);
    return {
      code,
      name,
      ...points,
      share,
      sentence: afterName(score?.sentence ?? "", `${code} ${name}`),
      percentile,
    };
  };
  const peers = peersOf(own, standings).map((peer) => peer.scores);
  return {
    township: pick(township, "code", "name", "shortName", "class"),
    points: leaguePoints(own),
    place: placeText({
      ...{ class: township.class, rank: rank.rank, rankOf: rank.of },
      ...{ unranked: rank.unranked, tied: rank.tied },
    }),
    percentile: place.percentile,
    note: total.note,
    ...{ final, vetoes, grade: grade.grade, gradeWhy: grade.why },
    extras: [
      ...bonus.steps.map((step) => `加分：${step}`),
      ...deduction.steps.map((step) => `扣分：${step}`),
    ],
    dimensions: dimensionShares(scheme, scores, peers),
    weakest: weakest.map(placed),
    strongest: strongest.map(placed),
    indicators: indicators.map(({ code, name, points: max }) => {
      const score = of.get(code);
      return { code, name, max, points: score?.points ?? null, state: score?.state ?? "notComputed" };
    }),
    notEntered: total.notEntered.slice(0, namesShown).map((code) => `${code} ${nameOf(code)}`),
    notEnteredTotal: total.notEntered.length,
  };
}

async function headOf(scope: CountyScope, standings: Standings) {
  const facts = await paperYear(scope, standings);
  return {
    ...pick(facts, "county", "year", "schemeSaid"),
    standing: standingOf(facts),
    worth: worthOf(facts),
  };
}

/** A sheet for each township of the county. */
export async function onePages(scope: CountyScope, { year }: ScoresInput) {
  const standings = await standingsOf(scope, year);
  return {
    ...(await headOf(scope, standings)),
    years: standings.years,
    pages: standings.townships.map((own) => onePage(own, standings)),
  };
}

/** A township's own sheet; of its class it says no more than middles and how many there are. */
export async function ownOnePage(scope: PositionScope, { year }: OwnScoreInput) {
  const standings = await standingsOf(scope, year);
  const own = standings.townships.find(({ township }) => township.id === scope.ownTownshipId);
  if (own === undefined) throw notFound();
  return { ...(await headOf(scope, standings)), page: onePage(own, standings) };
}

export type OnePage = Awaited<ReturnType<typeof ownOnePage>>["page"];
export type OnePageHead = Omit<Awaited<ReturnType<typeof ownOnePage>>, "page">;
