import { daysBetween, type Day } from "@/lib/dates";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import type { taskView } from "../data/county";

type Row = Awaited<ReturnType<typeof taskView>>["parts"][number];

function Standing({ response, today }: { response: NonNullable<Row["response"]>; today: Day }) {
  const { handedOn, dueOn, respondedOn } = response;
  if (handedOn === null) return <StatusTag tone="warn">报告还没有交办</StatusTag>;
  if (dueOn === null) return <StatusTag tone="info">{`${handedOn} 交办`}</StatusTag>;
  const late = daysBetween(dueOn, respondedOn ?? today);
  if (respondedOn !== null)
    return late > 0 ? (
      <StatusTag tone="warn">{`${respondedOn} 反馈，晚 ${late} 天`}</StatusTag>
    ) : (
      <StatusTag tone="good">{`${respondedOn} 反馈`}</StatusTag>
    );
  return late > 0 ? (
    <StatusTag tone="bad">{`应在 ${dueOn} 前反馈，逾期 ${late} 天`}</StatusTag>
  ) : (
    <StatusTag tone="info">{`应在 ${dueOn} 前反馈`}</StatusTag>
  );
}

/** What the inspected units answered in writing, within the time the county's law gives them. */
export function Responses({ parts, today }: { parts: readonly Row[]; today: Day }) {
  const owed = parts.flatMap(({ id, townshipName, response }) =>
    response === null ? [] : [{ id, townshipName, response }],
  );
  if (owed.length === 0) return null;
  return (
    <Panel title="受检单位的书面反馈">
      <ul>
        {owed.map(({ id, townshipName, response }) => (
          <li key={id}>
            {townshipName} <Standing response={response} today={today} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
