import Link from "next/link";
import { countsDays } from "@/ui/detail/due";
import { DueText } from "@/ui/detail/due-text";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { categoryLabels, kindLabels, originLabels, outcomeText } from "../labels";
import type { SuggestionDetail } from "./detail-type";

type Props = { suggestion: SuggestionDetail; base: string; deputies: string };

function Signers({ suggestion, deputies }: Omit<Props, "base">) {
  return (
    <>
      {suggestion.signers.map(({ deputyId, name }, index) => (
        <span key={deputyId}>
          {index > 0 ? "、" : ""}
          <Link href={`${deputies}/${deputyId}`}>{name}</Link>
        </span>
      ))}
      {suggestion.signers.length > 1 ? (
        <span className="soft">（附议 {suggestion.signers.length - 1} 人）</span>
      ) : null}
    </>
  );
}

/** What the papers of a matter brought in closed do not say. */
const notRecorded = "原台账未记";

function LeadUnit({ suggestion, base }: Omit<Props, "deputies">) {
  const lead = suggestion.units.find((unit) => unit.role === "lead" && unit.endedOn === null);
  const standing = suggestion.leadUnitStanding;
  if (lead === undefined)
    return <span className="soft">{suggestion.enteredClosed ? notRecorded : "尚未交办"}</span>;
  return (
    <>
      <Link href={`${base}/units/${lead.unitId}`}>{lead.name}</Link>{" "}
      {standing ? (
        <span className="soft">
          {standing.year} 年主办 {standing.led} 件，不满意 {standing.counted}/{standing.limit} 件
        </span>
      ) : null}{" "}
      {standing?.disqualified ? <StatusTag tone="bad">评先资格取消</StatusTag> : null}
    </>
  );
}

/** One line a unit: who leads, who does the work. */
function People({ suggestion }: { suggestion: SuggestionDetail }) {
  const named = suggestion.units.filter((unit) => unit.endedOn === null && unit.leader !== null);
  if (named.length === 0)
    return <span className="soft">{suggestion.enteredClosed ? notRecorded : "尚未登记"}</span>;
  return (
    <ul>
      {named.map((unit) => (
        <li key={unit.id}>
          {unit.name}：分管 {unit.leader}，专办 {unit.caseOfficer}
        </li>
      ))}
    </ul>
  );
}

const coUnits = (suggestion: SuggestionDetail): string =>
  suggestion.units
    .filter((unit) => unit.role === "co" && unit.endedOn === null)
    .map((unit) => unit.name)
    .join("、");

function Outcome({ suggestion }: { suggestion: SuggestionDetail }) {
  if (suggestion.outcome === null) {
    return <span className="soft">未定（A 已解决、B 正在解决、C 列入计划、D 解释说明、E 上报）</span>;
  }
  return (
    <>
      {outcomeText({ ...suggestion, outcome: suggestion.outcome })}
      {suggestion.outcomeNote === null ? null : <span className="soft"> {suggestion.outcomeNote}</span>}
    </>
  );
}

function Term({ suggestion }: { suggestion: SuggestionDetail }) {
  const { workDueOn, replyCitation, today, complex, replyAwaited } = suggestion;
  if (workDueOn === null)
    return <span className="soft">{suggestion.enteredClosed ? notRecorded : "交办后起算"}</span>;
  return (
    <>
      {workDueOn}
      <span className="soft">
        （{replyCitation}
        {complex ? "，复杂事项" : ""}）
      </span>{" "}
      {replyAwaited && countsDays(workDueOn, today) ? <DueText day={workDueOn} today={today} /> : null}
    </>
  );
}

/** Who raised it, who handles it, by when; then the deputies' own words, before anything the unit says. */
export function SuggestionFactsPanel({ suggestion, base, deputies }: Props) {
  const session = suggestion.sessionNumber === null ? "" : `（第${suggestion.sessionNumber}次会议）`;
  return (
    <Panel title="事实">
      <Facts
        items={[
          { label: "代表", value: <Signers suggestion={suggestion} deputies={deputies} /> },
          { label: "类别", value: `${kindLabels[suggestion.kind]} · ${categoryLabels[suggestion.category]}` },
          { label: "主办", value: <LeadUnit suggestion={suggestion} base={base} /> },
          { label: "会办", value: coUnits(suggestion) || <span className="soft">无</span> },
          { label: "三落实", value: <People suggestion={suggestion} />, wide: true },
          { label: "答复期限", value: <Term suggestion={suggestion} />, wide: true },
          {
            label: "来源",
            value: `${suggestion.receivedOn} ${originLabels[suggestion.origin]}${session}${suggestion.sourceNote === null ? "" : ` · ${suggestion.sourceNote}`}`,
          },
          { label: "办理结果", value: <Outcome suggestion={suggestion} /> },
        ]}
      />
    </Panel>
  );
}
