"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import { cellDetail, cellText, kindText, placeText } from "@/domains/figures/labels";
import { metricOf } from "@/domains/figures/rules/metrics";
import { figureOf } from "@/domains/figures/components/heat";
import "@/domains/figures/components/figures.css";

type Props = { township: string; year: number };

/** For 今日: the township's own figures beside the class's middle, its place, and what would bring most. */
export function OwnPosition({ township, year }: Props) {
  const { data } = useSuspenseQuery(useTRPC().oversight.ownPosition.queryOptions({ township, year }));
  const { points, total, figures, gains, classMedianPoints } = data;
  if (data.silent)
    return (
      <Panel title="本乡镇位置">
        <p className="soft">
          本年 {figures.length} 项指标都还没有录入，录入以后在这里看得分、位置和怎样提分。
        </p>
      </Panel>
    );
  const score = `/t/${township}/assessment?year=${year}`;
  return (
    <Panel
      title="本乡镇位置"
      note={
        <>
          {placeText(data)} · 折合得分{" "}
          <Value of={points ?? "missing"} text={points?.toFixed(2)} unit=" 分" href={score} />
          {classMedianPoints === null ? "" : ` · 同类中位 ${classMedianPoints.toFixed(2)} 分`}
        </>
      }
      extra={data.schemeAdopted ? null : <small>默认方案</small>}
    >
      <div className="stack">
        <dl className="position-figures">
          {figures.map(({ metric, cell, classMedian }) => (
            <div key={metric}>
              <dt>
                {metric} {metricOf(metric).name}
              </dt>
              <dd title={cellDetail(cell)}>
                <Value of={figureOf(cell)} text={cellText(cell)} href={`${score}#${metric}`} />
              </dd>
              {classMedian === null ? null : <small>同类中位 {kindText(metric, classMedian)}</small>}
            </div>
          ))}
        </dl>
        <h3>再做什么最能提分</h3>
        {gains.length === 0 ? (
          <p className="soft">已能计算的指标都已得满分。</p>
        ) : (
          <ul>
            {gains.map((gain) => (
              <li key={gain.code}>
                <Link href={`${score}#${gain.code}`}>{gain.code}</Link> {gain.sentence}
              </li>
            ))}
          </ul>
        )}
        <small>{total.note}</small>
      </div>
    </Panel>
  );
}
