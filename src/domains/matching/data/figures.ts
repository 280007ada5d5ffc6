import "server-only";
import { type Standings, standingsOf } from "@/domains/figures/data/standings";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { spreadOf } from "@/domains/figures/rules/ranking";
import { kindText, readText } from "@/domains/figures/labels";
import type { CountyScope } from "@/server/db/scope";
import { commonText, figureText, weakText } from "../labels";
import { type Matched, matchedYear } from "./weak";

/** What there is to say of a metric, in sentences with their numbers: who is weak, and else how far the townships lie apart. */
function sentencesOf({ townships, weak, common }: Matched, metric: MetricCode): string[] {
  const nameOf = (id: string) =>
    townships.find(({ township }) => township.id === id)?.township.shortName ?? "";
  const said = weak
    .filter((point) => point.metric === metric)
    .map((point) => `${nameOf(point.id)}：${weakText(point, nameOf)}`);
  const all = common
    .filter((one) => one.metric === metric)
    .map((one) => commonText(one, one.behind.map(nameOf)));
  if (said.length + all.length > 0) return [...all, ...said];
  const spread = spreadOf(
    townships.map(({ cells }) => cells.find((cell) => cell.metric === metric)?.value ?? null),
  );
  if (spread === null) return [`${metricOf(metric).name}：还没有可比的数字。`];
  const [least, middle, most] = [spread.min, spread.median, spread.max].map((value) =>
    kindText(metric, value),
  );
  return [
    `${metricOf(metric).name}：${spread.n} 个乡镇中位 ${middle ?? ""}，最低 ${least ?? ""}，最高 ${most ?? ""}，差距没有超出偶然。`,
  ];
}

/** The words that an agenda keeps of its metrics, as they stand now. */
export async function figuresAbout(scope: CountyScope, year: number, metrics: readonly MetricCode[]) {
  const matched = await matchedYear(scope, year);
  return metrics.map((metric) => ({
    ...{ metric, year, on: matched.standings.today, sentences: sentencesOf(matched, metric) },
  }));
}

type Asked = { townshipId: string; metric: MetricCode; year: number };

/** Townships' own figures of some years, each said with the day as of which it stands; null for what was not asked. */
export async function figuresNow(scope: CountyScope, asked: readonly Asked[]) {
  const years = [...new Set(asked.map(({ year }) => year))];
  const all = new Map<number, Standings>();
  for (const year of years) all.set(year, await standingsOf(scope, year));
  return (townshipId: string, metric: MetricCode | null, year: number | null): string | null => {
    const standings = year === null ? undefined : all.get(year);
    if (metric === null || standings === undefined) return null;
    const cell = standings.townships
      .find(({ township }) => township.id === townshipId)
      ?.cells.find((one) => one.metric === metric);
    const read = cell === undefined ? "没有计入" : figureText(cell);
    return `${metricOf(metric).name} ${read}（${readText(standings.year, standings.today)}）`;
  };
}

/** One of them. */
export async function figureNow(scope: CountyScope, asked: Asked): Promise<string> {
  return (await figuresNow(scope, [asked]))(asked.townshipId, asked.metric, asked.year) ?? "";
}

type Topic = { title: string; metric: MetricCode; speaks: string[]; sentences: string[] };

const mostItems = 5;

/** Topics for a symposium: what most are weak at, then what some are weak at and others lead in, who would speak on it first. */
export async function proposedTopics(scope: CountyScope, year: number): Promise<Topic[]> {
  const matched = await matchedYear(scope, year);
  const { weak, common } = matched;
  const weakIn = (metric: MetricCode) => weak.filter((point) => point.metric === metric);
  const metrics = [...new Set(weak.map(({ metric }) => metric))].sort(
    (one, other) => weakIn(other).length - weakIn(one).length,
  );
  const topics = [...new Set([...common.map(({ metric }) => metric).slice(0, 2), ...metrics])];
  return topics.slice(0, mostItems).map((metric) => {
    const leaders = weakIn(metric).flatMap((point) => point.leaders.map(({ id }) => id));
    return {
      ...{ title: `${metric} ${metricOf(metric).name}`, metric, speaks: [...new Set(leaders)].slice(0, 2) },
      sentences: sentencesOf(matched, metric),
    };
  });
}
