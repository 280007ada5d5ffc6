"use client";

import type { ReactNode } from "react";
import { byClass, leadersText, shownFigure } from "@/domains/figures/components/heat";
import { readText } from "@/domains/figures/labels";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { SpreadStrip } from "@/ui/charts/spread-strip";
import { TileMap } from "@/ui/charts/tile-map";
import type { Meeting } from "../data/meeting";
import { imbalances, leaningWords } from "../rules/imbalances";
import { FunnelBars, funnelFinding } from "./funnel-panel";
import { MetricTrend } from "./metric-trend";
import { tilesOf } from "./township-tiles";
import { YearCurve } from "./year-views";

export type Slide = { key: string; title: string; body: ReactNode };
type Shown = { base: string; data: Meeting; metric: MetricCode; openYear: number };

/** So many matters are read from the last row; nobody scrolls in a hall. */
const mattersAPage = 6;

function Matters({ cards }: Pick<Meeting, "cards">) {
  return (
    <ul className="meeting-cards">
      {cards.map(({ key, title, count, unit, sentence, townships }) => (
        <li key={key}>
          <strong>
            {title} {count} {unit}
          </strong>
          <p>{sentence}</p>
          <p className="soft">{townships.map((one) => `${one.shortName} ${one.count}`).join("，")}</p>
        </li>
      ))}
    </ul>
  );
}

/** What the hall is asked to decide, on as many pages as it needs. */
function waiting({ cards }: Pick<Meeting, "cards">): Slide[] {
  const title = "今天要定的事";
  const due = cards.filter(({ count }) => count > 0);
  if (due.length === 0) return [{ key: "today", title, body: <p>今天没有等县人大定的事。</p> }];
  const pages = Math.ceil(due.length / mattersAPage);
  return Array.from({ length: pages }, (_, page) => ({
    key: page === 0 ? "today" : `today-${page + 1}`,
    title: pages === 1 ? title : `${title}（${page + 1}/${pages}）`,
    body: <Matters cards={due.slice(page * mattersAPage, (page + 1) * mattersAPage)} />,
  }));
}

/** Who leads each class, and nothing of points: a hall is no score sheet. */
function Townships({ townships }: Pick<Meeting, "townships">) {
  const leaders = leadersText(townships);
  return (
    <div className="stack">
      <ul className="meeting-classes">
        {byClass(townships).map(({ label, rows }) => (
          <li key={label}>
            <strong>{label}</strong> {rows.map(({ shortName }) => shortName).join("、")}
          </li>
        ))}
      </ul>
      {leaders === "" ? null : <p>各类居首：{leaders}</p>}
    </div>
  );
}

function Leanings({ data }: Pick<Shown, "data">) {
  return (
    <ul className="meeting-cards meeting-pairs">
      {data.imbalances.map(({ code, sum, finding, line }) => (
        <li key={code}>
          <strong>{imbalances[code].title}</strong>
          <p>
            {leaningWords[sum.leaning]}。{finding}。
          </p>
          <p className="soft">{line}。</p>
        </li>
      ))}
    </ul>
  );
}

function Spread({ data, metric }: Pick<Shown, "data" | "metric">) {
  return byClass(data.townships).map(({ label, rows }) => (
    <SpreadStrip
      key={label}
      named
      label={`${label} · ${metric} ${metricOf(metric).name}`}
      unit={metricOf(metric).kind === "ratio" ? "%" : ` ${metricOf(metric).unit}`}
      entries={rows.map((row) => ({
        id: row.code,
        name: row.shortName,
        figure: shownFigure(row.cells.find((cell) => cell.metric === metric)),
      }))}
    />
  ));
}

/** The pages of the meeting, in the order in which a meeting goes through them. */
export function slidesOf({ base, data, metric, openYear }: Shown): Slide[] {
  const { year, today, cards } = data;
  const named = `${metric} ${metricOf(metric).name}`;
  // On a projector nothing is opened: a number in the hall is looked at.
  const tiles = tilesOf(data, metric, base).map((tile) => ({ ...tile, href: undefined }));
  const known = tiles.filter(({ figure }) => typeof figure === "number").length;
  return [
    {
      ...{ key: "whole", title: `${year} 年乡镇人大工作` },
      body: (
        <>
          <p>{readText(year, today)}</p>
          <Townships townships={data.townships} />
        </>
      ),
    },
    ...waiting({ cards }),
    {
      ...{ key: "map", title: `各乡镇：${named}` },
      body: <TileMap finding={`${tiles.length} 个乡镇中 ${known} 个有数`} tiles={tiles} />,
    },
    {
      ...{ key: "spread", title: `差距：${named}` },
      body: <Spread data={data} metric={metric} />,
    },
    {
      ...{ key: "trend", title: `走势：${named}` },
      body: <MetricTrend metric={metric} year={year} openYear={openYear} height={420} />,
    },
    {
      ...{ key: "funnel", title: "建议办到哪一步" },
      body: (
        <>
          <p>{funnelFinding(data.funnel, year)}</p>
          <FunnelBars funnel={data.funnel} />
          <YearCurve months={data.months} year={year} />
        </>
      ),
    },
    { key: "imbalances", title: "四个不平衡", body: <Leanings data={data} /> },
  ];
}
