import "server-only";
import { byRank } from "@/domains/figures/rules/ranking";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { type Standings, standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import { readText } from "@/domains/figures/labels";
import { isMetricCode } from "@/domains/figures/rules/metrics";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import type { Score } from "@/domains/figures/rules/score";
import { classLabel } from "@/domains/tenancy/labels";
import { notFound } from "@/lib/errors";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import type { OwnScoreInput, ScoresInput, TownshipScoreInput } from "../schema";
import { stateLabels } from "../labels";
import { ordersOf } from "./scores";
import { explained } from "../papers/explained";
import { paperTownship } from "@/domains/figures/data/paper-year";

const number = { width: 10, kind: "number" as const };

const pointsIn = (score: Score | undefined) =>
  score?.state === "scored" ? score.points : stateLabels[score?.state ?? "notComputed"];

/** Every indicator of the score page: the points, how they come from the numbers, what is counted, by which article. */
function sheetOf(standings: Standings, own: TownshipStanding) {
  const { year, today, scheme, law } = standings;
  const of = new Map(own.scores.map((score) => [score.code, score]));
  const rows = indicatorsOf(scheme.scheme).map(({ code, name, points, metric, article }) => {
    const score = of.get(code);
    const { rule, citation } =
      metric !== null && isMetricCode(metric) ? law[metric] : { rule: "", citation: article };
    const { steps, sentence } = score ?? { steps: [], sentence: "" };
    return [`${code} ${name}`, points, pointsIn(score), steps.join(" → "), sentence, rule, citation];
  });
  return {
    title: `${year}年${own.township.name}考核得分（${readText(year, today)}）`,
    columns: [
      { header: "指标", width: 22 },
      { header: "分值", ...number },
      { header: "得分", ...number },
      { header: "怎样算出", width: 40 },
      { header: "一句话", width: 60 },
      { header: "计什么", width: 60 },
      { header: "依据", width: 28 },
    ],
    rows: [...rows, ["合计", own.total.max, own.total.points, "", own.total.note, "", ""]],
  };
}

/** One township's score page, for the county. */
export async function exportScore(scope: CountyScope, { township, year }: TownshipScoreInput) {
  const standings = await standingsOf(scope, year);
  const own = standings.townships.find((one) => one.township.code === township);
  if (own === undefined) throw notFound();
  return sheetOf(standings, own);
}

/** A township's own score page. */
export async function exportOwnScore(scope: PositionScope, { year }: OwnScoreInput) {
  const standings = await standingsOf(scope, year);
  const own = standings.townships.find((one) => one.township.id === scope.ownTownshipId);
  if (own === undefined) throw notFound();
  return sheetOf(standings, own);
}

/**
 * The county's league: a row a township, a column an indicator; what is no number says what it is. Sheets beside it tell
 * how every point and grade comes about.
 */
export async function exportScores(scope: CountyScope, { year }: ScoresInput) {
  const standings = await standingsOf(scope, year);
  const { scheme, townships, today, law } = standings;
  const indicators = indicatorsOf(scheme.scheme);
  const ranked = townships.toSorted(
    (one, other) => (one.township.class ?? 9) - (other.township.class ?? 9) || byRank(one.rank, other.rank),
  );
  return {
    title: `${year}年考核得分（${readText(year, today)}）`,
    columns: [
      { header: "乡镇", width: 14 },
      { header: "类别", width: 10 },
      { header: "位次", ...number },
      { header: "得分", ...number },
      { header: "折合", ...number },
      ...indicators.map(({ code, name, points }) => ({
        header: `${code} ${name}（${points} 分）`,
        ...number,
      })),
    ],
    rows: ranked.map(({ township, rank, total, scores }) => [
      township.name,
      classLabel(township.class),
      rank.rank ?? "未录",
      total.points,
      leaguePoints({ rank, total }) ?? "未录",
      ...indicators.map(({ code }) => pointsIn(scores.find((one) => one.code === code))),
    ]),
    beside: explained(scheme.scheme, law, ranked.map(paperTownship), ordersOf(standings)),
  };
}
