import Link from "next/link";
import { dueHref, dueOf, kinds } from "@/domains/registry";
import type { Face } from "@/lib/records/kind";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import type { dueList, DueRow } from "../data";

type Due = Awaited<ReturnType<typeof dueList>>;

type DueLineProps = { row: DueRow; township: string; today: string; first: boolean; writable: boolean };

function DueLine({ row, township, today, first, writable }: DueLineProps) {
  const { what, act } = dueOf(row.kind);
  const told = [row.id === null ? row.title : row.unit, row.note].filter((part) => part !== null);
  return (
    <li className="due-line">
      <span className="due-when">
        {row.dueOn === null ? (
          <StatusTag tone="warn">待办</StatusTag>
        ) : (
          <DueText day={row.dueOn} today={today} />
        )}
      </span>
      <span className="due-what">
        <strong>{row.id === null ? what : `${what}「${row.title}」`}</strong>
        <span className="soft">
          {told.join(" · ")}
          {told.length > 0 && row.dueOn !== null ? "，" : null}
          {row.dueOn === null ? null : <span className="unbroken">期限 {row.dueOn}</span>}
        </span>
      </span>
      <LinkButton href={dueHref(township, row.kind, row, writable)} primary={first}>
        {writable ? act : "查看"}
      </LinkButton>
    </li>
  );
}

type DuePanelProps = {
  township: string;
  due: Due;
  writable: boolean;
  /** The first matter is the thing to do now; not so where the page asks for something else first. */
  urgent: boolean;
};

/** All that is late; a number that is a link opens the list of exactly what it counts, the oldest year included. */
function Overdue({ township, overdue }: Pick<DuePanelProps, "township"> & Pick<Due, "overdue">) {
  const counts = kinds.flatMap(({ type, name, unit, overdue: list }: Face) => {
    const count = overdue.find((late) => late.type === type)?.count ?? 0;
    return list === undefined || count === 0 ? [] : { name, unit, count, list };
  });
  const all = overdue.reduce((sum, { count }) => sum + count, 0);
  const rest = all - counts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <p className="row">
      <span>
        逾期 {all} 件{counts.length === 0 ? "" : "："}
      </span>
      {counts.map(({ name, unit, count, list }) => (
        <Link key={list} href={`/t/${township}/${list}`}>
          {name} {count} {unit}
        </Link>
      ))}
      {rest === 0 || counts.length === 0 ? null : <span>其他 {rest} 件</span>}
    </p>
  );
}

/** What is late or due, the most pressing first, each with the way to deal with it. */
export function DuePanel({ township, due, writable, urgent }: DuePanelProps) {
  const { rows, total, overdue, today } = due;
  return (
    <Panel
      title="要办的事"
      note={total > rows.length ? `共 ${total} 件，先列最急的 ${rows.length} 件` : null}
    >
      <Overdue township={township} overdue={overdue} />
      {rows.length === 0 ? (
        <EmptyState title="没有到期的事" body="60 天内没有到期或逾期的建议、问题和会议。" />
      ) : (
        <ul className="due-list">
          {rows.map((row, index) => (
            <DueLine
              key={`${row.kind}${row.id ?? row.title}`}
              row={row}
              township={township}
              today={today}
              first={index === 0 && urgent}
              writable={writable}
            />
          ))}
        </ul>
      )}
      {total > rows.length ? <Link href={`/t/${township}?all=yes`}>列出全部 {total} 件</Link> : null}
    </Panel>
  );
}
