import { type ReactNode, useState } from "react";
import "@/domains/figures/components/figures.css";
import { isMetricCode, type MetricCode } from "@/domains/figures/rules/metrics";
import type { AssessedSubject } from "@/domains/figures/rules/subject-schemes";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import type { League, LeagueRow } from "../data/league";
import { placeOf } from "../labels";
import { Notes, Terms } from "./terms";

export type Opened = { year: number; subject: AssessedSubject; id: string; metric: MetricCode };
type EvidenceOf = (opened: Opened) => ReactNode;
type Score = LeagueRow["scores"][number];

const states = { scored: "", notApplicable: "无", notEntered: "未录", notComputed: "尚不计算" } as const;

function Points({ score, max }: { score: Score; max: number }) {
  if (score.state !== "scored") return <StatusTag tone="neutral">{states[score.state]}</StatusTag>;
  return (
    <span className="score-points">
      {score.points} / {max} 分
    </span>
  );
}

/** One indicator: how its points come about, and the records when it is opened. */
function Line({ score, max, evidence }: { score: Score; max: number; evidence: (() => ReactNode) | null }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="score-line" id={score.code} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{score.sentence}</span>
        <Points score={score} max={max} />
      </summary>
      <div className="score-body stack">{open && evidence !== null ? evidence() : null}</div>
    </details>
  );
}

/** What a group or a unit reached, indicator by indicator. */
export function SubjectSheet({
  data,
  row,
  evidenceOf,
}: {
  data: League;
  row: LeagueRow;
  evidenceOf: EvidenceOf;
}) {
  const { year, subject, indicators } = data;
  return (
    <>
      <Panel title={`${year} 年得分`} note={row.township.name}>
        <p>
          <span className="evidence-value">
            {row.total.points.toFixed(2)} / {row.total.max} 分
          </span>{" "}
          · {placeOf(row)}
        </p>
        <p className="soft">{row.total.note}</p>
        {row.why === "" ? null : <p className="soft">{row.why}</p>}
      </Panel>
      <Panel title="各项指标" note="点开看构成这个数的记录">
        {indicators.map(({ code, points, metric }) => {
          const score = row.scores.find((one) => one.code === code);
          if (score === undefined) return null;
          const known = metric !== null && isMetricCode(metric) ? metric : null;
          const evidence =
            known === null ? null : () => evidenceOf({ year, subject, id: row.id, metric: known });
          return <Line key={code} score={score} max={points} evidence={evidence} />;
        })}
      </Panel>
      <Terms data={data} />
      <Notes subject={subject} />
    </>
  );
}
