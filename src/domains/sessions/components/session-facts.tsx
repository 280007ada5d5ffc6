import { DaySpan } from "@/ui/detail/day-span";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { SessionRecord } from "../data/views";
import { attendanceLabels, agendaKindLabels, durationInText, sessionKindLabels } from "../labels";

export function SessionTag({ session }: { session: SessionRecord }) {
  if (session.voidedAt !== null)
    return <StatusTag tone="warn">{`已作废：${session.voidReason ?? ""}`}</StatusTag>;
  return <StatusTag tone="info">{sessionKindLabels[session.kind]}</StatusTag>;
}

export function SessionFacts({ session }: { session: SessionRecord }) {
  return (
    <Panel title="会议">
      <Facts
        items={[
          { label: "届次", value: session.term.name },
          { label: "类别", value: sessionKindLabels[session.kind] },
          { label: "会期", value: <DaySpan from={session.startsOn} to={session.endsOn} /> },
          { label: "时长", value: session.minutes === null ? null : durationInText(session.minutes) },
          {
            label: "审议时间",
            value: session.deliberationMinutes === null ? null : durationInText(session.deliberationMinutes),
          },
          { label: "通知发出", value: session.noticeSentOn },
          { label: "文件送达", value: session.documentsSentOn },
          { label: "地点", value: session.place },
          { label: "召集人", value: session.convenedBy },
          { label: "概况", value: session.summary, wide: true },
          ...(session.sourceNote ? [{ label: "资料出处", value: session.sourceNote, wide: true }] : []),
          ...(session.lateReason ? [{ label: "补录原因", value: session.lateReason, wide: true }] : []),
        ]}
      />
    </Panel>
  );
}

export function TurnoutPanel({ session }: { session: SessionRecord }) {
  const { turnout, notPresent } = session;
  if (turnout === null) {
    return (
      <Panel title="出席">
        <p className="soft">出席情况未录。</p>
      </Panel>
    );
  }
  const share = ((turnout.present / turnout.expected) * 100).toFixed(1);
  return (
    <Panel title={`出席率 ${share}%`} note={turnout.totalsOnly ? "只有人数，没有名单" : "只计当日在任的代表"}>
      <p>
        应到 {turnout.expected} 人，实到 {turnout.present} 人
        {turnout.totalsOnly ? "" : `，请假 ${turnout.leave ?? 0} 人，缺席 ${turnout.absent ?? 0} 人`}
      </p>
      <ul>
        {notPresent.map((mark) => (
          <li key={mark.deputyId}>
            {mark.name} <span className="soft">{attendanceLabels[mark.status]}</span>
            {mark.leaveReason ? <span className="soft">：{mark.leaveReason}</span> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function AgendaList({ session }: { session: SessionRecord }) {
  if (session.agenda.length === 0) return <p className="soft">议程未录。</p>;
  return (
    <ol>
      {session.agenda.map((item) => (
        <li key={item.id} className="finding">
          <span className="soft">第 {item.ordinal} 项</span>
          <span>
            {item.title}{" "}
            <span className="soft">
              {[
                agendaKindLabels[item.kind],
                item.speaker,
                item.minutes === null ? null : durationInText(item.minutes),
                item.outcome,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

type SpeechesProps = { speeches: SessionRecord["speeches"]; act: (() => void) | null };

/** Which deputies spoke, and how often. */
export function SpeechesPanel({ speeches, act }: SpeechesProps) {
  const times = speeches.reduce((sum, one) => sum + one.times, 0);
  return (
    <Panel
      title={speeches.length === 0 ? "代表发言" : `代表发言：${speeches.length} 人 ${times} 次`}
      extra={act === null ? null : <ActButton onClick={act}>登记发言</ActButton>}
    >
      {speeches.length === 0 ? <p className="soft">代表发言未录。</p> : null}
      <p>{speeches.map(({ name, times: of }) => `${name} ${of} 次`).join("、")}</p>
    </Panel>
  );
}
