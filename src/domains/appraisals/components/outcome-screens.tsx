import type { DetailSlots, Screens } from "@/domains/records/components/slots";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { outcomeLabels } from "../labels";
import type { appraisalOutcome } from "../record";
import type { OutcomeRecord } from "./detail-type";

/** The notice as it is printed and posted. */
function NoticePanel({ record }: { record: OutcomeRecord }) {
  const { heading, number, body, signed, day } = record.notice;
  return (
    <Panel title="文稿" note="用右上角的“打印”打印，盖章后送单位和主管局委">
      <article style={{ maxWidth: "40rem" }}>
        <h3 style={{ textAlign: "center" }}>{heading}</h3>
        {number === null ? null : <p style={{ textAlign: "center" }}>{number}</p>}
        {body.map((paragraph) => (
          <p key={paragraph} style={{ whiteSpace: "pre-wrap" }}>
            {paragraph}
          </p>
        ))}
        <p style={{ textAlign: "right" }}>
          {signed}
          <br />
          {day}
        </p>
      </article>
    </Panel>
  );
}

const detail: DetailSlots<typeof appraisalOutcome, OutcomeRecord> = {
  tag: ({ record: { facts } }) =>
    facts.sentOn === null ? (
      <StatusTag tone="warn">还没有报送主管局委</StatusTag>
    ) : (
      <StatusTag tone="good">已报送主管局委</StatusTag>
    ),
  panels: NoticePanel as never,
};

export const outcomeScreens: Screens = {
  list: {
    empty: {
      title: "评议结果还没有运用",
      body: "年终评议登记后，从站所评议的综合排名授牌、通报表扬或批评，并报送主管局委。",
    },
  },
  detail,
  form: {
    intro: "年终评议（第四季度）登记后才能运用。同一份文件涉及的单位可以一起选。",
    initial: (today, { kind, year, unitIds }) => ({
      year: Number(year ?? today.slice(0, 4)),
      ...(kind !== undefined && kind in outcomeLabels ? { kind } : {}),
      ...(unitIds === undefined || unitIds === "" ? {} : { unitIds: unitIds.split(",") }),
      occurredOn: today,
    }),
  },
};
