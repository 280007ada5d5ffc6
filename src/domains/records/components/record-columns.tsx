import { asRound, unnamedText } from "@/lib/records/headcounts";
import { type Field, isYear } from "@/lib/records/fields";
import type { AnyKind } from "@/lib/records/kind";
import { bareNumber, isGap, manyIn, manyUnit, shownFact } from "@/lib/records/shown";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import type { Column } from "@/ui/list/data-table";
import type { AnyRow } from "./slots";

/** Not entered: a gap where it is owed, and no more than a dash where it may be left out. */
function Empty({ field }: { field: Field }) {
  if (isGap(field)) return <Value of="missing" />;
  return (
    <span className="soft" title="没有填写">
      —
    </span>
  );
}

/** A field as a column of the kind's list. */
export const columnOf =
  (kind: AnyKind) =>
  ([key, field]: [string, Field], index: number): Column<AnyRow> => {
    const many = field.list === "count";
    const number = many || field.kind === "count" || field.kind === "money";
    const unit = many ? manyUnit(field) : field.unit;
    const shown = (row: AnyRow) => {
      const several = manyIn(field, row[key]);
      // Nobody was entered: that is no number.
      if (several === 0) return null;
      const fact = several ?? row[key];
      // Where a record has no better name than its year, the year is told as one.
      if (index === 0 && isYear(field) && typeof fact === "number") return `${fact} 年`;
      return number && typeof fact === "number"
        ? asRound(kind, key, row, bareNumber(field, fact))
        : shownFact(field, fact, row.names[key] ?? null);
    };
    const unnamed = (row: AnyRow) => unnamedText(kind, key, row);
    return {
      key,
      title: field.label,
      sortable: field.list === "sortable",
      wideOnly: field.list === "wide",
      ...(number ? { align: "number" as const } : {}),
      ...(number && unit ? { unit } : {}),
      // A day in one line, however long the texts beside it are.
      ...(field.kind === "day" ? { width: 8 } : {}),
      render: (row) => (
        <>
          {shown(row) ?? (unnamed(row) === null ? <Empty field={field} /> : null)}
          {unnamed(row) === null ? null : (
            <span className="soft list-beside">另有未录姓名 {unnamed(row)}</span>
          )}
          {index === 0 && row.voided ? <StatusTag>已作废</StatusTag> : null}
        </>
      ),
    };
  };
