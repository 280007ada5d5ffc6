"use client";

import Link from "next/link";
import { groupOfMetric, metricGroups } from "@/domains/figures/rules/metric-groups";
import { metrics } from "@/domains/figures/rules/metrics";
import { ActButton } from "@/ui/link-button";
import { useUrlState } from "@/ui/list/use-url-state";
import { EmptyState } from "@/ui/states/empty-state";
import { mostMetrics } from "../rules/choice";
import { addressOf } from "./choice";

/** Nothing is compared yet: what to press, and the usual choices, a dimension each. */
export function NothingChosen({ currentYear, onChoose }: { currentYear: number; onChoose: () => void }) {
  const { hrefWith } = useUrlState();
  const usual = metricGroups.map(({ code, name }) => {
    const own = metrics.flatMap((one) => (groupOfMetric[one.code] === code ? [one.code] : []));
    const choice = { metrics: own.slice(0, mostMetrics), years: [currentYear, currentYear - 1] };
    return { name, href: hrefWith(addressOf({ ...choice, class: null, townships: [] })) };
  });
  return (
    <EmptyState
      title="还没有选要比较的内容"
      body="选几个指标、几个年份，要比的乡镇可以是全部、一类或者点名的几个；也可以从下面常用的开始："
      action={
        <>
          <p className="row">
            {usual.map(({ name, href }) => (
              <Link key={name} href={href} className="btn" scroll={false}>
                {name}
              </Link>
            ))}
          </p>
          <ActButton primary onClick={onChoose}>
            选择指标、乡镇和年份
          </ActButton>
        </>
      }
    />
  );
}
