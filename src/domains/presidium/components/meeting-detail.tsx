"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { NextAction } from "@/ui/detail/next-action";
import { ActButton, LinkButton } from "@/ui/link-button";
import { MeetingFacts, MeetingTag, TurnoutPanel } from "./meeting-facts";

const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

export function MeetingDetail({ township, id }: { township: string; id: string }) {
  const may = useMay();
  const trpc = useTRPC();
  const { data: meeting } = useSuspenseQuery(trpc.presidium.byId.queryOptions({ township, id }));
  const remove = useCommand(trpc.presidium.void.mutationOptions());
  const [voiding, setVoiding] = useState(false);
  const list = `/t/${township}/presidium`;
  const live = meeting.voidedAt === null;
  const write = live && may("presidium:write");
  const roll = `${list}/${id}/attendance`;
  const rollLabel = meeting.turnout === null ? "登记出席" : "更正出席";
  return (
    <DetailPage
      crumbs={[{ label: "主席团", href: list }, { label: meeting.occurredOn }]}
      title={meeting.topic}
      tag={<MeetingTag meeting={meeting} />}
      actions={
        <>
          {write ? <LinkButton href={roll}>{rollLabel}</LinkButton> : null}
          {write ? <LinkButton href={`${list}/${id}/edit`}>修改</LinkButton> : null}
          {write ? (
            <ActButton danger onClick={() => setVoiding(true)}>
              作废
            </ActButton>
          ) : null}
        </>
      }
      next={
        write && meeting.turnout === null ? (
          <NextAction primary={{ label: rollLabel, href: roll, hint: "全体默认出席，只改请假和缺席" }} />
        ) : null
      }
      aside={<HistoryPanel entries={meeting.timeline} />}
    >
      <MeetingFacts meeting={meeting} />
      <TurnoutPanel meeting={meeting} />
      <RecordFiles township={township} recordType="presidiumMeeting" recordId={id} live={live} />
      {voiding ? (
        <VoidModal
          object={`主席团会议「${meeting.topic}」`}
          open
          onClose={() => setVoiding(false)}
          onVoid={(reason) => remove.run({ township, id, version: meeting.version, reason })}
        />
      ) : null}
    </DetailPage>
  );
}
