import "server-only";
import { z } from "zod";
import { everyCellOf } from "@/domains/figures/data/on-demand";
import { metricCodes, metricOf } from "@/domains/figures/rules/metrics";
import { AppError } from "@/lib/errors";
import { yearOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import type { CountyScope } from "@/server/db/scope";
import {
  codesAsked,
  dayCell,
  endpoint,
  format,
  pageOfRows,
  paging,
  placeIn,
  townshipsAsked,
  yearAsked,
} from "./endpoint";

const metric = codesAsked(metricCodes, "metric").meta({
  description: "只要这些口径：编号，几个之间用半角逗号隔开；不写就是全部。编号见 /metrics。",
  example: "C1,C2",
});

export const metricsEndpoint = endpoint({
  name: "listMetrics",
  path: "/metrics",
  scope: "figures",
  summary: "口径目录",
  description: "每个口径叫什么、数什么、依据哪一条；按所问年度本县适用的规定。",
  query: z.strictObject({ year: yearAsked, format }),
  row: z
    .object({
      code: z.enum(metricCodes),
      name: z.string(),
      kind: z.enum(["count", "ratio", "tally", "faults"]).meta({
        description: "count 个数，ratio 比率（0 到 1），tally 几分之几，faults 差错个数",
      }),
      unit: z.string().meta({ description: "个数的单位；比率为空" }),
      rule: z.string().meta({ description: "数的是什么，一句话" }),
      citation: z.string().meta({ description: "依据" }),
    })
    .meta({ id: "Metric" }),
  read: async (scope, { year }) => {
    const { law } = await everyCellOf(scope, year, []);
    const rows = metricCodes.map((code) => ({
      ...pick(metricOf(code), "code", "name", "kind", "unit"),
      ...pick(law[code], "rule", "citation"),
    }));
    return { rows, next: null };
  },
});

type YearState = "open" | "over" | "frozen";

const place = z.tuple([z.string().regex(/^\d{9}$/), z.enum(metricCodes)]);

/** The year's townships, or those that were asked for by codes of this county [S1]. */
function chosen<One extends { township: { code: string } }>(
  all: readonly One[],
  codes: string[] | undefined,
): One[] {
  if (codes === undefined) return [...all];
  const lost = codes.filter((code) => !all.some(({ township }) => township.code === code));
  if (lost.length > 0)
    throw new AppError(
      "NOT_FOUND",
      `这一年度本县没有代码为 ${lost.join("、")} 的乡镇，请对照 /townships 核对。`,
    );
  return all.filter(({ township }) => codes.includes(township.code));
}

export const figuresEndpoint = endpoint({
  name: "listFigures",
  path: "/figures",
  scope: "figures",
  summary: "指标数值",
  description:
    "一个年度里每个乡镇每个口径的数值，连同分子、分母和构成它的记录数。state 为 notEntered 的是「未录」，为 none 的是「无」，都不是 0。",
  query: z.strictObject({ year: yearAsked, metric, township: townshipsAsked, ...paging }),
  row: z
    .object({
      year: z.int(),
      township: z.string(),
      townshipName: z.string(),
      class: z.int().nullable(),
      metric: z.enum(metricCodes),
      state: z.enum(["value", "none", "notEntered"]),
      value: z.number().nullable().meta({ description: "比率是 0 到 1；state 不是 value 时为 null" }),
      numerator: z.number(),
      denominator: z.number(),
      counted: z.int().meta({ description: "计入的依据行数" }),
      leftOut: z.int().meta({ description: "不计入的依据行数" }),
      declared: z.boolean().meta({ description: "乡镇签字声明本年没有" }),
      yearState: z
        .enum(["open", "over", "frozen"])
        .meta({ description: "open 年度未完、数还会变；over 年度已过；frozen 已封存，不再变" }),
      frozenOn: dayCell.nullable(),
    })
    .meta({ id: "Figure" }),
  read: async (scope: CountyScope, { year, metric: asked, township, limit, after }) => {
    const { townships, frozen, today } = await everyCellOf(scope, year, asked ?? metricCodes);
    const codes = metricCodes.filter((code) => asked?.includes(code) ?? true);
    const yearState: YearState = frozen !== null ? "frozen" : yearOf(today) > year ? "over" : "open";
    const from = placeIn(after, place);
    const rows = chosen(townships, township)
      .toSorted((one, other) => one.township.code.localeCompare(other.township.code, "en"))
      .flatMap(({ township: at, every }) =>
        codes.flatMap((code) => {
          const cell = every.find((one) => one.metric === code);
          if (cell === undefined || (from !== null && !liesAfter([at.code, code], from))) return [];
          return {
            ...{ year, township: at.code, townshipName: at.name, class: at.class },
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
            ...{ yearState: yearState, frozenOn: frozen?.on ?? null },
          };
        }),
      );
    return pageOfRows(rows, limit, (last) => [last.township, last.metric]);
  },
});

type Place = z.output<typeof place>;

const liesAfter = ([township, code]: Place, [last, lastCode]: Place): boolean =>
  township === last ? metricCodes.indexOf(code) > metricCodes.indexOf(lastCode) : township > last;
