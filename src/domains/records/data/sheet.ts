import "server-only";
import type { Field } from "@/lib/records/fields";
import type { AnyKind, Facts } from "@/lib/records/kind";
import { shownFact } from "@/lib/records/shown";
import type { ExportColumn, ExportSheet } from "@/lib/sheets";
import { listedFields } from "./columns";

const exportKinds: Partial<Record<Field["kind"], ExportColumn["kind"]>> = {
  day: "day",
  count: "number",
  money: "number",
};

const columnFor = (field: Field): ExportColumn => {
  const kind = exportKinds[field.kind];
  const unit = kind === "number" && field.unit !== undefined ? `（${field.unit}）` : "";
  const width = ["text", "note", "people", "units"].includes(field.kind) ? 40 : 14;
  return { header: `${field.label}${unit}`, width, ...(kind === undefined ? {} : { kind }) };
};

/** The cells of an exported row, as numbers and days where Excel has to reckon with them. */
function cellOf([key, field]: [string, Field], row: Facts & { names: Record<string, string | null> }) {
  const fact = row[key];
  if (exportKinds[field.kind] !== undefined) return (fact ?? null) as string | number | null;
  return shownFact(field, fact, row.names[key] ?? null);
}

/** A column of the sheet beyond the kind's own fields. */
export type SheetColumn<Row> = { column: ExportColumn; cell: (row: Row) => string | number | null };

/** @param year of the counts in it, where it has any */
export function sheetOf<Row>(
  kind: AnyKind,
  rows: readonly Row[],
  year: number | null,
  more: readonly SheetColumn<Row>[] = [],
): ExportSheet {
  const entries = listedFields(kind);
  return {
    title: `${year === null ? "" : `${year}年`}${kind.name}台账`,
    columns: [...entries.map(([, field]) => columnFor(field)), ...more.map(({ column }) => column)],
    rows: rows.map((row) => [
      ...entries.map((entry) => cellOf(entry, row as never)),
      ...more.map(({ cell }) => cell(row)),
    ]),
  };
}
