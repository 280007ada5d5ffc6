"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { overdueFilter, yearFilter } from "@/ui/list/filters";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { findingStateLabels } from "../labels";
import { FindingTable } from "./finding-table";
import { findingsQuery } from "./list-query";

/** Every problem that supervision found, by the day it is to be mended. */
export function FindingList({ township }: { township: string }) {
  const trpc = useTRPC();
  const input = findingsQuery(township, useUrlState());
  const { data } = useSuspenseQuery(trpc.supervision.findings.queryOptions(input));
  const base = `/t/${township}/supervision`;
  const filters = [
    yearFilter(data.years),
    { key: "state", label: "状态", options: choicesOf(findingStateLabels) },
    overdueFilter,
  ];
  return (
    <ListPage
      crumbs={[{ label: "监督", href: base }, { label: "问题清单" }]}
      tabs={<GroupLists township={township} group={groups.supervision} />}
      title="问题清单"
      count={data.total}
      countUnit="个"
      filters={<FilterBar search="问题、方案、整改结果" filters={filters} />}
      actions={
        <>
          <ExportButton
            href={exportHref("supervision.exportFindings", { ...input, page: 1 })}
            count={data.total}
            unit="个"
          />
        </>
      }
    >
      <FindingTable base={base} rows={data.rows} today={data.today} total={data.total} />
    </ListPage>
  );
}
