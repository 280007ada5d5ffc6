"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type Field, isYear } from "@/lib/records/fields";
import { isImported } from "@/lib/records/importing";
import { groupOf } from "@/lib/records/groups";
import type { AnyKind } from "@/lib/records/kind";
import { asRound, type Heads, headsText, unnamedText } from "@/lib/records/headcounts";
import { columnsIn, filtersIn, searchedIn } from "@/lib/records/listing";
import { bareNumber, isGap, manyIn, manyUnit, shownFact } from "@/lib/records/shown";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { GroupLists } from "./group-lists";
import { filterOf, offersAll, voidedFilter, yearsOf } from "./list-filters";
import { recordListInput } from "./list-input";
import { recordCrumbs } from "./record-crumbs";
import type { AnyRow, ListSlots } from "./slots";
import { useMayWrite, useRecordApi } from "./use-record-api";

/** Not entered: a gap where it is owed, and no more than a dash where it may be left out. */
function Empty({ field }: { field: Field }) {
  if (isGap(field)) return <Value of="missing" />;
  return (
    <span className="soft" title="没有填写">
      —
    </span>
  );
}

const columnOf =
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
            <span className="soft list-beside">
              {`另 ${unnamed(row) ?? ""}未录姓名`.replace("另 约", "另约")}
            </span>
          )}
          {index === 0 && row.voided ? <StatusTag>已作废</StatusTag> : null}
        </>
      ),
    };
  };

/** The ways to a new record, for whoever may enter one. */
function Entering({ kind, base }: { kind: AnyKind; base: string }) {
  if (!useMayWrite(kind)) return null;
  return (
    <>
      {isImported(kind) ? <LinkButton href={`${base}/import`}>从 Excel 导入</LinkButton> : null}
      <LinkButton href={`${base}/new`} primary shortcutNew>
        登记{kind.name}
      </LinkButton>
    </>
  );
}

/** What stands beside the list's title: the year of its counts, and how many took part whose names nobody kept. */
function noteOf({ year, heads }: { year: number | null; heads: Heads | null }, own: ListSlots["note"]) {
  const told = headsText(heads);
  if (year === null && told === null) return own;
  return (
    <>
      {year === null ? null : `${year} 年`}
      {own} {told}
    </>
  );
}

/** The list of a kind: its declared columns, filters, search, export and the way to a new one. */
export function RecordList({
  kind,
  township,
  slots = {},
}: {
  kind: AnyKind;
  township: string;
  slots?: ListSlots;
}) {
  const url = useUrlState();
  const api = useRecordApi(kind);
  const input = recordListInput(kind, township, url, slots.sorts);
  const { data } = useSuspenseQuery(api.list.queryOptions(input));
  const useOffered = slots.useOffered ?? offersAll;
  const offered = useOffered(township, input.year);
  const columns = [...columnsIn(kind).map(columnOf(kind)), ...(slots.columns ?? [])];
  const search =
    slots.search ??
    searchedIn(kind)
      .map(([, field]) => field.label)
      .join("、");
  const base = `/t/${township}/${kind.path}`;
  const { above: Above, actions: Actions } = slots;
  const group = groupOf(kind);
  const over = recordCrumbs(kind, township).slice(0, -1);
  return (
    <ListPage
      crumbs={over.length === 0 ? [] : [...over, { label: kind.name }]}
      tabs={group === null ? null : <GroupLists township={township} group={group} />}
      title={kind.name}
      count={data.total}
      countUnit={kind.unit}
      note={noteOf(data, slots.note)}
      filters={
        <FilterBar
          {...(search === "" ? {} : { search })}
          filters={[
            yearsOf(data),
            ...filtersIn(kind).map((one) => filterOf(one, offered[one[0]], url.filters[one[0]])),
            voidedFilter,
          ]}
        />
      }
      actions={
        <>
          {Actions === undefined ? null : <Actions township={township} />}
          <ExportButton
            href={exportHref(`${kind.router}.exportRows`, { ...input, page: 1 })}
            count={data.total}
            unit={kind.unit}
          />
          <Entering kind={kind} base={base} />
        </>
      }
    >
      {Above === undefined ? null : <Above township={township} year={input.year} />}
      <DataTable
        label={`${kind.name}列表`}
        columns={columns}
        rows={data.rows}
        total={data.total}
        rowKey={(row) => row.id}
        href={(row) => `${base}/${row.id}`}
        empty={slots.empty ?? { title: `还没有登记${kind.name}` }}
      />
    </ListPage>
  );
}
