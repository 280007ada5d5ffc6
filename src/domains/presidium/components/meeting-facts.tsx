import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { attendanceLabels } from "@/domains/sessions/labels";
import type { MeetingRecord } from "../data/views";
import { meetingKindLabels, presidiumPostLabels } from "../labels";

export function TurnoutPanel({ meeting }: { meeting: MeetingRecord }) {
  const { turnout, marks, quorate, checks } = meeting;
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

/** Voided, or whether the meeting covers its quarter. */
export function MeetingTag({ meeting }: { meeting: MeetingRecord }) {
  if (meeting.voidedAt !== null)
    return <StatusTag tone="warn">{`已作废：${meeting.voidReason ?? ""}`}</StatusTag>;
  return (
    <StatusTag tone={meeting.counts ? "info" : "neutral"}>
      {meeting.counts ? "计入季度例会" : "不计入季度例会"}
    </StatusTag>
  );
}

export function MeetingFacts({ meeting }: { meeting: MeetingRecord }) {
  const items = [
    { label: "日期", value: meeting.occurredOn },
    { label: "类别", value: meetingKindLabels[meeting.kind] },
    { label: "会次", value: meeting.number === null ? null : `第 ${meeting.number} 次` },
    { label: "地点", value: meeting.place },
    { label: "议定事项", value: meeting.decisions, wide: true },
    ...(meeting.sourceNote ? [{ label: "资料出处", value: meeting.sourceNote, wide: true }] : []),
    ...(meeting.lateReason ? [{ label: "补录原因", value: meeting.lateReason, wide: true }] : []),
  ];
  return (
    <Panel title="会议">
      <Facts items={items} />
    </Panel>
  );
}
