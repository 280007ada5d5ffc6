import { LinkButton } from "@/ui/link-button";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { SignalMap } from "../data/pages";
import { signalNames } from "../labels";

export type CallShown = SignalMap["calls"][number];

const plain = (points: number): string => String(Number(points.toFixed(2)));

/** What the township may lose, in words; of what an indicator counts already nothing more is taken. */
function AtStake({ takenOff, rests }: CallShown) {
  return (
    <div>
      <div>{takenOff > 0 ? `成立最多扣 ${plain(takenOff)} 分` : "已由指标计分，不另扣"}</div>
      {rests.points > 0 ? (
        <small className="soft">
          这些记录现在撑着 {plain(rests.points)} 分（{rests.indicators.join("、")}）
        </small>
      ) : null}
    </div>
  );
}

function Said({ signals, answered }: CallShown) {
  if (answered === signals) return <StatusTag tone="info">乡镇已说明，可以作结论</StatusTag>;
  return (
    <StatusTag tone="warn">
      {answered === 0 ? "乡镇还没有说明" : `还有 ${signals - answered} 条没有说明`}
    </StatusTag>
  );
}

/** One sentence: the line that says most, how many more there are, and what else is said of the same records. */
function Why({ text, signals, along }: CallShown) {
  const beside = along.map((one) => `${signalNames[one.signal]} ${one.signals} 条`).join("、");
  return (
    <div>
      <div>
        {text}
        {signals > 1 ? `；同类的还有 ${signals - 1} 条` : ""}
      </div>
      {beside === "" ? null : <small className="soft">同一批记录另有提示：{beside}</small>}
    </div>
  );
}

const columnsOf = (hrefOf: (call: CallShown) => string): Column<CallShown>[] => [
  {
    key: "who",
    title: "问谁、问什么",
    width: 8,
    render: ({ township, signal }) => `${township.name} · ${signalNames[signal]}`,
  },
  { key: "why", title: "情况", width: 24, render: (call) => <Why {...call} /> },
  { key: "stake", title: "影响得分", width: 13, render: (call) => <AtStake {...call} /> },
  { key: "said", title: "乡镇说明", width: 9, render: (call) => <Said {...call} /> },
  {
    key: "act",
    title: "操作",
    width: 6,
    render: (call) => <LinkButton href={hrefOf(call)}>看 {call.signals} 条</LinkButton>,
  },
];

type Props = { label: string; calls: readonly CallShown[]; hrefOf: (call: CallShown) => string };

/** What to ask which township, the weightiest first. */
export function CallList({ label, calls, hrefOf }: Props) {
  return (
    <DataTable
      label={label}
      columns={columnsOf(hrefOf)}
      rows={calls}
      rowKey={({ township, signal }) => `${signal}.${township.code}`}
      empty={{ title: "没有等着问的事", body: "核查提示都已有结论。" }}
    />
  );
}
