"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { EvidenceDrawer } from "@/domains/figures/components/evidence-drawer";
import { groupOfMetric, metricGroups } from "@/domains/figures/rules/metric-groups";
import { isMetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { FilterBar } from "@/ui/list/filter-bar";
import { yearFilter } from "@/ui/list/filters";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { CataloguedMetric, Catalogue } from "../data/metrics";
import { MetricTable } from "./metric-table";
import { MetricTownships } from "./metric-townships";
import { NeverScored } from "./never-scored";
import "@/domains/figures/components/figures.css";

const groupFilter = {
  key: "group",
  label: "方面",
  options: metricGroups.map(({ code, name }) => ({ value: code, label: name })),
};
const useFilter = {
  key: "use",
  label: "用在",
  options: [
    { value: "compared", label: "横向比较里的" },
    { value: "used", label: "本县方案用到的" },
    { value: "further", label: "其他可选的" },
  ],
};

const isUsed = ({ code, usedIn }: CataloguedMetric, use: string | undefined): boolean => {
  if (use === "used") return usedIn.length > 0;
  const further = code.startsWith("M");
  return use === undefined || (use === "further" ? further && usedIn.length === 0 : !further);
};

const holds = ({ code, rule, citation }: CataloguedMetric, words: string): boolean =>
  words
    .split(/\s+/)
    .every((word) =>
      `${code} ${metricOf(code).name} ${rule} ${citation}`.toLowerCase().includes(word.toLowerCase()),
    );

function Beside({ data }: { data: Catalogue }) {
  const { filters, hrefWith } = useUrlState();
  const router = useRouter();
  const open = filters["open"] ?? "";
  const listed = hrefWith({ cell: null, rows: null });
  const close = useCallback(() => router.push(listed, { scroll: false }), [router, listed]);
  if (!isMetricCode(open)) return null;
  const one = data.townships.find(({ code }) => code === filters["cell"]?.split(".")[1]);
  return one === undefined ? (
    <MetricTownships data={data} metric={open} />
  ) : (
    <EvidenceDrawer township={one.code} name={one.name} metric={open} year={data.year} onClose={close} />
  );
}

/** What a scheme can be made of: every metric with what it counts and what last year's records gave. */
export function MetricCatalogue({ base, lastYear }: { base: string; lastYear: number }) {
  const { q, filters } = useUrlState();
  const year = chosenYear(filters, lastYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.metrics.queryOptions({ year }));
  const found = data.metrics.filter(
    (one) =>
      isUsed(one, filters["use"]) &&
      (filters["group"] === undefined || groupOfMetric[one.code] === filters["group"]) &&
      holds(one, q),
  );
  return (
    <ListPage
      title="口径目录"
      crumbs={[{ label: "年度考核", href: `${base}/assessment` }, { label: "口径目录" }]}
      count={found.length}
      countUnit="个"
      note={`考核指标可以数什么、怎样数 · 数值是 ${year} 年的`}
      filters={
        <FilterBar
          search="名称、数什么、依据"
          filters={[
            { ...yearFilter(yearsOffered([lastYear, ...data.years], year)), preset: String(lastYear) },
            groupFilter,
            useFilter,
          ]}
        />
      }
    >
      <div className={isMetricCode(filters["open"] ?? "") ? "compare compare-open" : "compare"}>
        <div className="stack">
          <MetricTable metrics={found} base={base} />
          <NeverScored />
        </div>
        <Beside data={data} />
      </div>
    </ListPage>
  );
}
