import "server-only";
import { everyCellOf, type WithEveryCell } from "@/domains/figures/data/on-demand";
import { cellNumber, inUnit } from "@/domains/figures/labels";
import type { ShownCell } from "@/domains/figures/rules/cells";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { classLabel } from "@/domains/tenancy/labels";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import type { ExportColumn, ExportSheet } from "@/lib/sheets";
import type { CountyScope } from "@/server/db/scope";
import { amongLabel, yearStateText } from "../labels";
import { type ClassSpread, spreadsOf } from "../rules/spreads";
import type { AnyInput } from "../schema";

/** @property recounted metrics that the frozen year's snapshot does not hold: they are of today's records */
export type ComparedYear = {
  year: number;
  state: "open" | "over" | "frozen";
  frozenOn: Day | null;
  recounted: MetricCode[];
};
export type AnyCell = ShownCell & { year: number; township: string };
type AnyTownship = {
  code: string;
  name: string;
  shortName: string;
  class: number | null;
  mergedOn: Day | null;
};

export type AnyComparison = {
  today: Day;
  years: ComparedYear[];
  metrics: { code: MetricCode; rule: string; citation: string }[];
  townships: AnyTownship[];
  cells: AnyCell[];
  spreads: ClassSpread[];
  /** how many of the townships asked for are not there in any of the years */
  lost: number;
};

function yearIn(
  { year, frozen, townships, today }: WithEveryCell,
  metrics: readonly MetricCode[],
): ComparedYear {
  const held = townships[0]?.cells.map(({ metric }) => metric) ?? metrics;
  const over = yearOf(today) > year ? "over" : "open";
  return {
    ...{ year, state: frozen === null ? over : "frozen", frozenOn: frozen?.on ?? null },
    recounted: frozen === null ? [] : metrics.filter((code) => !held.includes(code)),
  };
}

const isChosen =
  ({ class: one, townships }: AnyInput) =>
  (township: AnyTownship): boolean =>
    (one === null || township.class === one) && (townships.length === 0 || townships.includes(township.code));

/** The townships of several years, each once: as the newest year that has it says. */
function townshipsIn(counted: readonly WithEveryCell[]): AnyTownship[] {
  const known = new Map<string, AnyTownship>();
  for (const { townships } of counted)
    for (const { township } of townships)
      if (!known.has(township.code))
        known.set(township.code, pick(township, "code", "name", "shortName", "class", "mergedOn"));
  return [...known.values()];
}

const cellsIn = ({ year, townships }: WithEveryCell, metrics: readonly MetricCode[]): AnyCell[] =>
  townships.flatMap(({ township, every }) =>
    every
      .filter(({ metric }) => metrics.includes(metric))
      .map((cell) => ({
        ...{ year, township: township.code },
        ...pick(
          cell,
          "metric",
          "state",
          "value",
          "numerator",
          "denominator",
          "counted",
          "leftOut",
          "declared",
        ),
      })),
  );

/** Metrics of anybody's choice, of the years and townships chosen: each figure as the comparison and the catalogue have it. */
export async function anyComparison(scope: CountyScope, input: AnyInput): Promise<AnyComparison> {
  const years = input.years.toSorted((one, other) => other - one);
  const today = dayOf(scope.now);
  const counted: WithEveryCell[] = [];
  for (const year of years) counted.push(await everyCellOf(scope, year, input.metrics));
  const all = townshipsIn(counted);
  const townships = all.filter(isChosen(input));
  const shown = new Set(townships.map(({ code }) => code));
  const cells = counted
    .flatMap((one) => cellsIn(one, input.metrics))
    .filter(({ township }) => shown.has(township));
  const law = counted[0]?.law;
  return {
    today,
    years: counted.map((one) => yearIn(one, input.metrics)),
    metrics: input.metrics.map((code) => ({
      ...{ code, rule: law?.[code].rule ?? "", citation: law?.[code].citation ?? "" },
    })),
    ...{ townships, cells },
    spreads: spreadsOf(cells, townships, input.metrics, years),
    lost: input.townships.filter((code) => !all.some((one) => one.code === code)).length,
  };
}

const number = (header: string): ExportColumn => ({ header, width: 13, kind: "number" });
const unitOf = (code: MetricCode): string => (metricOf(code).kind === "ratio" ? "%" : metricOf(code).unit);
const headOf = (code: MetricCode): string => `${code} ${metricOf(code).name}（${unitOf(code)}）`;

function figuresOf({ townships, metrics, years, cells }: AnyComparison) {
  const of = new Map(cells.map((cell) => [`${cell.metric} ${cell.year} ${cell.township}`, cell]));
  const columns = metrics.flatMap(({ code }) =>
    years.map(({ year }) => ({ code, year, header: `${headOf(code)} ${year}` })),
  );
  return {
    columns: [
      { header: "乡镇", width: 16 },
      { header: "类别", width: 8 },
      ...columns.map(({ header }) => number(header)),
    ],
    rows: townships.map(({ code: township, name, class: one }) => [
      ...[name, classLabel(one)],
      ...columns.map(({ code, year }) => {
        const cell = of.get(`${code} ${year} ${township}`);
        return cell === undefined ? null : cellNumber(cell);
      }),
    ]),
  };
}

const spreadTable = ({ spreads }: AnyComparison) => ({
  title: "差距",
  columns: [
    ...[{ header: "指标", width: 32 }, number("年份"), { header: "范围", width: 10 }, number("乡镇（个）")],
    ...["有数的（个）", "最低", "下四分位", "中位", "上四分位", "最高"].map(number),
  ],
  rows: spreads.map(({ metric, year, among, townships, spread }) => [
    ...[headOf(metric), year, amongLabel(among), townships, spread?.n ?? 0],
    ...(["min", "lower", "median", "upper", "max"] as const).map((at) =>
      spread === null || spread[at] === null ? null : inUnit(metric, spread[at]),
    ),
  ]),
});

const definitions = ({ metrics, years, today }: AnyComparison) => ({
  title: "口径说明",
  columns: [
    ...[
      { header: "编号", width: 8 },
      { header: "指标", width: 28 },
      { header: "单位", width: 8 },
    ],
    ...[
      { header: "数的是什么", width: 70 },
      { header: "依据", width: 40 },
    ],
  ],
  rows: [
    ...metrics.map(({ code, rule, citation }) => [code, metricOf(code).name, unitOf(code), rule, citation]),
    ...years.map((one) => [String(one.year), "年份", null, yearStateText(one, today), null]),
    ["未录", "没有录入", null, "乡镇还没有录入这一类记录，不是 0。", null],
    ["无", "没有应计的事", null, "没有应当计算的事，不是 0。", null],
  ],
});

/** The comparison as it is shown, with how far the townships lie apart and what every figure is. */
export async function exportAny(scope: CountyScope, input: AnyInput): Promise<ExportSheet> {
  const compared = await anyComparison(scope, input);
  return {
    title: `自选比较（${compared.years.map(({ year }) => year).join("、")}年）`,
    ...figuresOf(compared),
    beside: [spreadTable(compared), definitions(compared)],
  };
}
