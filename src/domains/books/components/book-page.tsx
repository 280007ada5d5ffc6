"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { yearsOffered } from "@/lib/years";
import type { ExportColumn, ExportSheet } from "@/lib/sheets";
import { useTRPC } from "@/trpc/client";
import { Crumbs } from "@/ui/detail/detail-page";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { yearChoices } from "@/ui/list/filters";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { bookQuery } from "./book-input";
import "./books.css";

type Line = { key: string; cells: ExportSheet["rows"][number] };

/** In rem: a day in one line, names in two or three. */
function widthOf({ kind, names }: ExportColumn): { width?: number } {
  if (names) return { width: 14 };
  return kind === "day" ? { width: 8 } : {};
}

const columnOf = (column: ExportColumn, place: number): Column<Line> => ({
  key: String(place),
  title: column.header,
  ...widthOf(column),
  // The first column names the row.
  ...(column.kind === "number" && place > 0 ? { align: "number" as const } : {}),
  render: ({ cells }) => {
    const cell = cells[place] ?? "";
    // Numbers of meetings and years are read, not reckoned with: they stay as they are.
    return typeof cell === "number" ? String(cell) : cell;
  },
});

/** A register of a year: page by page on the screen, whole and across the sheet on paper. */
export function BookPage({ township, book }: { township: string; book: string }) {
  const asked = bookQuery(township, book, useUrlState());
  const { data } = useSuspenseQuery(useTRPC().books.book.queryOptions(asked));
  const { name, parts, part, year, columns, rows, total, unit } = data;
  const shown = parts.find(({ type }) => type === part)?.name ?? "";
  const years = yearChoices(yearsOffered(data.years, year));
  const filters = [
    { key: "year", label: "年度", options: years, preset: String(data.years[0] ?? year) },
    {
      key: "part",
      label: "内容",
      options: parts.map(({ type, name: label }) => ({ value: type, label })),
      preset: parts[0]?.type,
    },
  ];
  return (
    <div className="book stack">
      <Crumbs items={[{ label: "台账", href: `/t/${township}/books?year=${year}` }, { label: name }]} />
      <ListPage
        title={`${year} 年${name}`}
        count={total}
        countUnit={unit}
        note={parts.length > 1 ? shown : undefined}
        filters={<FilterBar filters={parts.length > 1 ? filters : filters.slice(0, 1)} />}
        actions={
          <ExportButton
            href={exportHref("books.exportBook", { township, book, part, year })}
            count={total}
            unit={unit}
          />
        }
      >
        <DataTable
          label={name}
          columns={columns.map(columnOf)}
          rows={rows.map((cells, index): Line => ({ key: String(index), cells }))}
          total={total}
          rowKey={({ key }) => key}
          empty={{ title: `${year} 年还没有记录`, body: "相应的记录登记后，自动列入这本台账。" }}
        />
      </ListPage>
    </div>
  );
}
