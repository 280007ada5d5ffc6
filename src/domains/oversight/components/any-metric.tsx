import { shownFigure } from "@/domains/figures/components/heat";
import { kindText } from "@/domains/figures/labels";
import { metricOf } from "@/domains/figures/rules/metrics";
import { BarChart } from "@/ui/charts/lazy-bar-chart";
import { SpreadStrip } from "@/ui/charts/spread-strip";
import { type Column, DataTable } from "@/ui/list/data-table";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { AnyComparison } from "../data/any";
import { amongLabel } from "../labels";
import { type CellOf, findingOf, seriesOf, unitOf } from "./any-figures";

type Spread = AnyComparison["spreads"][number];
type Props = { metric: AnyComparison["metrics"][number]; data: AnyComparison; of: CellOf };

const ends = [
  ["min", "最低"],
  ["lower", "下四分位"],
  ["median", "中位"],
  ["upper", "上四分位"],
  ["max", "最高"],
] as const;

const columns: Column<Spread>[] = [
  { key: "among", title: "范围", render: ({ among, year }) => `${amongLabel(among)} ${year}年` },
  {
    key: "n",
    title: "有数的",
    unit: "个",
    align: "number",
    render: ({ spread, townships }) => `${spread?.n ?? 0}/${townships}`,
  },
  ...ends.map(([end, title]): Column<Spread> => ({
    ...{ key: end, title, align: "number" },
    render: ({ metric, spread }) =>
      // A quarter of few townships is no figure that nobody entered.
      spread !== null && spread[end] === null ? "—" : kindText(metric, spread?.[end] ?? null),
  })),
];

/** Every class's townships as dots on a line, with their names. */
function Dots({ metric, data, of }: Props) {
  const { hrefWith } = useUrlState();
  const year = data.years[0]?.year ?? 0;
  const shown = data.spreads.filter(
    (one) => one.metric === metric.code && one.year === year && one.among !== "all" && one.spread !== null,
  );
  return (
    <div className="spreads">
      {shown.map(({ among }) => (
        <SpreadStrip
          key={String(among)}
          label={`${amongLabel(among)} ${year}年`}
          unit={unitOf(metric.code) === "%" ? "%" : ` ${unitOf(metric.code)}`}
          hrefOf={(township) => hrefWith({ cell: `${metric.code}.${township}.${year}`, rows: null })}
          entries={data.townships
            .filter((one) => (one.class ?? "unclassed") === among)
            .map(({ code, shortName }) => ({
              ...{ id: code, name: shortName },
              figure: shownFigure(of(metric.code, year, code)),
            }))}
        />
      ))}
    </div>
  );
}

/** One metric: its bars, its spread within each class, and what it counts. */
export function AnyMetric(props: Props) {
  const { metric, data, of } = props;
  const { code, rule, citation } = metric;
  const spreads = data.spreads.filter((one) => one.metric === code);
  return (
    <Panel title={`${code} ${metricOf(code).name}`} note={`${rule}（${citation}）`}>
      {spreads.every(({ spread }) => spread === null) ? (
        <p>{findingOf(code, data)}：所选乡镇都是「无」或「未录」，没有图可画。</p>
      ) : (
        <div className="stack">
          <BarChart
            finding={findingOf(code, data)}
            places={data.townships.map((one) => ({ id: one.code, name: one.shortName }))}
            series={seriesOf(code, data, of)}
            unit={unitOf(code)}
          />
          <Dots {...props} />
          <DataTable
            label={`${code} 的差距`}
            columns={columns}
            rows={spreads}
            rowKey={({ among, year }) => `${among} ${year}`}
            empty={{ title: "还没有可以比较的数" }}
          />
        </div>
      )}
    </Panel>
  );
}
