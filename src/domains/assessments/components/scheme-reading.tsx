import { classLabel } from "@/domains/tenancy/labels";
import { fewText } from "@/domains/figures/rules/compared-text";
import { formulaSaid } from "@/domains/figures/rules/formula-text";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import {
  type ExtraItem,
  type Indicator,
  pointsOf,
  type Scheme,
  subjectOf,
  totalOf,
} from "@/domains/figures/rules/scheme";
import { extraText, gradeText, metricText } from "@/domains/figures/rules/scheme-difference";
import { smallNumberText } from "@/domains/figures/rules/small-number";
import { Facts } from "@/ui/detail/facts";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";

const classes = [1, 2, 3] as const;

/** The general formula, each class's own where it differs, and what is done with few cases where that is said. */
const formulasOf = ({ formula, byClass, smallNumber }: Indicator): string =>
  [
    formulaSaid(formula),
    ...classes.flatMap((one) =>
      byClass?.[one] === undefined ? [] : [`${classLabel(one)}：${formulaSaid(byClass[one])}`],
    ),
    ...(smallNumber === undefined ? [] : [fewText(formula, smallNumber)]),
  ].join("。");

const columns: Column<Indicator>[] = [
  { key: "name", title: "指标", width: 14, render: ({ code, name }) => `${code} ${name}` },
  { key: "points", title: "分值", align: "number", render: ({ points }) => points },
  {
    key: "metric",
    title: "口径",
    render: ({ metric }) => (metric === null ? "评审打分" : metricText(metric)),
  },
  { key: "formula", title: "算法", width: 22, render: formulasOf },
  { key: "article", title: "依据", render: ({ article }) => article },
];

const listed = (items: readonly ExtraItem[], cap: number): string =>
  items.length === 0 ? "无" : `${items.map(extraText).join("；")}；合计最多 ${cap} 分`;

/** A scheme to be read and printed. */
export function SchemeReading({ scheme }: { scheme: Scheme }) {
  const { vetoes, vetoGrade, grades, quotaWithin } = scheme;
  return (
    <>
      {scheme.dimensions.map((dimension) => (
        <Panel
          key={dimension.code}
          title={`${dimension.code} ${dimension.name}`}
          note={`${pointsOf(dimension)} 分`}
        >
          <DataTable
            label={dimension.name}
            columns={columns}
            rows={[...dimension.indicators]}
            rowKey={({ code }) => code}
            empty={{ title: "没有指标" }}
          />
        </Panel>
      ))}
      <Panel title="总分、加减分和等次">
        <Facts
          items={[
            { label: "考核对象", value: subjectLabels[subjectOf(scheme)] },
            { label: "总分", value: `${totalOf(scheme)} 分` },
            { label: "加分", value: listed(scheme.bonuses, scheme.bonusCap), wide: true },
            { label: "扣分", value: listed(scheme.deductions, scheme.deductionCap), wide: true },
            {
              label: "一票否决",
              value:
                vetoes.length === 0
                  ? "无"
                  : `${vetoes.map(({ name }) => name).join("；")}；等次定为${vetoGrade}，得分照列`,
              wide: true,
            },
            {
              label: "等次",
              value: `${grades.map(gradeText).join("；")}；名额按${quotaWithin === "class" ? "同类乡镇" : "全县"}算`,
              wide: true,
            },
            { label: "件数太少的百分比", value: smallNumberText(scheme.smallNumber), wide: true },
          ]}
        />
      </Panel>
    </>
  );
}
