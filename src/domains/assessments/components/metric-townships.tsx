"use client";

import Link from "next/link";
import { byClass } from "@/domains/figures/components/heat";
import { cellDetail, cellText } from "@/domains/figures/labels";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { LinkButton } from "@/ui/link-button";
import { useUrlState } from "@/ui/list/use-url-state";
import type { Catalogue } from "../data/metrics";

type Props = { data: Catalogue; metric: MetricCode };

/** One metric's figure of each township; each leads to the records it is made of. */
export function MetricTownships({ data, metric }: Props) {
  const { hrefWith } = useUrlState();
  const { name, unit } = metricOf(metric);
  return (
    <aside className="panel evidence" aria-label="各乡镇的数">
      <div className="evidence-head">
        <h2>
          {metric} {name} · {data.year} 年
        </h2>
        <LinkButton href={hrefWith({ open: null, cell: null, rows: null })}>关闭</LinkButton>
      </div>
      <div className="stack">
        {data.frozen ? (
          <p className="soft">{data.year} 年已封存。封存时方案和横向比较没有用到的口径，按今天的记录计。</p>
        ) : null}
        {byClass(data.townships).map(({ label, rows }) => (
          <section key={label}>
            <h3>{label}</h3>
            <ul className="metric-townships">
              {rows.map(({ code, shortName, cells }) => {
                const cell = cells.find((one) => one.metric === metric);
                return cell === undefined ? null : (
                  <li key={code}>
                    <Link
                      href={hrefWith({ open: metric, cell: `${metric}.${code}`, rows: null })}
                      scroll={false}
                    >
                      {shortName}
                    </Link>
                    <span className="number">
                      {cellText(cell)}
                      {cell.state === "value" && unit !== "" ? ` ${unit}` : ""}
                    </span>
                    <small className="soft">{cellDetail(cell)}</small>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
        <p className="soft">点乡镇看构成这个数的每一条记录。</p>
      </div>
    </aside>
  );
}
