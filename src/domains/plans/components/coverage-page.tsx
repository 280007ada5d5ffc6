"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { coverage } from "../data/guidance";

const GuidanceForm = dynamic(() => import("./guidance-forms").then((module) => module.GuidanceForm), {
  ssr: false,
});
const PublishForm = dynamic(() => import("./guidance-forms").then((module) => module.PublishForm), {
  ssr: false,
});

type Coverage = Awaited<ReturnType<typeof coverage>>;
type Row = { number: number | null; text: string };

/** Done and planned of a township's items for a point, or of all its items; it opens exactly those. */
function Cell({
  township,
  number,
  year,
}: {
  township: Coverage["townships"][number];
  number: number | null;
  year: number;
}) {
  const base = `/t/${township.code}/plans?year=${year}`;
  if (number === null)
    return township.items === 0 ? (
      <StatusTag tone="warn">未录</StatusTag>
    ) : (
      <Link href={base}>{township.items}</Link>
    );
  const found = township.cells.find((cell) => cell.number === number);
  if (found === undefined) return <span className="soft">无</span>;
  return (
    <Link href={`${base}&guidance=${number}`} title={`计划 ${found.items} 项，已完成 ${found.done} 项`}>
      {found.done}/{found.items}
    </Link>
  );
}

const columnsOf = ({ townships, year }: Coverage): Column<Row>[] => [
  {
    key: "text",
    title: "要点",
    width: 22,
    render: ({ number, text }) => (number === null ? <strong>{text}</strong> : `${number}. ${text}`),
  },
  {
    key: "missing",
    title: "没有对应",
    unit: "个乡镇",
    align: "number",
    render: ({ number }) =>
      townships.filter(({ items, cells }) =>
        number === null ? items === 0 : !cells.some((cell) => cell.number === number),
      ).length,
  },
  ...townships.map((township): Column<Row> => ({
    key: township.code,
    title: township.shortName,
    align: "number",
    render: ({ number }) => <Cell township={township} number={number} year={year} />,
  })),
];

function Draft({ data, setDialog }: { data: Coverage; setDialog: (dialog: "edit" | "publish") => void }) {
  const { guidance } = data;
  if (!useMay()("guidance:manage")) return null;
  if (guidance === null)
    return (
      <ActButton primary shortcutNew onClick={() => setDialog("edit")}>
        起草指导意见
      </ActButton>
    );
  return (
    <>
      <ActButton onClick={() => setDialog("edit")}>修改</ActButton>
      {guidance.publishedOn === null ? (
        <ActButton primary onClick={() => setDialog("publish")}>
          印发
        </ActButton>
      ) : null}
    </>
  );
}

const noteOf = ({ guidance, year }: Coverage): string => {
  if (guidance === null) return `${year} 年还没有指导意见`;
  const { title, documentNumber, publishedOn } = guidance;
  const number = documentNumber === null ? "" : `（${documentNumber}）`;
  return `《${title}》${number}，${publishedOn === null ? "草案，乡镇还看不到" : `${publishedOn} 印发`}`;
};

/** Which townships' plans take up which point of the county's yearly guidance [R8]. */
export function CoveragePage({ currentYear }: { currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().plans.coverage.queryOptions({ year }));
  const [dialog, setDialog] = useState<"edit" | "publish" | null>(null);
  const { guidance, today } = data;
  const points = (guidance?.points ?? []).map((text, index): Row => ({ number: index + 1, text }));
  const close = () => setDialog(null);
  return (
    <ListPage
      title="年度指导意见"
      note={noteOf(data)}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, year)} shown={year} />}
      actions={<Draft data={data} setDialog={setDialog} />}
    >
      <p className="soft">各乡镇计划中对应每一条的事项：已完成/计划，点开就是这些事项。</p>
      <DataTable
        label="指导意见与各乡镇计划"
        columns={columnsOf(data)}
        rows={[...points, { number: null, text: "全年计划事项（项）" }]}
        rowKey={({ number }) => String(number ?? "all")}
        empty={{ title: "还没有指导意见" }}
      />
      {dialog === "edit" ? <GuidanceForm guidance={guidance} year={year} onClose={close} /> : null}
      {dialog === "publish" && guidance !== null ? (
        <PublishForm guidance={guidance} today={today} onClose={close} />
      ) : null}
    </ListPage>
  );
}
