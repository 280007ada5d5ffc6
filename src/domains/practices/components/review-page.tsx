"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { NextAction } from "@/ui/detail/next-action";
import { Panel } from "@/ui/panel";
import { topicLabels } from "../labels";
import { AlikeList } from "./alike-list";
import type { MetricNames } from "./names";
import { EditionFiles, PracticeBody, PracticeEvidence } from "./practice-body";
import { PracticeTag } from "./states";
import { ThreadsPanel } from "./threads-panel";
import { ChangedLines } from "./versions-panel";
import "./practices.css";

const ReasonForm = dynamic(() => import("./reason-form").then((module) => module.ReasonForm), { ssr: false });

type Props = { county: string; id: string; names: MetricNames };

/** What a township handed in: published, or returned with a reason. */
export function ReviewPage({ county, id, names }: Props) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.practices.review.queryOptions({ id }));
  const publish = useCommand(trpc.practices.publish.mutationOptions());
  const giveBack = useCommand(trpc.practices.return.mutationOptions());
  const word = useCommand(trpc.practices.countyWord.mutationOptions());
  const reviews = useMay()("practices:review");
  const router = useRouter();
  const [returning, setReturning] = useState(false);
  const { practice, township, alike, changes, may } = data;
  const seen = { id, version: practice.version };
  const base = `/c/${county}/practices`;
  const open = async () => {
    const { id: edition } = await publish.run(seen);
    router.push(`${base}/${edition}`);
  };
  const speak = (askerId: string | null, words: string) => word.run({ id, askerId, words });
  const act = {
    label: "发布到全县",
    decision: may.review,
    busy: publish.isPending,
    onClick: () => void open(),
  };
  const back = { label: "退回修改", decision: may.review, onClick: () => setReturning(true) };
  return (
    <DetailPage
      crumbs={[
        { label: "本县经验库", href: base },
        { label: "待审核的经验", href: `${base}/review` },
        { label: practice.title },
      ]}
      title={practice.title}
      tag={<PracticeTag state={practice.state} />}
      next={
        reviews && practice.state === "confirmed" ? <NextAction primary={act} secondary={[back]} /> : null
      }
    >
      <p className="soft">
        {`${township}，${topicLabels[practice.topic]}，第 ${practice.number} 版，${practice.confirmedOn ?? ""} 由${practice.confirmedByName ?? ""}确认。`}
      </p>
      <Panel title="和别的乡镇相近的经验" note="人名、地名、数字不算">
        {alike.length === 0 ? (
          <p>没有发现文字相同或内容相近的。</p>
        ) : (
          <AlikeList rows={alike} hrefOf={() => null} />
        )}
      </Panel>
      {changes.length === 0 ? null : (
        <Panel title="比上一版改了什么">
          <ChangedLines changes={changes} />
        </Panel>
      )}
      <PracticeBody said={practice} />
      <PracticeEvidence
        evidence={practice.evidence.map(({ title, day }) => ({ title, day, href: null }))}
        metrics={practice.metrics}
        names={names}
      />
      <EditionFiles files={data.files} base={`/api/files/${data.townshipCode}`} />
      <ThreadsPanel
        threads={data.threads}
        title="与乡镇的意见往来"
        note="只有这个乡镇和县人大看得到"
        reply={reviews ? { label: "回复", speak } : undefined}
        begin={
          reviews && data.threads.length === 0
            ? { label: `给${township}留言`, askerId: null, speak }
            : undefined
        }
      />
      {returning ? (
        <ReasonForm
          title={`退回「${practice.title}」`}
          act="退回"
          max={500}
          intro="乡镇会看到原因，改好后再确认、再报来。"
          onClose={() => setReturning(false)}
          onSubmit={(reason) => giveBack.run({ ...seen, reason })}
        />
      ) : null}
    </DetailPage>
  );
}
