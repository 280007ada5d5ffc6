"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { classLabel } from "@/domains/tenancy/labels";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { ActButton } from "@/ui/link-button";
import { exportHref } from "@/ui/list/export-href";
import { topicLabels } from "../labels";
import type { MetricNames } from "./names";
import { EditionFiles, evidenceHref, PracticeBody, PracticeEvidence } from "./practice-body";
import { LifeTag } from "./states";
import { ThreadsPanel } from "./threads-panel";
import { UsesPanel } from "./uses-panel";
import { VersionsPanel } from "./versions-panel";
import "./practices.css";

const ReasonForm = dynamic(() => import("./reason-form").then((module) => module.ReasonForm), { ssr: false });

type Props = { county: string; id: string; names: MetricNames; effect: ReactNode };

/** A practice of the library as the county sees it: every use, every word, and what the figures did. */
export function CountyEditionPage({ county, id, names, effect }: Props) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.practices.countyEdition.queryOptions({ id }));
  const word = useCommand(trpc.practices.countyWord.mutationOptions());
  const retire = useCommand(trpc.practices.retire.mutationOptions());
  const reviews = useMay()("practices:review");
  const [asking, setAsking] = useState(false);
  const { edition, may } = data;
  const { authorCode, authorName, practiceId, retiredOn } = edition;
  const speak = (askerId: string | null, words: string) => word.run({ id: practiceId, askerId, words });
  return (
    <DetailPage
      crumbs={[{ label: "本县经验库", href: `/c/${county}/practices` }, { label: edition.title }]}
      title={edition.title}
      tag={<LifeTag life={edition.life} />}
      actions={
        <>
          <a className="btn" href={exportHref("effects.exportCountyPractice", { id })} download>
            下载（Word）
          </a>
          {reviews && may.retire.allowed ? (
            <ActButton danger onClick={() => setAsking(true)}>
              停止推广
            </ActButton>
          ) : null}
        </>
      }
    >
      <p className="soft">
        {`${authorName}（${classLabel(edition.authorClass)}），${topicLabels[edition.topic]}，第 ${edition.number} 版，${edition.publishedOn} 发布。`}
        {retiredOn === null ? "" : `${retiredOn} 起停止推广：${edition.retireReason ?? ""}`}
      </p>
      <PracticeBody said={edition} />
      <PracticeEvidence
        evidence={edition.evidence.map(({ title, day, ref }) => ({
          title,
          day,
          href: evidenceHref(authorCode, ref),
        }))}
        metrics={edition.metrics}
        names={names}
      />
      <EditionFiles files={edition.files} base={`/api/files/${authorCode}/practices/${id}`} />
      <UsesPanel uses={data.uses} all />
      {effect}
      <ThreadsPanel
        threads={data.threads}
        title="提问和意见"
        note="每一组只有经验所在乡镇、提问乡镇和县人大看得到"
        reply={reviews ? { label: "回复", speak } : undefined}
        begin={reviews ? { label: `给${authorName}留言`, askerId: null, speak } : undefined}
      />
      <VersionsPanel versions={data.versions} />
      {asking ? (
        <ReasonForm
          title={`停止推广「${edition.title}」`}
          act="停止推广"
          danger
          intro="停止后乡镇不能再采用；已经采用的照旧。乡镇看得到原因。"
          onClose={() => setAsking(false)}
          onSubmit={(reason) => retire.run({ id, version: edition.version, reason })}
        />
      ) : null}
    </DetailPage>
  );
}
