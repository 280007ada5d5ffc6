"use client";

import Link from "next/link";
import { nextSort, type ListState } from "./url-state";
import { useUrlState } from "./use-url-state";

/** What a column says to its head. */
export type HeadColumn = {
  /** "act" for the column of a row's buttons: it is left out on paper. */
  key: string;
  title: string;
  /** Printed behind the title, so that cells hold bare numbers. */
  unit?: string;
  /** Needs the key in the query's list of sort orders. */
  sortable?: boolean;
  align?: "number";
  /** In rem. */
  width?: number;
};

type HeadProps<Row> = {
  columns: readonly HeadColumn[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selection: { selected: readonly string[]; onChange: (selected: string[]) => void } | undefined;
};

function directionOf(sort: ListState["sort"], key: string): "ascending" | "descending" | undefined {
  if (sort?.key !== key) return undefined;
  return sort.down ? "descending" : "ascending";
}

function ColumnTitle({ column }: { column: HeadColumn }) {
  const { sort, hrefWith } = useUrlState();
  const title = column.unit ? `${column.title}（${column.unit}）` : column.title;
  if (!column.sortable) return title;
  const direction = directionOf(sort, column.key);
  const sign = direction === undefined ? "↕" : direction === "ascending" ? "↑" : "↓";
  return (
    <Link href={hrefWith({ sort: nextSort(sort, column.key) })} scroll={false} replace className="sort">
      {title} <span aria-hidden>{sign}</span>
    </Link>
  );
}

export function TableHead<Row>({ columns, rows, rowKey, selection }: HeadProps<Row>) {
  const { sort } = useUrlState();
  const keys = rows.map(rowKey);
  const all = selection !== undefined && keys.every((key) => selection.selected.includes(key));
  return (
    <thead>
      <tr>
        {selection ? (
          <td className="cell-check">
            <input
              type="checkbox"
              aria-label="选择本页全部"
              checked={all}
              onChange={() => selection.onChange(all ? [] : keys)}
            />
          </td>
        ) : null}
        {columns.map((column, index) => (
          <th
            key={column.key}
            scope="col"
            className={[
              index === 0 ? "cell-first" : (column.align ?? ""),
              column.key === "act" ? "no-print" : "",
            ]
              .join(" ")
              .trim()}
            style={column.width ? { width: `${column.width}rem` } : undefined}
            aria-sort={directionOf(sort, column.key)}
          >
            <ColumnTitle column={column} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
