import { classLabel } from "@/domains/tenancy/labels";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import type { Library } from "../data/library";
import { type Topic, topicLabels } from "../labels";
import { MarkedText } from "./marked-text";
import type { MetricNames } from "./names";
import { LifeTag } from "./states";

type Row = Library["rows"][number];

const columnsOf = (names: MetricNames): Column<Row>[] => [
  {
    ...{ key: "title", title: "经验", width: 26 },
    render: ({ marked, stretch }) => (
      <span className="practice-hit">
        <b>
          <MarkedText parts={marked} />
        </b>
        <small className="soft">
          <MarkedText parts={stretch} />
        </small>
      </span>
    ),
  },
  { key: "topic", title: "主题", render: ({ topic }) => topicLabels[topic] },
  { key: "author", title: "乡镇", render: ({ authorName }) => authorName },
  { key: "class", title: "类别", wideOnly: true, render: ({ authorClass }) => classLabel(authorClass) },
  {
    ...{ key: "metrics", title: "关联指标", width: 12 },
    render: ({ metrics }) => metrics.map((code) => names[code] ?? code).join("、"),
  },
  { key: "publishedOn", title: "发布日期", width: 8, render: ({ publishedOn }) => publishedOn },
  { key: "life", title: "进展", render: ({ life }) => <LifeTag life={life} /> },
];

/** Which topics, classes and metrics there are under the other conditions, with how many of each. */
export function LibraryFilters({ facets, names }: { facets: Library["facets"]; names: MetricNames }) {
  const of = (facet: string, label: (code: string) => string) =>
    facets
      .filter((one) => one.facet === facet)
      .map(({ code, count }) => ({ value: code, label: `${label(code)}（${count}）` }));
  return (
    <FilterBar
      search="标题、做法、乡镇；拼音或首字母也行"
      filters={[
        { key: "topic", label: "主题", options: of("topic", (code) => topicLabels[code as Topic]) },
        { key: "class", label: "乡镇类别", options: of("class", (code) => classLabel(Number(code))) },
        { key: "metric", label: "关联指标", options: of("metric", (code) => names[code] ?? code) },
        {
          key: "retired",
          label: "范围",
          options: [{ value: "yes", label: "已停止推广的" }],
          preset: undefined,
        },
      ]}
    />
  );
}

type Props = { data: Library; names: MetricNames; hrefOf: (id: string) => string; empty: string };

export function LibraryTable({ data, names, hrefOf, empty }: Props) {
  return (
    <DataTable
      label="经验库"
      columns={columnsOf(names)}
      rows={data.rows}
      rowKey={({ id }) => id}
      href={({ id }) => hrefOf(id)}
      total={data.total}
      empty={{ title: "没有符合条件的经验", body: empty }}
    />
  );
}
