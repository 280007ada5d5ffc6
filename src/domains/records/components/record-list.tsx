"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { isImported } from "@/lib/records/importing";
import { groupOf } from "@/lib/records/groups";
import type { AnyKind } from "@/lib/records/kind";
import { type Heads, headsText } from "@/lib/records/headcounts";
import { columnsIn, filtersIn, searchedIn } from "@/lib/records/listing";
import { LinkButton } from "@/ui/link-button";
import { DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { GroupLists } from "./group-lists";
import { filterOf, offersAll, voidedFilter, yearsOf } from "./list-filters";
import { recordListInput } from "./list-input";
import { columnOf } from "./record-columns";
import { recordCrumbs } from "./record-crumbs";
import type { ListSlots } from "./slots";
import { useMayWrite, useRecordApi } from "./use-record-api";

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
