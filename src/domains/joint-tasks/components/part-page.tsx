"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import { committeeLabels, taskKindLabels, verdictLabels } from "../labels";
import type { OwnPart } from "./own-part";
import { OwnRatings } from "./own-ratings";
import { PartActs } from "./part-acts";
import { PartTag, spanText } from "./states";

const none = <Value of="none" />;

function factsOf(township: string, { part, together }: OwnPart) {
  const { activity } = part;
  return [
    { label: "到乡镇", value: spanText(part.visitFrom, part.visitUntil) },
    ...(together === null ? [] : [{ label: "合并为一次", value: `与「${together.title}」一起` }]),
    { label: "受检单位", value: part.units.length === 0 ? none : part.units.join("、") },
    ...(part.proposedOn === null
      ? []
      : [{ label: "本乡镇的建议", value: `${part.proposedWhy ?? ""}（${part.proposedOn}）` }]),
    ...(part.answeredOn === null
      ? []
      : [
          {
            label: "县人大答复",
            value: `${part.agreed === true ? "同意" : "不同意"}${part.answerWhy ?? ""}`,
          },
        ]),
    {
      label: "监督活动",
      value:
        activity === null ? (
          none
        ) : (
          <Link href={`/t/${township}/supervision/${activity.id}`}>
            {`${activity.topic}，问题 ${activity.findings} 个`}
          </Link>
        ),
    },
    { label: "成果", value: part.resultText ?? none },
    ...(part.verdict === null
      ? []
      : [{ label: "县人大", value: `${verdictLabels[part.verdict]}${part.verdictWhy ?? ""}` }]),
  ];
}

/** What the county asks, and how far the township is [R87]. */
export function PartPage({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().jointTasks.part.queryOptions({ township, id }));
  const may = useMay()("jointTasks:write");
  const { task, part, members, checklist } = data;
  return (
    <DetailPage
      crumbs={[{ label: "联动任务", href: `/t/${township}/joint?year=${task.year}` }, { label: task.title }]}
      title={task.title}
      tag={<PartTag state={part.state} late={part.late} />}
      next={may ? <PartActs township={township} data={data} /> : null}
    >
      <Panel title="县人大的要求">
        <Facts
          items={[
            { label: "类别", value: taskKindLabels[task.kind] },
            { label: "法律法规", value: task.lawName ?? none },
            { label: "依据", value: task.basis ?? none },
            { label: "牵头", value: committeeLabels[task.committee] },
            { label: "成果期限", value: task.resultDueOn },
            { label: "县里参加", value: members.map(({ name }) => name).join("、") || none },
            { label: "要求", value: task.ask },
          ]}
        />
      </Panel>
      <Panel title="本乡镇">
        <Facts items={factsOf(township, data)} />
      </Panel>
      {task.kind === "rating" ? <OwnRatings township={township} id={id} /> : null}
      {checklist.points.length === 0 ? null : (
        <Panel title={`检查清单：${checklist.name ?? ""}`}>
          {data.may.check.allowed ? (
            <Link className="btn btn-primary" href={`/t/${township}/joint/${id}/check`}>
              到现场逐条填写
            </Link>
          ) : null}
          <ol>
            {checklist.points.map(({ code, text, article }) => (
              <li key={code}>{article === null ? text : `${text}（${article}）`}</li>
            ))}
          </ol>
        </Panel>
      )}
      <RecordFiles township={township} recordType="jointPart" recordId={id} />
      <HistoryPanel entries={data.timeline} />
    </DetailPage>
  );
}
