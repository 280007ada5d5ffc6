import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { attendanceLabels } from "@/domains/sessions/labels";
import type { MeetingAttendance } from "../data/views";
import { presidiumPostLabels } from "../labels";

export function TurnoutPanel({ record }: { record: MeetingAttendance }) {
  const { turnout, marks, quorate, checks } = record;
  if (turnout === null) {
    return (
      <Panel title="出席">
        <p className="soft">出席情况未录。</p>
      </Panel>
    );
  }
  const away = marks.filter((mark) => mark.status !== "present");
  return (
    <Panel
      title={`出席 ${turnout.present}/${turnout.expected} 人`}
      note={turnout.totalsOnly ? "只有人数，没有名单" : null}
    >
      {quorate === false ? (
        <p>
          <StatusTag tone="warn">请核对</StatusTag> 到会未超过成员半数，不足法定人数，不计入季度例会
        </p>
      ) : null}
      {checks.map((sentence) => (
        <p key={sentence}>
          <StatusTag tone="warn">请核对</StatusTag> {sentence}
        </p>
      ))}
      <ul>
        {away.map((mark) => (
          <li key={mark.memberId}>
            {mark.name}（{presidiumPostLabels[mark.post]}）
            <StatusTag tone={mark.status === "absent" ? "bad" : "neutral"}>
              {mark.status === "absent" ? "无故缺席" : attendanceLabels[mark.status]}
            </StatusTag>{" "}
            <span className="soft">{mark.leaveReason}</span>
          </li>
        ))}
      </ul>
      {away.length === 0 && !turnout.totalsOnly ? <p className="soft">全部出席。</p> : null}
    </Panel>
  );
}

/** Whether the meeting covers its quarter. */
export function MeetingTag({ record: { counts } }: { record: MeetingAttendance }) {
  return (
    <StatusTag tone={counts ? "info" : "neutral"}>{counts ? "计入季度例会" : "不计入季度例会"}</StatusTag>
  );
}
