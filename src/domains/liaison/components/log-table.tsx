import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { sideLabels, type Side, wayLabels, type Way } from "../labels";

export type LogRow = {
  id: string;
  version: number;
  side: Side;
  occurredOn: string;
  way: Way;
  countyPerson: string;
  townshipPerson: string | null;
  subject: string;
  result: string | null;
  township?: string;
};

type Props = {
  rows: readonly LogRow[];
  /** whose entries may be struck out here */
  own: Side;
  onStrike: ((row: LogRow) => void) | null;
};

const columns: Column<LogRow>[] = [
  { key: "occurredOn", title: "日期", width: 8, render: ({ occurredOn }) => occurredOn },
  { key: "way", title: "方式", render: ({ way }) => wayLabels[way] },
  { key: "subject", title: "事由", width: 16, render: ({ subject }) => subject },
  {
    key: "who",
    title: "谁",
    width: 12,
    render: ({ countyPerson, townshipPerson }) =>
      townshipPerson === null ? countyPerson : `${countyPerson}；${townshipPerson}`,
  },
  { key: "result", title: "结果", width: 16, render: ({ result }) => result ?? "—" },
  { key: "side", title: "登记", render: ({ side }) => <StatusTag>{sideLabels[side]}</StatusTag> },
];

/** The contacts of a year. */
export function LogTable({ rows, own, onStrike }: Props) {
  const township: Column<LogRow> = { key: "township", title: "乡镇", render: (row) => row.township };
  const act: Column<LogRow> = {
    key: "act",
    title: "操作",
    render: (row) =>
      row.side === own ? (
        <ActButton danger onClick={() => onStrike?.(row)}>
          作废
        </ActButton>
      ) : null,
  };
  return (
    <DataTable
      label="联系记录"
      columns={[...(own === "county" ? [township] : []), ...columns, ...(onStrike === null ? [] : [act])]}
      rows={rows}
      rowKey={({ id }) => id}
      empty={{ title: "还没有联系记录", body: "打电话、走访、开会、来文都可以登记；双方登记一次就行。" }}
    />
  );
}
