"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Panel } from "@/ui/panel";
import { topicLabels } from "../labels";
import type { MetricNames } from "./names";
import { OwnEnds, OwnNext } from "./own-acts";
import { evidenceHref, PracticeBody, PracticeEvidence } from "./practice-body";
import { PracticeTag } from "./states";
import { ThreadsPanel } from "./threads-panel";
import { UsesPanel } from "./uses-panel";
import { VersionsPanel } from "./versions-panel";
import "./practices.css";

type Props = { township: string; id: string; names: MetricNames };

/** A practice of one's own: as it is being worked on, and what came of it in the county. */
export function OwnPracticePage({ township, id, names }: Props) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.practices.practice.queryOptions({ township, id }));
  const { data: around } = useQuery(trpc.practices.around.queryOptions({ township, practice: id }));
  const answer = useCommand(trpc.practices.answer.mutationOptions());
  const may = useMay()("practices:write");
  const { edition, evidence } = data;
  const speak = (askerId: string | null, words: string) => answer.run({ township, id, askerId, words });
  return (
    <DetailPage
      crumbs={[{ label: "本乡镇的经验", href: `/t/${township}/practices/own` }, { label: data.title }]}
      title={data.title}
      tag={<PracticeTag state={data.state} />}
      actions={<OwnEnds township={township} data={data} />}
      next={<OwnNext township={township} data={data} />}
    >
      {data.state === "returned" ? (
        <Panel title="县人大退回">
          <p>{`${data.returnedOn ?? ""}：${data.returnReason ?? ""}`}</p>
        </Panel>
      ) : null}
      <p className="soft">
        {`${topicLabels[data.topic]}，第 ${data.number} 版。`}
        {edition === null ? null : (
          <Link href={`/t/${township}/practices/${edition.id}`}>
            {edition.retiredOn === null
              ? `看经验库里的第 ${edition.number} 版`
              : `${edition.retiredOn} 已停止推广`}
          </Link>
        )}
      </p>
      <PracticeBody said={data} />
      <PracticeEvidence
        evidence={evidence.map(({ title, day, ...ref }) => ({
          title,
          day,
          href: evidenceHref(township, ref),
        }))}
        metrics={data.metrics}
        names={names}
      />
      <RecordFiles
        township={township}
        recordType="practice"
        recordId={id}
        live={data.state !== "confirmed"}
      />
      {around === undefined ? null : (
        <>
          {edition === null ? null : <UsesPanel uses={around.uses} all />}
          <ThreadsPanel
            threads={around.threads}
            title="提问和意见"
            note="每一组只有本乡镇、提问乡镇和县人大看得到"
            reply={may ? { label: "回复", speak } : undefined}
            begin={
              may && !around.threads.some(({ askerId }) => askerId === null)
                ? { label: "给县人大留言", askerId: null, speak }
                : undefined
            }
          />
          <VersionsPanel versions={around.versions} />
        </>
      )}
      <HistoryPanel entries={data.timeline} />
    </DetailPage>
  );
}
