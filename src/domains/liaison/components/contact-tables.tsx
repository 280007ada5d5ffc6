import { DaySpan } from "@/ui/detail/day-span";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { Contacts } from "../data/contacts";
import type { Ending } from "./end-form";

type Township = Contacts["townships"][number];
type Line = { township: Township; contact: Township["contacts"][number] | null };
type Former = Contacts["former"][number];

type Props = {
  data: Contacts;
  onAppoint?: (township: string) => void;
  onEnd?: (contact: Ending) => void;
};

const linesOf = (townships: readonly Township[]): Line[] =>
  townships.flatMap((township): Line[] =>
    township.contacts.length === 0
      ? [{ township, contact: null }]
      : township.contacts.map((contact) => ({ township, contact })),
  );

function Name({ contact, today }: { contact: Line["contact"]; today: string }) {
  if (contact === null) return <StatusTag tone="warn">还没有联系人</StatusTag>;
  const { name, stopped, since, until } = contact;
  return (
    <span>
      {name} {stopped ? <StatusTag tone="bad">账号已停用，请另行指定</StatusTag> : null}
      {since > today ? <StatusTag>还没到开始日期</StatusTag> : null}
      {until === null ? null : <StatusTag>{`到 ${until} 为止`}</StatusTag>}
    </span>
  );
}

const former: Column<Former>[] = [
  { key: "township", title: "乡镇", render: ({ township }) => township },
  { key: "name", title: "联系人", render: ({ name }) => name },
  { key: "term", title: "期间", render: ({ since, until }) => <DaySpan from={since} to={until ?? "今"} /> },
];

export function ContactTables({ data, onAppoint, onEnd }: Props) {
  const columns: Column<Line>[] = [
    { key: "township", title: "乡镇", render: ({ township }) => township.name },
    {
      key: "contact",
      title: "联系人",
      render: ({ contact }) => <Name contact={contact} today={data.today} />,
    },
    { key: "since", title: "开始日期", render: ({ contact }) => contact?.since ?? "—" },
  ];
  const act: Column<Line> = {
    key: "act",
    title: "操作",
    render: ({ township, contact }) =>
      contact === null ? (
        <ActButton primary onClick={() => onAppoint?.(township.code)}>
          指定
        </ActButton>
      ) : contact.until === null ? (
        <ActButton onClick={() => onEnd?.({ ...contact, township: township.name })}>停止</ActButton>
      ) : null,
  };
  return (
    <>
      <DataTable
        label="各乡镇的联系人"
        columns={onAppoint === undefined ? columns : [...columns, act]}
        rows={linesOf(data.townships)}
        rowKey={({ township, contact }) => contact?.id ?? township.code}
        empty={{ title: "还没有登记乡镇", body: "先在“乡镇”里登记。" }}
      />
      {data.former.length === 0 ? null : (
        <Panel title="以前的联系人">
          <DataTable
            label="以前的联系人"
            columns={former}
            rows={data.former}
            rowKey={({ id }) => id}
            empty={{ title: "没有" }}
          />
        </Panel>
      )}
    </>
  );
}
