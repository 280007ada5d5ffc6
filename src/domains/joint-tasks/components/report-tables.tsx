import { findingStateLabels } from "@/domains/supervision/labels";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { Panel } from "@/ui/panel";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { Merged } from "../data/merged";
import { percentText } from "../labels";
import { fewest, severityWords } from "../rules/merged";

type Figures = Merged["figures"];
type Township = Figures["townships"][number];
type Unit = Figures["units"][number];
type Point = Figures["points"][number];

const townshipColumns: Column<Township>[] = [
  { key: "name", title: "乡镇", width: 8, render: ({ name }) => name },
  { key: "deputies", title: "代表人次", render: ({ deputies }) => deputies },
  { key: "visited", title: "走访", render: ({ visited }) => visited },
  { key: "findings", title: "问题", render: ({ findings }) => findings },
  {
    key: "closed",
    title: "销号",
    width: 10,
    render: ({ closed, findings }) =>
      findings === 0 ? "没有问题" : percentText({ of: closed, n: findings }),
  },
  { key: "overdue", title: "逾期", render: ({ overdue }) => overdue },
  { key: "reopened", title: "退回过", render: ({ reopened }) => reopened },
];

const unitColumns: Column<Unit>[] = [
  { key: "name", title: "单位", width: 12, render: ({ name }) => name },
  { key: "townships", title: "乡镇", width: 18, render: ({ townships }) => townships.join("、") },
  { key: "findings", title: "问题", render: ({ findings }) => findings },
  { key: "closed", title: "已销号", render: ({ closed }) => closed },
  { key: "overdue", title: "逾期", render: ({ overdue }) => overdue },
];

const pointColumns: Column<Point>[] = [
  { key: "text", title: "检查要点", width: 28, render: ({ text }) => text },
  { key: "n", title: "查了", render: ({ n }) => `${n} 处` },
  {
    key: "of",
    title: "有问题",
    width: 10,
    render: ({ of, n }) => (n === 0 ? "没有查" : percentText({ of, n })),
  },
  {
    key: "townships",
    title: "各乡镇（有问题/查了）",
    width: 22,
    render: ({ townships }) => townships.map(({ name, of, n }) => `${name} ${of}/${n}`).join("，"),
  },
];

/** Struck off and not, township by township; the lengths are numbers of findings. */
function Bars({ townships, findings }: Figures) {
  const most = Math.max(1, ...townships.map((one) => one.findings));
  const closed = townships.reduce((sum, one) => sum + one.closed, 0);
  return (
    <ChartFrame
      finding={`发现的 ${findings} 个问题中，${closed} 个已经销号`}
      note="横条是问题数，后面是已销号/问题数。"
    >
      <div className="league">
        <ol>
          {townships.map((one) => (
            <li key={one.township} className="league-line">
              <span className="league-place" />
              <span className="league-name">{one.name}</span>
              <span className="league-track" aria-hidden>
                <span style={{ width: `${(100 * one.findings) / most}%` }} />
              </span>
              <span className="number">{`${one.closed}/${one.findings}`}</span>
            </li>
          ))}
        </ol>
      </div>
    </ChartFrame>
  );
}

/** What the report stands on. */
export function ReportTables({ figures }: { figures: Figures }) {
  const { townships, units, points, states, severities } = figures;
  const said = [
    ...states
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => `${findingStateLabels[state]} ${count} 个`),
    ...severities.flatMap(({ severity, findings }) =>
      severity === null || findings === 0 ? [] : [`${severityWords[severity]} ${findings} 个`],
    ),
  ];
  return (
    <>
      <Panel title="各乡镇的成果">
        <Bars {...figures} />
        <p className="soft">{`${said.join("，")}。少于 ${fewest} 个的只列个数，不算百分比。`}</p>
        <DataTable
          label="各乡镇的成果"
          columns={townshipColumns}
          rows={townships}
          rowKey={({ township }) => township}
          empty={{ title: "还没有认定的成果", body: "在任务页认定乡镇的成果，数字就算进来。" }}
        />
      </Panel>
      <Panel title="按受检单位">
        <DataTable
          label="按受检单位"
          columns={unitColumns}
          rows={units}
          rowKey={({ name }) => name}
          empty={{ title: "没有问题", body: "已认定的成果里没有发现问题。" }}
        />
      </Panel>
      {points.every(({ n }) => n === 0) ? null : (
        <Panel title="按检查要点">
          <DataTable
            label="按检查要点"
            columns={pointColumns}
            rows={points}
            rowKey={({ code }) => code}
            empty={{ title: "没有检查要点", body: "任务没有选检查清单。" }}
          />
        </Panel>
      )}
    </>
  );
}
