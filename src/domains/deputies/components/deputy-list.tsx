"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { choicesNamed, choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { RosterLine } from "../data/roster";
import { groupRoleLabels, levelLabels } from "../labels";
import { levels } from "../rules/roster";
import { LevelTags } from "./level-tags";
import { rosterQuery } from "./list-query";
import { SeatsPanel } from "./seats-panel";

const placesOf = (row: RosterLine): string =>
  [...new Set(row.mandates.flatMap((mandate) => mandate.constituency ?? []))].join("、");

const groupsOf = (row: RosterLine): string =>
  row.groups
    .map((group) =>
      group.role === "member" ? group.name : `${group.name}（${groupRoleLabels[group.role]}）`,
    )
    .join("、");

const orMissing = (text: string | null) => (text === null || text === "" ? <Value of="missing" /> : text);

const columns: Column<RosterLine>[] = [
  { key: "pinyin", title: "姓名", width: 7, sortable: true, render: (row) => row.name },
  {
    key: "levels",
    title: "级别",
    width: 8,
    render: (row) =>
      row.inOffice ? (
        <LevelTags held={row.mandates.map((mandate) => mandate.level)} />
      ) : (
        <StatusTag>已离任</StatusTag>
      ),
  },
  { key: "constituency", title: "选区", sortable: true, render: (row) => orMissing(placesOf(row)) },
  {
    key: "group",
    title: "小组",
    width: 8.5,
    render: (row) => groupsOf(row) || <span className="soft">未编组</span>,
  },
  { key: "occupation", title: "职业", sortable: true, render: (row) => orMissing(row.occupation) },
  { key: "phone", title: "电话", width: 8, render: (row) => orMissing(row.phoneMasked) },
  {
    key: "since",
    title: "任期",
    width: 10,
    sortable: true,
    render: (row) => `${row.since ?? ""} 起${row.until ? `，至 ${row.until}` : ""}`,
  },
];

function useFilters(township: string) {
  const { data } = useSuspenseQuery(useTRPC().deputies.filters.queryOptions({ township }));
  return [
    { key: "level", label: "级别", options: choicesOf(levelLabels, levels) },
    { key: "group", label: "小组", options: choicesNamed(data.groups) },
    {
      key: "place",
      label: "选区",
      options: data.constituencies.map((value) => ({ value, label: value })),
    },
    {
      key: "state",
      label: "在任情况",
      preset: "inOffice",
      options: [
        { value: "inOffice", label: "在任" },
        { value: "left", label: "已离任" },
        { value: "all", label: "全部" },
      ],
    },
  ];
}

export function DeputyList({ township }: { township: string }) {
  const input = rosterQuery(township, useUrlState());
  const { data } = useSuspenseQuery(useTRPC().deputies.list.queryOptions(input));
  const filters = useFilters(township);
  const writes = useMay()("deputies:write");
  const base = `/t/${township}/deputies`;
  return (
    <ListPage
      tabs={<GroupLists township={township} group={groups.deputies} />}
      title="代表"
      count={data.total}
      countUnit="人"
      filters={<FilterBar search="姓名、拼音、首字母、职业" filters={filters} />}
      actions={
        <>
          <ExportButton
            href={exportHref("deputies.exportRows", { ...input, page: 1 })}
            count={data.total}
            unit="人"
          />
          {writes ? <LinkButton href={`${base}/import`}>从 Excel 导入</LinkButton> : null}
          {writes ? (
            <LinkButton href={`${base}/new`} primary shortcutNew>
              登记代表
            </LinkButton>
          ) : null}
        </>
      }
    >
      <SeatsPanel township={township} />
      <DataTable
        label="代表名册"
        columns={columns}
        rows={data.rows}
        total={data.total}
        rowKey={(row) => row.id}
        href={(row) => `${base}/${row.id}`}
        empty={{
          title: "还没有登记代表",
          body: "可以从 Excel 导入整本名册，也可以逐个登记。会议签到、建议和视察都从这里选人。",
        }}
      />
    </ListPage>
  );
}
