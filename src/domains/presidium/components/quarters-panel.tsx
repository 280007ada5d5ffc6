import Link from "next/link";
import { dayInText } from "@/lib/dates";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import type { Tone } from "@/ui/tone";
import type { YearView } from "../data/views";
import { presidiumPostLabels, quarterStateLabels, type QuarterState } from "../labels";

const tones: Record<QuarterState, Tone> = { met: "good", missing: "bad", open: "warn", future: "neutral" };
const quarterWords = ["第一季度", "第二季度", "第三季度", "第四季度"];

type Cell = YearView["quarters"][number];

function QuarterCell({ cell, base }: { cell: Cell; base: string }) {
  return (
    <li className={`quarter quarter-${cell.state}`}>
      <div className="row">
        <strong>{quarterWords[cell.quarter - 1]}</strong>
        <StatusTag tone={tones[cell.state]}>{quarterStateLabels[cell.state]}</StatusTag>
      </div>
      {cell.meetings.map((meeting) => (
        <Link key={meeting.id} href={`${base}/${meeting.id}`}>
          {dayInText(meeting.day)}
        </Link>
      ))}
      {cell.notQuorate.map((meeting) => (
        <Link key={meeting.id} href={`${base}/${meeting.id}`} className="soft">
          {dayInText(meeting.day)}不足法定人数，不计
        </Link>
      ))}
      {cell.needed > 1 ? (
        <span className="soft">
          已开 {cell.meetings.length} 次，应开 {cell.needed} 次
        </span>
      ) : null}
      {cell.daysLeft === null ? null : (
        <span>
          还有 {cell.daysLeft} 天（{dayInText(cell.endsOn)}止）
        </span>
      )}
    </li>
  );
}

/** The year's four quarters and who stayed away without leave. */
export function QuartersPanel({ view, base }: { view: YearView; base: string }) {
  const met = view.quarters.filter((cell) => cell.state === "met").length;
  return (
    <Panel
      title={`${view.year} 年主席团会议：${met}/4 个季度已召开`}
      note={`每季度至少 ${view.perQuarter} 次（${view.article}），座谈协商不计`}
    >
      <ul className="quarters">
        {view.quarters.map((cell) => (
          <QuarterCell key={cell.quarter} cell={cell} base={base} />
        ))}
      </ul>
      {[view.staffNote, view.sizeNote]
        .filter((note) => note !== null)
        .map((note) => (
          <p key={note} className="finding">
            <StatusTag tone="warn">请核对</StatusTag>
            <span>{note}</span>
          </p>
        ))}
      {view.absences.length > 0 ? (
        <details>
          <summary>无故缺席 {view.absences.length} 人次</summary>
          <ul>
            {view.absences.map((row) => (
              <li key={row.memberId + row.meetingId}>
                {row.name}（{presidiumPostLabels[row.post]}）
                <Link href={`${base}/${row.meetingId}`}>
                  {row.occurredOn} {row.topic}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
