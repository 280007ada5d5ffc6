"use client";

import { useState, type ReactNode } from "react";
import "@/domains/oversight/components/oversight.css";
import { isMetricCode, type MetricCode } from "@/domains/oversight/rules/metrics";
import { classLabel } from "@/domains/tenancy/labels";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import type { SchemeHead, ScoreSheet as Sheet } from "../data/scores";
import { stateLabels } from "../labels";
import type { Score } from "../rules/score";

type EvidenceOf = (metric: MetricCode) => ReactNode;
type Props = { head: SchemeHead; sheet: Sheet; evidenceOf: EvidenceOf };

function PointsOf({ score, max }: { score: Score; max: number }) {
  if (score.state !== "scored") return <StatusTag tone="neutral">{stateLabels[score.state]}</StatusTag>;
  return (
    <span className="score-points">
      {score.points} / {max} 分
    </span>
  );
}

/** One indicator: the sentence first, its steps and the records when it is opened. */
function ScoreLine(props: { score: Score; max: number; metric: string | null; evidenceOf: EvidenceOf }) {
  const { score, max, metric, evidenceOf } = props;
  const [open, setOpen] = useState(false);
  if (score.state === "notComputed") {
    return (
      <p className="score-line soft" id={score.code}>
        {score.sentence}({max} 分)
      </p>
    );
  }
  return (
    <details className="score-line" id={score.code} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{score.sentence}</span>
        <PointsOf score={score} max={max} />
      </summary>
      <div className="score-body stack">
        <ol>
          {score.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {open && metric !== null && isMetricCode(metric) ? evidenceOf(metric) : null}
      </div>
    </details>
  );
}

export function ScoreSheet({ head, sheet, evidenceOf }: Props) {
  const { total, rank, rankOf, tied, scores, township } = sheet;
  const place =
    rank === null
      ? "没有位次"
      : `${classLabel(township.class)} ${rankOf} 个乡镇中第 ${rank}${tied ? "(并列)" : ""}`;
  const counted = scores.filter((score) => score.state !== "notComputed").length;
  return (
    <>
      <Panel
        title={`${head.year} 年得分`}
        note={`${head.schemeAdopted ? head.schemeName : "默认方案（本县尚未采用）"} · 截至 ${head.today}`}
      >
        <p>
          <span className="evidence-value">
            {total.points} / {total.max} 分
          </span>{" "}
          · {place} · 已能计算 {counted} 项共 {total.computed} 分
        </p>
        <p className="soft">{total.note}</p>
      </Panel>
      {head.dimensions.map((dimension) => (
        <Panel key={dimension.code} title={`${dimension.code} ${dimension.name}`}>
          {dimension.indicators.map(({ code, points, metric }) => {
            const score = scores.find((one) => one.code === code);
            return score === undefined ? null : (
              <ScoreLine key={code} score={score} max={points} metric={metric} evidenceOf={evidenceOf} />
            );
          })}
        </Panel>
      ))}
    </>
  );
}
