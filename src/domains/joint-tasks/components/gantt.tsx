import { dayInText } from "@/lib/dates";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { partStateLabels } from "../labels";
import { lanesOf, placeInYear } from "./lanes";
import { spanText } from "./states";
import type { JointYearData, Visit } from "./visits";
import "./joint.css";

type Props = {
  data: JointYearData;
  visits: readonly Visit[];
  chosen: string | null;
  onChoose: (visit: string) => void;
};

const lookOf = ({ state, late, conflicts }: Visit): string =>
  [
    "gantt-bar",
    state === "draft" ? "gantt-draft" : "",
    state === "done" ? "gantt-done" : "",
    late !== null && state !== "done" ? "gantt-late" : "",
    conflicts.length > 0 ? "gantt-conflict" : "",
  ].join(" ");

const wordsOf = (visit: Visit): string =>
  [
    `${visit.townshipName}：${visit.task.title}，${spanText(visit.visitFrom, visit.visitUntil)}，${partStateLabels[visit.state]}`,
    ...visit.conflicts,
  ].join("\n");

function Track({ visits, data, chosen, onChoose }: Props) {
  const { placed, lanes } = lanesOf(visits, data.year);
  return (
    <div className="gantt-track" style={{ height: `${lanes * 1.6 + 0.4}rem` }}>
      {data.today.startsWith(`${data.year}-`) ? (
        <span className="gantt-today" style={{ left: `${placeInYear(data.today)}%` }} aria-hidden />
      ) : null}
      {placed.map(({ bar, lane, left, width }) => (
        <button
          key={bar.id}
          type="button"
          className={lookOf(bar)}
          style={{ left: `${left}%`, width: `${width}%`, top: `${lane * 1.6 + 0.3}rem` }}
          title={wordsOf(bar)}
          aria-label={wordsOf(bar)}
          aria-pressed={bar.id === chosen}
          onClick={() => onChoose(bar.id)}
        />
      ))}
    </div>
  );
}

const key = [
  ["gantt-draft", "草稿"],
  ["", "已下发"],
  ["gantt-done", "成果已认定"],
  ["gantt-late", "逾期"],
  ["gantt-conflict", "有冲突"],
] as const;

/** Where the year is wider than the screen it opens at this month, the month before still in sight. */
function toThisMonth(frame: HTMLElement | null): void {
  const today = frame?.querySelector<HTMLElement>(".gantt-today");
  if (frame === null || !today) return;
  const { left } = today.getBoundingClientRect();
  frame.scrollLeft += left - frame.getBoundingClientRect().left - frame.clientWidth / 2;
}

/** The year with townships as rows and visits as bars; what collides is outlined and says why. */
export function Gantt(props: Props) {
  const { data, visits } = props;
  const conflicting = visits.filter(({ conflicts }) => conflicts.length > 0).length;
  return (
    <ChartFrame
      finding={
        conflicting === 0
          ? `${data.year} 年到乡镇 ${visits.length} 次，没有冲突`
          : `${data.year} 年到乡镇 ${visits.length} 次，其中 ${conflicting} 次有冲突`
      }
      note="点一根横条，看任务和冲突的原因；手机上可左右滑动。"
      table={{
        head: ["乡镇", "任务", "到乡镇", "状态", "冲突"],
        rows: visits.map((visit) => [
          ...[visit.townshipName, visit.task.title, spanText(visit.visitFrom, visit.visitUntil)],
          ...[partStateLabels[visit.state], visit.conflicts.join("") || "无"],
        ]),
      }}
    >
      <div ref={toThisMonth} className="gantt-scroll" role="region" aria-label="全年安排" tabIndex={0}>
        <div className="gantt">
          <div className="gantt-row">
            <span>乡镇</span>
            <div className="gantt-months">
              {Array.from({ length: 12 }, (_, month) => (
                <span key={month}>{month + 1}月</span>
              ))}
            </div>
          </div>
          {data.townships.map(({ id, name }) => (
            <div key={id} className="gantt-row">
              <span>{name}</span>
              <Track {...props} visits={visits.filter(({ townshipId }) => townshipId === id)} />
            </div>
          ))}
        </div>
      </div>
      <p className="gantt-key">
        {key.map(([look, word]) => (
          <span key={word}>
            <span className={`gantt-bar ${look}`} aria-hidden />
            {word}
          </span>
        ))}
        <span>竖线：今天（{dayInText(data.today)}）</span>
      </p>
    </ChartFrame>
  );
}
