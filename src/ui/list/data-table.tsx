"use client";

import { isDay } from "@/lib/dates";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { EmptyState, type EmptyStateProps } from "../states/empty-state";
import { Pager } from "./pager";
import { ScrollFrame } from "./scroll-frame";
import { type HeadColumn, TableHead } from "./table-head";
import { useUrlState } from "./use-url-state";

export type Column<Row> = HeadColumn & {
  render: (row: Row) => ReactNode;
  /** Not worth a line on a phone's card. */
  wideOnly?: boolean;
};

export type Selection<Row> = {
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  nameOf: (row: Row) => string;
};

export type DataTableProps<Row> = {
  /** Says what is listed: "建议列表". */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row's page: the first cell becomes a link, and a click anywhere in the row follows it. */
  href?: (row: Row) => string;
  empty: EmptyStateProps;
  /** With `total`, pages are offered below; without it every row is shown. */
  total?: number;
  selection?: Selection<Row>;
};

/** Row clicks are a convenience for the mouse; controls, links and text selection keep their meaning. */
function isPlainClick(event: MouseEvent<HTMLElement>): boolean {
  const onControl =
    event.target instanceof Element && event.target.closest("a, button, input, label, select");
  return !onControl && window.getSelection()?.isCollapsed !== false;
}

function toggled(selected: readonly string[], key: string): string[] {
  return selected.includes(key) ? selected.filter((other) => other !== key) : [...selected, key];
}

type RowProps<Row> = Pick<DataTableProps<Row>, "columns" | "rowKey" | "href" | "selection"> & { row: Row };

function DataRow<Row>({ row, columns, rowKey, href, selection }: RowProps<Row>) {
  const router = useRouter();
  const target = href?.(row);
  const key = rowKey(row);
  return (
    <tr
      className={target ? "row-link" : undefined}
      onClick={(event) => {
        if (target && isPlainClick(event)) router.push(target);
      }}
    >
      {selection ? (
        <td className="cell-check">
          <input
            type="checkbox"
            aria-label={`选择${selection.nameOf(row)}`}
            checked={selection.selected.includes(key)}
            onChange={() => selection.onChange(toggled(selection.selected, key))}
          />
        </td>
      ) : null}
      {columns.map((column, index) => {
        const content = column.render(row);
        const look = [
          index === 0 ? "cell-first" : (column.align ?? ""),
          // The first cell names the record: no card is without it.
          index > 0 && column.wideOnly ? "wide-only" : "",
          column.key === "act" ? "no-print" : "",
          typeof content === "string" && isDay(content) ? "unbroken" : "",
        ];
        return (
          <td key={column.key} className={look.join(" ").trim()} data-label={column.title}>
            <div className="cell-body" data-unit={column.unit}>
              {index === 0 && target ? <Link href={target}>{content}</Link> : content}
            </div>
          </td>
        );
      })}
    </tr>
  );
}

/**
 * A list as a table; on a phone the same rows read as cards. Sort and page live in the address, so the query sees
 * them through `listStateOf`. Plain HTML on purpose: antd's Table costs 130 kB and cannot become cards.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, empty, total, selection } = props;
  const { q, filters, pending, page, pageSize } = useUrlState();
  if (rows.length === 0) {
    const filtered = q !== "" || Object.keys(filters).some((key) => key !== "year") || page > 1;
    return filtered ? (
      <EmptyState title="没有符合条件的记录" body="换个词，或清除筛选再看。" />
    ) : (
      <EmptyState {...empty} />
    );
  }
  return (
    <div className="table-block" aria-busy={pending}>
      <ScrollFrame className="table-scroll" label={label}>
        <table className="data-table" aria-label={label}>
          <TableHead columns={columns} rows={rows} rowKey={rowKey} selection={selection} />
          <tbody>
            {rows.map((row) => (
              <DataRow key={rowKey(row)} {...props} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {total === undefined ? null : <Pager total={total} pageSize={pageSize} />}
    </div>
  );
}
