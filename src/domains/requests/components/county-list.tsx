"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { DueText } from "@/ui/detail/due-text";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { requestsOfYear } from "../data/county";
import { requestKindLabels } from "../labels";
import { AnswerTag, RequestTag } from "./request-tags";
import { RequestTabs } from "./request-tabs";

type Row = Awaited<ReturnType<typeof requestsOfYear>>["open"][number];

const first: Column<Row>[] = [
  { key: "title", title: "请示事项", width: 20, render: ({ title }) => title },
  { key: "township", title: "乡镇", render: ({ township }) => township },
  { key: "kind", title: "类别", render: ({ kind }) => requestKindLabels[kind] },
  { key: "sentOn", title: "送出日期", width: 8, render: ({ sentOn }) => sentOn },
];
const openOn = (today: string): Column<Row>[] => [
  ...first,
  { key: "due", title: "期限", render: ({ dueOn }) => <DueText day={dueOn} today={today} /> },
  { key: "state", title: "状态", render: ({ state, late }) => <RequestTag state={state} late={late} /> },
];
const answered: Column<Row>[] = [
  ...first,
  { key: "answeredOn", title: "答复日期", width: 8, render: ({ answeredOn }) => answeredOn },
  { key: "result", title: "结果", render: ({ result, late }) => <AnswerTag result={result} late={late} /> },
  { key: "state", title: "状态", render: ({ state }) => <RequestTag state={state} late={0} /> },
];

/** What townships wait for from the county, by its day; and what it has answered [R92]. */
export function CountyRequests({ county, currentYear }: { county: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().requests.year.queryOptions({ year }));
  const href = ({ id }: Row) => `/c/${county}/requests/${id}`;
  return (
    <ListPage
      title="乡镇请示"
      tabs={<RequestTabs base={`/c/${county}`} />}
      count={data.open.length}
      countUnit="件待办"
      note={data.late === 0 ? "没有逾期" : `其中 ${data.late} 件逾期`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
    >
      <DataTable
        label="待收件和待答复的请示"
        columns={openOn(data.today)}
        rows={data.open}
        rowKey={({ id }) => id}
        href={href}
        empty={{
          title: "没有待办的请示",
          body: "乡镇送来的请示，从送出的第二个工作日起计算收件和答复期限。",
        }}
      />
      {data.answered.length === 0 ? null : (
        <Panel title={`${year} 年已答复`}>
          <DataTable
            label="已答复的请示"
            columns={answered}
            rows={data.answered}
            rowKey={({ id }) => id}
            href={href}
            empty={{ title: "还没有答复" }}
          />
        </Panel>
      )}
    </ListPage>
  );
}
