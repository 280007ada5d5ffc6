import "server-only";
import type { Field } from "@/lib/records/fields";
import type { AnyKind, Facts } from "@/lib/records/kind";
import { manyIn, manyUnit, shownFact } from "@/lib/records/shown";
import type { ExportColumn, ExportSheet } from "@/lib/sheets";
import { isList, listedFields } from "./columns";

const exportKinds: Partial<Record<Field["kind"], ExportColumn["kind"]>> = {
  day: "day",
  count: "number",
  money: "number",
};

/** What a fact fills of a row: its own column, and for many who are counted one of how many they are. */
type Pair = [column: ExportColumn, cell: (row: Told) => Cell];
type Cell = string | number | null;
type Told = Facts & { names: Record<string, string | null> };

const columnFor = (field: Field): ExportColumn => {
  const kind = exportKinds[field.kind];
  const unit = kind === "number" && field.unit !== undefined ? `（${field.unit}）` : "";
  const width = ["text", "note", "people", "units"].includes(field.kind) ? 40 : 14;
  const names = isList(field) ? { names: true as const } : {};
  return { header: `${field.label}${unit}`, width, ...(kind === undefined ? {} : { kind }), ...names };
};

/** The cells of an exported row, as numbers and days where Excel has to reckon with them. */
function cellOf([key, field]: [string, Field], row: Told): Cell {
  const fact = row[key];
  if (exportKinds[field.kind] !== undefined) return (fact ?? null) as Cell;
  return shownFact(field, fact, row.names[key] ?? null);
}

function pairsOf(entry: [string, Field]): Pair[] {
  const [key, field] = entry;
  const own: Pair = [columnFor(field), (row) => cellOf(entry, row)];
  if (field.list !== "count") return [own];
  const header = `${field.label}（${manyUnit(field)}）`;
  return [own, [{ header, width: 12, kind: "number" }, (row) => manyIn(field, row[key])]];
}

/** A column of the sheet beyond the kind's own fields. */
export type SheetColumn<Row> = { column: ExportColumn; cell: (row: Row) => Cell };

/** @param year of the counts in it, where it has any */
export function sheetOf<Row>(
  kind: AnyKind,
  rows: readonly Row[],
  year: number | null,
  more: readonly SheetColumn<Row>[] = [],
): ExportSheet {
  const pairs = listedFields(kind).flatMap(pairsOf);
  return {
    title: `${year === null ? "" : `${year}年`}${kind.name}台账`,
    columns: [...pairs.map(([column]) => column), ...more.map(({ column }) => column)],
    rows: rows.map((row) => [
      ...pairs.map(([, cell]) => cell(row as never)),
      ...more.map(({ cell }) => cell(row)),
    ]),
  };
}
