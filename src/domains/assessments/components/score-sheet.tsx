"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import "@/domains/figures/components/figures.css";
import { placeText, pointsText, readText, schemeInText } from "@/domains/figures/labels";
import { isMetricCode, type MetricCode } from "@/domains/figures/rules/metrics";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import type { SchemeHead, ScoreSheet as Sheet } from "../data/scores";
import { decidedInText, stateLabels } from "../labels";
import type { Score } from "@/domains/figures/rules/score";

type EvidenceOf = (metric: MetricCode) => ReactNode;
type Indicator = SchemeHead["dimensions"][number]["indicators"][number];
type Props = {
  head: SchemeHead;
  sheet: Sheet;
  evidenceOf: EvidenceOf;
  /** with whom an indicator was compared, by name, where the reader is told */
  orderOf?: (code: string) => string | undefined;
};

function PointsOf({ score, max }: { score: Score; max: number }) {
  if (score.state !== "scored") return <StatusTag tone="neutral">{stateLabels[score.state]}</StatusTag>;
  return (
    <span className="score-points">
      {score.points} / {max} 分
    </span>
  );
}

type LineProps = Pick<Props, "evidenceOf"> & {
  score: Score;
  max: number;
  metric: string | null;
  order: string | undefined;
};

/** One indicator: the sentence first, the records when it is opened. */
function ScoreLine(props: LineProps) {
  const { score, max, metric, order = "", evidenceOf } = props;
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLDetailsElement>(null);
  // A link that names the indicator, as a record's page has it, leads to its evidence.
  useEffect(() => {
    if (line.current && window.location.hash === `#${score.code}`) line.current.open = true;
  }, [score.code]);
  return (
    <details
      ref={line}
      className="score-line"
      id={score.code}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{score.sentence}</span>
        <PointsOf score={score} max={max} />
      </summary>
      <div className="score-body stack">
        {order === "" ? null : <p>比较的名次：{order}。</p>}
        {open && metric !== null && isMetricCode(metric) ? evidenceOf(metric) : null}
      </div>
    </details>
  );
}

const namesOf = (indicators: readonly Indicator[]) =>
  indicators.map(({ code, name, points }) => `${code} ${name}（${points} 分）`).join("、");

export function ScoreSheet({ head, sheet, evidenceOf, orderOf = () => undefined }: Props) {
  const { total, scores } = sheet;
  const place = placeText({ ...sheet, class: sheet.township.class });
  const scoreOf = (code: string) => scores.find((one) => one.code === code);
  const waits = ({ code }: Indicator) => (scoreOf(code)?.state ?? "notComputed") === "notComputed";
  const counted = head.dimensions.filter((one) => !one.indicators.every(waits));
  const uncounted = head.dimensions.filter((one) => one.indicators.every(waits));
  return (
    <>
      <Panel
        title={`${head.year} 年得分`}
        note={`${schemeInText(head)} · ${head.frozen === null ? readText(head.year, head.today) : `已于 ${head.frozen.on} 封存`}`}
      >
        <p>
          <span className="evidence-value">{pointsText(total)}</span> · {place}
        </p>
        <p className="soft">
          适用分值是本年有应办事项的指标的满分；折合是把不适用的分值分摊以后的得分，位次和同类比较用折合。
        </p>
        {head.decided === null ? null : (
          <p>
            总分 <strong>{sheet.final?.toFixed(2) ?? "未录"}</strong> 分，等次
            <strong>{sheet.grade ?? "暂无"}</strong>。{decidedInText(head.decided)}
          </p>
        )}
        <p className="soft">{total.note}</p>
      </Panel>
      {counted.map(({ code: dimension, name, indicators }) => (
        <Panel key={dimension} title={`${dimension} ${name}`}>
          <span id={dimension} />
          {indicators.map(({ code, points, metric }) => {
            const score = scoreOf(code);
            return score === undefined || score.state === "notComputed" ? null : (
              <ScoreLine key={code} max={points} order={orderOf(code)} {...{ score, metric, evidenceOf }} />
            );
          })}
          {indicators.some(waits) ? (
            <p className="score-line score-waits soft">尚不计算：{namesOf(indicators.filter(waits))}</p>
          ) : null}
        </Panel>
      ))}
      {uncounted.length > 0 ? (
        <Panel title="尚不计算的方面" note="系统还没有这些指标的数据来源，不计入总分">
          <Facts
            items={uncounted.map(({ code, name, indicators }) => ({
              label: `${code} ${name}`,
              value: namesOf(indicators),
              wide: true,
            }))}
          />
        </Panel>
      ) : null}
    </>
  );
}
