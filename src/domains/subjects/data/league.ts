import "server-only";
import {
  type SubjectStanding,
  type SubjectStandings,
  subjectStandingsOf,
} from "@/domains/figures/data/subjects";
import { yearsOf } from "@/domains/figures/data/years";
import { readText } from "@/domains/figures/labels";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { byRank } from "@/domains/figures/rules/ranking";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { smallNumberText } from "@/domains/figures/rules/small-number";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { classLabel } from "@/domains/tenancy/labels";
import { pick } from "@/lib/pick";
import type { ExportSheet } from "@/lib/sheets";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import type { LeagueInput, OwnLeagueInput } from "../schema";

const headOf = ({ year, today, subject, classed, scheme, law }: SubjectStandings) => ({
  ...{ year, today, subject, classed },
  ...{ schemeName: scheme.scheme.name, adopted: scheme.adopted, since: scheme.since },
  /** what the scheme does about few cases, in words; null where few count like many */
  fewCases: scheme.scheme.smallNumber === undefined ? null : smallNumberText(scheme.scheme.smallNumber),
  indicators: indicatorsOf(scheme.scheme).map((one) => ({
    ...pick(one, "code", "name", "points", "metric"),
    counts: law[one.metric as keyof typeof law].rule,
  })),
});

const rowOf = ({ of, scores, total, rank, final, grade, unplaced }: SubjectStanding) => ({
  ...pick(of, "id", "name"),
  township: pick(of.township, "code", "name", "shortName", "class"),
  ...{ rank: rank.rank, of: rank.of - rank.unranked, tied: rank.tied },
  ...{ points: leaguePoints({ rank, total }), final, grade: grade.grade, why: grade.why, unplaced },
  total: pick(total, "points", "max", "note"),
  scores: scores.map((score) => pick(score, "code", "state", "points", "max", "sentence")),
});

/** The best first, class by class where the scheme speaks of classes. */
const inOrder = ({ standings, classed }: SubjectStandings): SubjectStanding[] =>
  standings.toSorted(
    (one, other) =>
      (classed ? (one.of.township.class ?? 9) - (other.of.township.class ?? 9) : 0) ||
      byRank(one.rank, other.rank) ||
      Number(one.unplaced === null) - Number(other.unplaced === null) ||
      (other.final ?? 0) - (one.final ?? 0),
  );

/** Every group or unit of the county with its points by the year's scheme for them, and its place. */
export async function league(scope: CountyScope, { year, subject }: LeagueInput) {
  const standings = await subjectStandingsOf(scope, year, subject);
  const whose = { countyId: scope.countyId, townshipId: null, today: standings.today };
  return {
    ...headOf(standings),
    years: await yearsOf(scope.tx, whose),
    rows: inOrder(standings).map(rowOf),
  };
}

export type League = Awaited<ReturnType<typeof league>>;
export type LeagueRow = League["rows"][number];

/** A township's own: their places are told, and nothing of anybody else's. */
export async function ownLeague(scope: PositionScope, { year, subject }: OwnLeagueInput): Promise<League> {
  const standings = await subjectStandingsOf(scope, year, subject);
  const { countyId, ownTownshipId: townshipId } = scope;
  return {
    ...headOf(standings),
    years: await yearsOf(scope.tx, { countyId, townshipId, today: standings.today }),
    rows: inOrder(standings)
      .filter(({ of }) => of.township.id === townshipId)
      .map(rowOf),
  };
}

const number = { width: 10, kind: "number" as const };
const said = { notApplicable: "无", notEntered: "未录", notComputed: "尚不计算", scored: "" } as const;

/** The league as a table, and beside it how every point comes about. */
export async function exportLeague(scope: CountyScope, { year, subject }: LeagueInput): Promise<ExportSheet> {
  const standings = await subjectStandingsOf(scope, year, subject);
  const { indicators, schemeName } = headOf(standings);
  const rows = inOrder(standings).map(rowOf);
  const who = { header: subjectLabels[subject], width: 24 };
  const where = { header: "乡镇", width: 14 };
  return {
    title: `${year}年${subjectLabels[subject]}考核得分（${readText(year, standings.today)}）`,
    columns: [
      where,
      ...[{ header: "类别", width: 10 }, who],
      ...[
        { header: "位次", ...number },
        { header: "等次", width: 10 },
      ],
      ...[
        { header: "得分", ...number },
        { header: "适用分值", ...number },
        { header: "折合", ...number },
      ],
      ...indicators.map(({ code, name, points }) => ({
        header: `${code} ${name}（${points} 分）`,
        ...number,
      })),
    ],
    rows: rows.map((row) => [
      ...[row.township.name, classLabel(row.township.class), row.name],
      ...[row.rank ?? (row.unplaced === null ? "不排位" : "件数太少，不排位"), row.grade ?? "无"],
      ...[row.total.points, row.total.max, row.points ?? "无"],
      ...row.scores.map(({ state, points }) => (state === "scored" ? points : said[state])),
    ]),
    beside: [
      {
        title: "怎样算出",
        columns: [where, who, { header: "怎样算出", width: 90 }],
        rows: rows.flatMap(({ township, name, scores }) =>
          scores.map(({ sentence }) => [township.name, name, sentence]),
        ),
      },
      {
        title: "计什么",
        columns: [
          { header: "指标", width: 22 },
          { header: "分值", ...number },
          { header: "计什么", width: 90 },
        ],
        rows: indicators.map(({ code, name, points, counts }) => [`${code} ${name}`, points, counts]),
      },
      {
        title: "方案",
        columns: [{ header: "方案", width: 60 }],
        rows: [[schemeName]],
      },
    ],
  };
}
