"use client";

import Link from "next/link";
import { Fragment } from "react";
import { kindText } from "@/domains/figures/labels";
import { formulaNames } from "@/domains/figures/rules/formula-text";
import { groupOfMetric, metricGroups } from "@/domains/figures/rules/metric-groups";
import { kindsFor, subjectLabels, subjectsOfMetric } from "@/domains/figures/rules/metric-parts";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { type Column, DataTable } from "@/ui/list/data-table";
import { useUrlState } from "@/ui/list/use-url-state";
import { schemeName } from "../labels";
import type { CataloguedMetric } from "../data/metrics";

const groupName = (code: MetricCode): string =>
  metricGroups.find((group) => group.code === groupOfMetric[code])?.name ?? "";

function Counted({ code, rule, citation }: CataloguedMetric) {
  const all = subjectsOfMetric(code);
  const others = all.filter((subject) => subject !== "township");
  const may = all.length > others.length ? "也可以用来评" : "只用来评";
  return (
    <span className="metric-rule">
      {rule}
      <small className="soft">
        依据：{citation}
        {others.length > 0 ? `。${may}${others.map((one) => subjectLabels[one]).join("、")}` : ""}
      </small>
    </span>
  );
}

/** The county's own versions; what the comparison shows is counted in any case. */
function Used({ base, code, usedIn }: CataloguedMetric & { base: string }) {
  const versions = usedIn.map(({ id, year, subject, edition }) => (
    <Fragment key={id}>
      <Link href={`${base}/assessment/scheme/${id}`}>
        {schemeName({ year, subject })}第 {edition} 版
      </Link>{" "}
    </Fragment>
  ));
  return (
    <>
      {code.startsWith("M") ? null : <span>横向比较、默认方案 </span>}
      {versions}
      {code.startsWith("M") && usedIn.length === 0 ? <span className="soft">还没有用到</span> : null}
    </>
  );
}

function Values({ code, spread }: CataloguedMetric) {
  if (spread === null) return <span className="soft">各乡镇都没有数</span>;
  return (
    <span className="metric-values">
      <span>最低 {kindText(code, spread.min)}</span>
      <span>中位 {kindText(code, spread.median)}</span>
      <span>最高 {kindText(code, spread.max)}</span>
      <small className="soft">{spread.n} 个乡镇有数</small>
    </span>
  );
}

export function MetricTable({ metrics, base }: { metrics: readonly CataloguedMetric[]; base: string }) {
  const { hrefWith } = useUrlState();
  const columns: Column<CataloguedMetric>[] = [
    { key: "name", title: "口径", render: ({ code }) => `${code} ${metricOf(code).name}` },
    { key: "group", title: "方面", wideOnly: true, render: ({ code }) => groupName(code) },
    { key: "rule", title: "数什么、不数什么", render: (one) => <Counted {...one} /> },
    {
      key: "kinds",
      title: "可用的算法",
      render: ({ code }) =>
        kindsFor(code)
          .map((kind) => formulaNames[kind])
          .join("、"),
    },
    { key: "used", title: "用在", render: (one) => <Used base={base} {...one} /> },
    { key: "values", title: "各乡镇", render: (one) => <Values {...one} /> },
  ];
  return (
    <DataTable
      label="口径目录"
      columns={columns}
      rows={metrics}
      rowKey={({ code }) => code}
      href={({ code }) => hrefWith({ open: code, cell: null, rows: null })}
      empty={{ title: "没有符合条件的口径", body: "换一个词，或者清除筛选再看。" }}
    />
  );
}
