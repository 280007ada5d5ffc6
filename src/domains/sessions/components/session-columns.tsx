import { DaySpan } from "@/ui/detail/day-span";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import type { Column } from "@/ui/list/data-table";
import type { SessionRow } from "../data/views";
import { durationInText, sessionKindLabels } from "../labels";

function Turnout({ row: { turnout } }: { row: SessionRow }) {
  if (turnout === null) return <Value of="missing" />;
  const share = Math.round((turnout.present / turnout.expected) * 1000) / 10;
  return <Value of={share} text={`${turnout.present}/${turnout.expected}（${share}%）`} />;
}

function Procedure({ row }: { row: SessionRow }) {
  if (row.voided) return <StatusTag>已作废</StatusTag>;
  const [first, ...more] = row.breaches;
  if (first === undefined && row.unknowns > 0)
    return <StatusTag>{`${row.unknowns} 处未录，不能判断`}</StatusTag>;
  if (first === undefined) return <StatusTag tone="good">未发现问题</StatusTag>;
  return (
    <span title={row.breaches.join("\n")}>
      <StatusTag tone="warn">{`${row.breaches.length} 处提示`}</StatusTag>{" "}
      <span className="soft">
        {first}
        {more.length > 0 ? "等" : ""}
      </span>
    </span>
  );
}

export const sessionColumns: Column<SessionRow>[] = [
  { key: "number", title: "会议", sortable: true, width: 12, render: (row) => row.title },
  { key: "kind", title: "类别", render: (row) => sessionKindLabels[row.kind] },
  {
    key: "startsOn",
    title: "会期",
    sortable: true,
    render: (row) => <DaySpan from={row.startsOn} to={row.endsOn} />,
  },
  {
    key: "minutes",
    title: "时长",
    sortable: true,
    render: (row) =>
      row.minutes === null ? (
        <Value of="missing" />
      ) : (
        <span className="unbroken">{durationInText(row.minutes)}</span>
      ),
  },
  {
    key: "turnout",
    title: "实到/应到",
    sortable: true,
    align: "number",
    render: (row) => <Turnout row={row} />,
  },
  {
    key: "agenda",
    title: "议程",
    align: "number",
    wideOnly: true,
    render: (row) => <Value of={row.agendaKinds.length || "missing"} />,
  },
  { key: "votes", title: "表决", align: "number", wideOnly: true, render: (row) => row.votes },
  {
    key: "elections",
    title: "选举",
    align: "number",
    wideOnly: true,
    render: (row) => row.elections,
  },
  { key: "procedure", title: "程序", width: 18, render: (row) => <Procedure row={row} /> },
];
