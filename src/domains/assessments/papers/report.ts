import { leaguePoints } from "@/domains/figures/rules/scoring";
import { afterName, placeText } from "@/domains/figures/labels";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import type { Score } from "@/domains/figures/rules/score";
import { heading, type Paper, type PaperBlock, table, text } from "@/lib/papers";
import { percentileText, stateLabels } from "../labels";
import { dimensionShares } from "../rules/dimension-shares";
import type { Outstanding } from "../rules/stands-out";
import {
  type PaperTownship,
  type PaperYear,
  pointsText,
  standingOf,
  worthOf,
  signedOn,
} from "@/domains/figures/papers/year";

/** One township's year; of the others it holds no more than how many there are. */
export type OwnYear = PaperYear & {
  own: PaperTownship & { weakest: readonly Outstanding[]; strongest: readonly Outstanding[] };
};

const plain = (number: number): string => String(Number(number.toFixed(2)));

function totalSaid({ own, scheme }: OwnYear): PaperBlock[] {
  const { total, bonus, deduction, final, vetoes, grade, rank } = own;
  const place = placeText({
    ...{ class: own.class, rank: rank.rank, rankOf: rank.of },
    ...{ unranked: rank.unranked, tied: rank.tied },
  });
  const said = [
    `得分 ${pointsText(leaguePoints(own))} 分，${place}。`,
    total.note,
    bonus.points > 0 ? `加分 ${plain(bonus.points)} 分：${bonus.steps.join("；")}。` : "",
    deduction.points > 0 ? `扣分 ${plain(deduction.points)} 分：${deduction.steps.join("；")}。` : "",
    final === null ? "" : `总分 ${final.toFixed(2)} 分（按 ${plain(total.whole)} 分计，含加分、扣分）。`,
    vetoes.length > 0 ? `一票否决：${vetoes.join("、")}，等次定为${scheme.vetoGrade}，得分照列。` : "",
    `等次：${grade.grade ?? "暂无"}。${grade.why}。`,
  ];
  return said.filter((one) => one !== "").map(text);
}

function dimensionTable({ own, scheme }: OwnYear): PaperBlock {
  const rows = dimensionShares(scheme, own.scores).map(({ code, name, points, max, share, missing }) => [
    `${code} ${name}`,
    plain(max),
    share === null ? (missing ? "未录" : "无") : points.toFixed(2),
    share === null ? "–" : `${(share * 100).toFixed(1)}%`,
  ]);
  const columns = [
    { header: "方面", share: 40, align: "left" as const },
    { header: "计入的满分", share: 20 },
    { header: "得分", share: 20 },
    { header: "得分率", share: 20 },
  ];
  return table("各方面得分", columns, rows);
}

function indicatorTables({ own, scheme }: OwnYear): PaperBlock[] {
  const of = new Map(own.scores.map((score) => [score.code, score]));
  const shown = (score: Score | undefined) =>
    score?.state === "scored" ? pointsText(score.points) : stateLabels[score?.state ?? "notComputed"];
  const columns = [
    { header: "指标", share: 20, align: "left" as const },
    { header: "满分", share: 8 },
    { header: "得分", share: 11 },
    { header: "怎样算出", share: 61, align: "left" as const },
  ];
  return scheme.dimensions.flatMap(({ code: dimension, name: title, indicators }) => [
    heading(2, `${dimension} ${title}`),
    table(
      `${dimension} ${title}各项得分`,
      columns,
      indicators.map(({ code, name, points }) => {
        const score = of.get(code);
        const named = `${code} ${name}`;
        return [named, plain(points), shown(score), afterName(score?.sentence ?? "", named)];
      }),
    ),
  ]);
}

/** What the total leaves out, and what is missing in it: three things, and none of them a zero. */
function leftOut({ own: { total }, scheme }: OwnYear): PaperBlock[] {
  const indicators = indicatorsOf(scheme);
  const named = (codes: readonly string[]) =>
    codes.map((code) => `${code} ${indicators.find((one) => one.code === code)?.name ?? ""}`).join("、");
  const said = [
    total.notApplicable.length > 0
      ? `无应办事项、样本太小或不参加比较，不计分，分值由其他指标分摊：${named(total.notApplicable)}。`
      : "",
    total.notEntered.length > 0 ? `未录，暂按 0 分：${named(total.notEntered)}。` : "",
    total.notComputed.length > 0 ? `尚不计算，不计入总分：${named(total.notComputed)}。` : "",
  ].filter((one) => one !== "");
  return said.length === 0 ? [text("各项指标都已计入。")] : said.map(text);
}

function few(title: string, placed: readonly Outstanding[], { own, scheme }: OwnYear): PaperBlock[] {
  const indicators = indicatorsOf(scheme);
  const lines = placed.map(({ code, share, percentile }) => {
    const score = own.scores.find((one) => one.code === code);
    const name = indicators.find((one) => one.code === code)?.name ?? "";
    return heading(
      3,
      `${code} ${name}：${plain(score?.points ?? 0)} / ${plain(score?.max ?? 0)} 分，${percentile === null ? `得分率 ${(share * 100).toFixed(1)}%` : percentileText(percentile)}。`,
    );
  });
  return [heading(2, title), ...(lines.length === 0 ? [text("没有明显的项。")] : lines)];
}

/** One township's score report: every point with its sentence, what was left out, where it stands. */
export function scoreReport(facts: OwnYear): Paper {
  const { county, year, own, schemeSaid } = facts;
  return {
    name: `${own.name}${year}年度考核得分报告`,
    head: { kind: "material", mark: "考核材料" },
    title: `${own.name}${year}年度\n人大工作考核得分报告`,
    standing: standingOf(facts),
    to: null,
    blocks: [
      heading(1, "总体得分"),
      text(`考核依据：${schemeSaid}。`),
      ...totalSaid(facts),
      heading(1, "各方面得分"),
      dimensionTable(facts),
      heading(
        1,
        own.weakest.concat(own.strongest).some(({ percentile }) => percentile === null)
          ? "最弱和最强的指标（同类不足三个，按得分率）"
          : "最弱和最强的指标（与同类比）",
      ),
      ...few("最弱三项", own.weakest, facts),
      ...few("最强三项", own.strongest, facts),
      heading(1, "各项指标怎样算出"),
      ...indicatorTables(facts),
      heading(1, "没有计入的指标"),
      ...leftOut(facts),
      heading(1, "说明"),
      text(worthOf(facts)),
    ],
    signed: { office: `${county}人大常委会办公室`, day: signedOn(facts) },
  };
}
