"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { choicesOf } from "@/lib/choices";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { ExchangeTabs } from "@/domains/practices/components/exchange-tabs";
import type { GatheringYear } from "../data/county";
import { kindLabels } from "../labels";
import { begunVisit } from "./begun-visit";
import { GatheringTag } from "./gathering-tag";
import { OpenCommitments, RotationTable } from "./year-panels";

const GatheringForm = dynamic(() => import("./gathering-form").then((module) => module.GatheringForm), {
  ssr: false,
});

type Row = GatheringYear["gatherings"][number];

/** Of a visit who goes to whom; else who holds it, and where. */
function whereText({ kind, host, visitors, place }: Row): string {
  if (kind === "visit") return `${visitors.join("、")} → ${host.join("")}`;
  return [...host.map((name) => `${name}承办`), place].filter((word) => word !== null).join("，") || "没有写";
}

/** Of a few who it was; of many the first and how many, for the whole roll is on its page. */
const few = 3;
const cameText = ({ names }: Row): string =>
  names.length > few
    ? `${names.slice(0, few - 1).join("；")}等 ${names.length} 个乡镇`
    : names.join("；") || "—";

const columns: Column<Row>[] = [
  { key: "title", title: "名称", width: 18, render: ({ title }) => title },
  { key: "kind", title: "类别", width: 8, render: ({ kind }) => kindLabels[kind] },
  { key: "heldOn", title: "日期", width: 8, render: ({ heldOn }) => heldOn },
  { key: "where", title: "谁承办、在哪里", width: 14, render: whereText },
  {
    key: "counts",
    title: "邀请/答复/到会",
    width: 9,
    render: ({ invited, answered, came }) => `${invited} / ${answered} / ${came} 个乡镇`,
  },
  {
    key: "names",
    title: "到会人员",
    width: 16,
    wideOnly: true,
    render: cameText,
  },
  { key: "state", title: "状态", render: ({ state }) => <GatheringTag state={state} /> },
];

const kindFilter = { key: "kind", label: "类别", options: choicesOf(kindLabels) };

/** 经验交流: symposia, visits, chairs at the county's meetings, trainings, and what was promised [R90][R91]. */
export function ExchangeYear({ county, currentYear }: { county: string; currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().symposia.year.queryOptions({ year }));
  const may = useMay()("symposia:manage");
  const [adding, setAdding] = useState(false);
  const [declined, setDeclined] = useState(false);
  const begun = may && !declined ? begunVisit(filters, data.townships) : null;
  const close = () => {
    setAdding(false);
    setDeclined(true);
  };
  const kind = filters["kind"];
  const rows = data.gatherings.filter((row) => kind === undefined || kind === "" || row.kind === kind);
  return (
    <ListPage
      title="座谈、互访和列席"
      tabs={<ExchangeTabs county={county} />}
      count={rows.length}
      countUnit="次"
      filters={
        <FilterBar filters={[kindFilter]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />
      }
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAdding(true)}>
            筹备活动
          </ActButton>
        ) : null
      }
    >
      <DataTable
        label="交流活动"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/c/${county}/exchange/${id}`}
        empty={{
          title: `${year} 年还没有交流活动`,
          body: "季度座谈会、互访、请乡镇人大主席列席常委会会议、县级培训都从“筹备活动”开始。",
        }}
      />
      <OpenCommitments data={data} />
      <RotationTable data={data} />
      {adding || begun !== null ? (
        <GatheringForm
          county={county}
          townships={data.townships}
          {...(begun === null ? {} : { begun })}
          onClose={close}
        />
      ) : null}
    </ListPage>
  );
}
