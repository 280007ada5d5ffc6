"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { classLabel } from "@/domains/tenancy/labels";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { NextAction } from "@/ui/detail/next-action";
import { exportHref } from "@/ui/list/export-href";
import type { EditionView } from "../data/edition";
import { topicLabels } from "../labels";
import type { MetricNames } from "./names";
import { EditionFiles, evidenceHref, PracticeBody, PracticeEvidence } from "./practice-body";
import { LifeTag } from "./states";
import { ThreadsPanel } from "./threads-panel";
import { UsesPanel } from "./uses-panel";
import { VersionsPanel } from "./versions-panel";
import "./practices.css";

const AdoptionForm = dynamic(() => import("./adoption-form").then((module) => module.AdoptionForm), {
  ssr: false,
});

type Props = { township: string; id: string; names: MetricNames };

const headOf = ({
  topic,
  authorName,
  authorClass,
  number,
  publishedOn,
  retiredOn,
  retireReason,
}: EditionView["edition"]) =>
  `${authorName}（${classLabel(authorClass)}），${topicLabels[topic]}，第 ${number} 版，${publishedOn} 发布。` +
  (retiredOn === null ? "" : `${retiredOn} 起停止推广：${retireReason ?? ""}`);

/** A practice of the county's library, and whether to take it over [R90]. */
export function EditionPage({ township, id, names }: Props) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.practices.edition.queryOptions({ township, id }));
  const { edition, own, adoptionId, may } = data;
  const asked = { township, practice: edition.practiceId };
  const { data: around } = useQuery(trpc.practices.around.queryOptions(asked));
  const ask = useCommand(trpc.practices.ask.mutationOptions());
  const writes = useMay()("practices:write");
  const [adopting, setAdopting] = useState(false);
  const base = `/t/${township}/practices`;
  const speak = (_: string | null, words: string) => ask.run({ township, id, words });
  const use =
    adoptionId === null
      ? { label: "采用这条经验", decision: may.adopt, onClick: () => setAdopting(true) }
      : { label: "看本乡镇的采用情况", href: `${base}/adoptions/${adoptionId}` };
  return (
    <DetailPage
      crumbs={[{ label: "本县经验库", href: base }, { label: edition.title }]}
      title={edition.title}
      tag={<LifeTag life={edition.life} />}
      actions={
        <a className="btn" href={exportHref("effects.exportPractice", { township, id })} download>
          下载（Word）
        </a>
      }
      next={writes && !own ? <NextAction primary={use} /> : null}
    >
      <p className="soft">{headOf(edition)}</p>
      {own ? <Link href={`${base}/own/${edition.practiceId}`}>这是本乡镇的经验，去修改</Link> : null}
      <PracticeBody said={edition} />
      <PracticeEvidence
        evidence={edition.evidence.map(({ title, day, ref }) => ({
          title,
          day,
          href: evidenceHref(township, ref),
        }))}
        metrics={edition.metrics}
        names={names}
      />
      <EditionFiles files={edition.files} base={`/api/files/${township}/practices/${id}`} />
      {around === undefined ? null : (
        <>
          <UsesPanel uses={around.uses} all={own} />
          {own ? null : (
            <ThreadsPanel
              threads={around.threads}
              title="向这个乡镇提问"
              note="只有对方乡镇、本乡镇和县人大看得到"
              begin={writes && may.ask.allowed ? { label: "提问", askerId: null, speak } : undefined}
            />
          )}
          <VersionsPanel versions={around.versions} />
        </>
      )}
      {adopting ? (
        <AdoptionForm
          township={township}
          edition={edition}
          names={names}
          onClose={() => setAdopting(false)}
        />
      ) : null}
    </DetailPage>
  );
}
