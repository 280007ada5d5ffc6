"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { committeeLabels, taskKindLabels } from "../labels";
import { changeOf, loadWords, remedyWords } from "./changes";
import { PartTag, spanText } from "./states";
import type { Visit } from "./visits";
import "./joint.css";

type Props = { visit: Visit; county: string; may: boolean };

/** One visit: what it is, what speaks against it, and what one click would do about it. */
export function RemedyPanel({ visit, county, may }: Props) {
  const trpc = useTRPC().jointTasks;
  const { data } = useQuery(trpc.remedies.queryOptions({ id: visit.id }));
  const arrange = useCommand(trpc.arrange.mutationOptions());
  const task = `/c/${county}/joint/${visit.task.id}`;
  const apply = (remedy: NonNullable<typeof data>["remedies"][number]) =>
    arrange.run({ changes: [changeOf(remedy)], why: `检查冲突：${remedyWords[remedy.kind]}` });
  return (
    <Panel title={`${visit.townshipName}：${visit.task.title}`}>
      <p>
        {taskKindLabels[visit.task.kind]}，{committeeLabels[visit.task.committee]}，
        {spanText(visit.visitFrom, visit.visitUntil)} <PartTag state={visit.state} late={visit.late} />
      </p>
      {data?.sentences.length === 0 ? <p>没有冲突。</p> : null}
      <ul className="joint-list">
        {data?.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ul className="joint-list">
        {data?.remedies.map((remedy) => (
          <li key={remedy.kind}>
            <strong>{remedyWords[remedy.kind]}</strong>
            <span>{remedy.sentence}</span>
            <span className="soft">
              {visit.townshipName}：{loadWords(remedy)}
            </span>
            {may && !remedy.consent ? (
              <span>
                <ActButton
                  primary={remedy.kind === "merge"}
                  danger={remedy.kind === "drop"}
                  disabled={arrange.isPending}
                  onClick={() => apply(remedy)}
                >
                  {remedyWords[remedy.kind]}
                </ActButton>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <Link href={task}>打开任务</Link>
      </p>
    </Panel>
  );
}
