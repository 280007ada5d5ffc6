import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { Draws } from "./draw-forms";
import "./joint.css";

type Draw = Draws["draws"][number];
type Props = { draw: Draw; taskId: string; names: Draws["names"]; of: number };
type Line = { township: string; unit: string; key: string | null; drawn: boolean };

const linesOf = ({ pools, drawn }: Draw): Line[] =>
  drawn === null
    ? pools.flatMap(({ township, units }) =>
        units.map((unit) => ({ township, unit, key: null, drawn: false })),
      )
    : drawn.flatMap(({ township, lots }) => lots.map((lot) => ({ township, ...lot })));

/** How anybody draws the same, in words that are printed with it. */
function HowDrawn({ per, taskId }: { per: number; taskId: string }) {
  return (
    <ol className="soft">
      <li>
        名单：每家写成“乡镇代码 单位名称”（中间一个空格），按字符编码从小到大排，用半角竖线“|”连成一行。
      </li>
      <li>
        种子 =（任务编号|名单|号码）的 SHA-256，十六进制小写；任务编号是 <code>{taskId}</code>
        ，号码只留数字和字母，不带空格和符号，与上面印的一字不差。
      </li>
      <li>每家算一个数：（种子|乡镇代码|单位名称）的 SHA-256；每个乡镇取最小的 {per} 家，不足的全取。</li>
    </ol>
  );
}

/** One draw as it was announced and as it came out; a later one leaves it as it is. */
export function DrawPanel({ draw, taskId, names, of }: Props) {
  const { number, per, source, opensOn, drawnOn, text, seed, reason } = draw;
  const columns: Column<Line>[] = [
    {
      key: "township",
      title: "乡镇",
      width: 8,
      render: (row) => `${names[row.township] ?? ""} ${row.township}`,
    },
    { key: "unit", title: "单位", width: 14, render: (row) => row.unit },
    {
      key: "drawn",
      title: "结果",
      render: (row) =>
        row.drawn ? <StatusTag tone="info">抽中</StatusTag> : drawnOn === null ? "待抽取" : "未抽中",
    },
    {
      key: "key",
      title: "抽签数",
      width: 11,
      render: ({ key }) => (key === null ? "" : <code>{key.slice(0, 12)}</code>),
    },
  ];
  return (
    <Panel
      title={of === 1 ? "抽取办法和结果" : `第 ${number} 次抽取${number < of ? "（已由后一次代替）" : ""}`}
    >
      <div className="stack">
        <Facts
          items={[
            { label: "公开号码", value: `${source}（${opensOn} 产生）` },
            { label: "公布", value: `${draw.fixedOn}，${draw.fixedBy}，每个乡镇抽 ${per} 家` },
            ...(reason === null ? [] : [{ label: "重抽理由", value: reason }]),
            { label: "号码", value: text ?? "还没有抽取" },
            ...(drawnOn === null ? [] : [{ label: "抽取", value: `${drawnOn}，${draw.drawnBy ?? ""}` }]),
            ...(seed === null
              ? []
              : [{ label: "种子", value: <code className="joint-seed">{seed}</code>, wide: true }]),
          ]}
        />
        {draw.repeats ? null : <p role="alert">按印出的名单和号码算不出这个种子，请联系系统管理员核查。</p>}
        <DataTable
          label={`第 ${number} 次抽取的名单`}
          columns={columns}
          rows={linesOf(draw)}
          rowKey={({ township, unit }) => `${township} ${unit}`}
          empty={{ title: "名单是空的" }}
        />
        <HowDrawn per={per} taskId={taskId} />
      </div>
    </Panel>
  );
}
