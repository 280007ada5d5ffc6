import Link from "next/link";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { Overview } from "../data";

type Row = Overview["townships"][number];
type Props = { rows: readonly Row[]; hrefOf: (code: string) => string };

const columnsOf = (hrefOf: Props["hrefOf"]): Column<Row>[] => [
  { key: "name", title: "乡镇", render: ({ code, name }) => <Link href={hrefOf(code)}>{name}</Link> },
  { key: "all", title: "抽到", unit: "条", align: "number", render: ({ all }) => all },
  { key: "open", title: "还没有查", unit: "条", align: "number", render: ({ open }) => open },
  { key: "asRecorded", title: "如实", unit: "条", align: "number", render: ({ asRecorded }) => asRecorded },
  { key: "differs", title: "不符", unit: "条", align: "number", render: ({ differs }) => differs },
  { key: "missing", title: "查无", unit: "条", align: "number", render: ({ missing }) => missing },
];

/** How far each township's records have been looked at. */
export function TownshipTable({ rows, hrefOf }: Props) {
  return (
    <DataTable
      label="各乡镇抽查进度"
      columns={columnsOf(hrefOf)}
      rows={rows}
      rowKey={({ code }) => code}
      empty={{ title: "还没有抽取" }}
    />
  );
}
