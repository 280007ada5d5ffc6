import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import type { Request } from "../data/rows";
import { requestKindLabels } from "../labels";
import { AnswerTag } from "./request-tags";

/** What was asked, and what was answered. */
export function RequestText({ request, late }: { request: Request; late: number }) {
  const { kind, sentOn, content, answeredOn, answerText, result, passedTo, enteredByName } = request;
  return (
    <>
      <Panel title="请示">
        <Facts
          items={[
            { label: "类别", value: requestKindLabels[kind] },
            { label: "送出", value: `${sentOn} ${enteredByName}` },
            { label: "具体情况", value: <span className="running-text">{content}</span>, wide: true },
          ]}
        />
      </Panel>
      {answeredOn === null ? null : (
        <Panel title="县人大答复">
          <Facts
            items={[
              { label: "答复日期", value: answeredOn },
              { label: "结果", value: <AnswerTag result={result} late={late} /> },
              ...(passedTo === null ? [] : [{ label: "转给", value: passedTo }]),
              { label: "答复", value: <span className="running-text">{answerText}</span>, wide: true },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
