"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { choicesOf } from "@/lib/choices";
import { inChinese } from "@/lib/numbers";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { LinkButton } from "@/ui/link-button";
import { DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { voidedFilter, yearFilter } from "@/ui/list/filters";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { sessionKindLabels } from "../labels";
import { sessionsQuery } from "./list-query";
import { sessionColumns } from "./session-columns";
import { TermsPanel } from "./terms-panel";

/** All sessions of the township's congress: when, how long, who came, and what their procedure shows. */
export function SessionList({ township }: { township: string }) {
  const may = useMay();
  const url = useUrlState();
  const input = sessionsQuery(township, url);
  const { data } = useSuspenseQuery(useTRPC().sessions.list.queryOptions(input));
  const base = `/t/${township}/sessions`;
  const write = may("sessions:write");
  const filters = [
    yearFilter(data.years),
    {
      key: "term",
      label: "届次",
      options: data.terms.map((term) => ({ value: term.id, label: `第${inChinese(term.number)}届` })),
    },
    { key: "kind", label: "类别", options: choicesOf(sessionKindLabels) },
    voidedFilter,
  ];
  return (
    <div className="stack">
      <ListPage
        tabs={<GroupLists township={township} group={groups.sessions} />}
        title="人代会"
        count={data.total}
        countUnit="次"
        filters={<FilterBar search="地点、概况、议程" filters={filters} />}
        actions={
          <>
            <ExportButton
              href={exportHref("sessions.exportRows", { ...input, page: 1 })}
              count={data.total}
              unit="次"
            />
            {write && data.terms.length > 0 ? (
              <LinkButton href={`${base}/new`} primary shortcutNew>
                登记会议
              </LinkButton>
            ) : null}
          </>
        }
      >
        <DataTable
          label="人代会列表"
          columns={sessionColumns}
          rows={data.rows}
          total={data.total}
          rowKey={(row) => row.id}
          href={(row) => `${base}/${row.id}`}
          empty={
            data.terms.length === 0
              ? {
                  title: "还没有登记届次",
                  body: "先在下面登记本届（如第十九届）的起止日期，再登记每次会议。",
                }
              : { title: "还没有登记会议", body: "登记第一次会议，出席、表决和程序检查随之生成。" }
          }
        />
      </ListPage>
      <TermsPanel township={township} terms={data.terms} write={write} />
    </div>
  );
}
