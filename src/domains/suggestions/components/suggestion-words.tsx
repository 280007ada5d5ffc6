import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { ratingLabels, ratingMethodLabels } from "../labels";
import type { SuggestionDetail } from "./detail-type";

type Props = { suggestion: SuggestionDetail };

export function DeputyWords({ suggestion }: Props) {
  return (
    <Panel title="代表的话">
      <p className="suggestion-words">{suggestion.content}</p>
      {suggestion.returnReason !== null && suggestion.state === "returned" ? (
        <p>
          <StatusTag tone="warn">退回原因</StatusTag> {suggestion.returnReason}
        </p>
      ) : null}
    </Panel>
  );
}

const tones = { satisfied: "good", basic: "info", unsatisfied: "warn" } as const;

function RatingLine({ rating }: { rating: SuggestionDetail["ratings"][number] }) {
  const { ratedOn, deputy, method, witness, comment, validReason, validReasonNote } = rating;
  return (
    <p>
      <StatusTag tone={tones[rating.rating]}>{ratingLabels[rating.rating]}</StatusTag>{" "}
      {comment === null ? null : `「${comment}」`}
      <small className="soft">
        {" "}
        {[ratedOn ?? "测评日期未录", deputy, method === null ? null : ratingMethodLabels[method]]
          .filter((words) => words !== null)
          .join(" · ")}
        {witness === null ? "" : `，见证 ${witness}`}
      </small>
      {validReason === null ? null : (
        <small className="soft">
          {" "}
          主席团认定{validReason ? "理由正当，不计入" : "无正当理由，计入"}：{validReasonNote}
        </small>
      )}
    </p>
  );
}

/** Each reply with the rating it got; the unit speaks after the deputies. */
export function UnitWords({ suggestion }: Props) {
  if (suggestion.replies.length === 0) return null;
  return (
    <Panel title="单位的答复">
      {suggestion.replies.map((reply) => (
        <section key={reply.id} className="suggestion-reply">
          <p>
            <strong>{reply.attempt === 1 ? "首次答复" : `第${reply.attempt}次答复`}</strong>{" "}
            <span className="soft">
              {[
                reply.repliedOn,
                reply.documentNumber,
                reply.signedBy === null ? null : `签发 ${reply.signedBy}`,
              ]
                .filter((words) => words !== null)
                .join(" · ")}
            </span>{" "}
            {reply.inTime === null ? null : reply.inTime ? (
              <StatusTag tone="good">按期</StatusTag>
            ) : (
              <StatusTag tone="bad">逾期（应 {reply.dueOn}）</StatusTag>
            )}
          </p>
          <p className="suggestion-words">
            {reply.content === "" ? <span className="soft">原台账没有记答复内容</span> : reply.content}
          </p>
          {suggestion.ratings
            .filter((rating) => rating.phase === "reply" && rating.attempt === reply.attempt)
            .map((rating) => (
              <RatingLine key={rating.id} rating={rating} />
            ))}
        </section>
      ))}
    </Panel>
  );
}

/** What was promised, by when, whether it was done, and whether a deputy has seen it. */
export function PromiseLedger({ suggestion }: Props) {
  if (suggestion.promises.length === 0) return null;
  return (
    <Panel title="承诺台账" note="单位登记兑现后，由代表核实才算数。">
      <ol className="suggestion-promises">
        {suggestion.promises.map((promise) => (
          <li key={promise.id}>
            {promise.content}{" "}
            {promise.verifiedOn !== null ? (
              <StatusTag tone="good">
                代表{promise.verifiedBy} {promise.verifiedOn} 已核实
              </StatusTag>
            ) : promise.fulfilledOn !== null ? (
              <StatusTag tone="info">{promise.fulfilledOn} 已兑现，待核实</StatusTag>
            ) : (
              <DueText day={promise.dueOn} today={suggestion.today} />
            )}
            <small className="soft">
              {" "}
              时限 {promise.dueOn}
              {promise.fulfilNote === null ? "" : ` · ${promise.fulfilNote}`}
            </small>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Requests for a later day and what was decided on them. */
export function Deferrals({ suggestion }: Props) {
  if (suggestion.deferrals.length === 0) return null;
  return (
    <Panel title="延办反馈书">
      {suggestion.deferrals.map((deferral) => (
        <section key={deferral.id} className="suggestion-reply">
          <p>
            {deferral.requestedOn} 申请延期到 {deferral.newDueOn}{" "}
            <StatusTag tone={deferral.approved === null ? "warn" : deferral.approved ? "good" : "neutral"}>
              {deferral.approved === null
                ? "待主席决定"
                : `${deferral.decidedOn ?? ""} ${deferral.approved ? "同意" : "不同意"}`}
            </StatusTag>
          </p>
          <p>理由：{deferral.reason}</p>
          <p>措施：{deferral.measures}</p>
          {deferral.decisionNote === null ? null : <p className="soft">决定说明：{deferral.decisionNote}</p>}
        </section>
      ))}
    </Panel>
  );
}
