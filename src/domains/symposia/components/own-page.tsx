"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { OwnInvitation } from "../data/own";
import { answerLabels, kindLabels, partLabels } from "../labels";
import { GatheringTag } from "./gathering-tag";
import { OwnActs } from "./own-acts";
import { OwnCommitments } from "./own-commitments";
import "./symposia.css";

const none = <Value of="none" />;

const answerText = ({ answer, answerName, answerWhy, askedAnew }: OwnInvitation["invitation"]) =>
  answer === null
    ? askedAnew
      ? "日期或地点改过，请重新答复"
      : none
    : [answerLabels[answer], answerName, answerWhy].filter((word) => word !== null).join("，");

function factsOf({ gathering, invitation }: OwnInvitation) {
  return [
    { label: "类别", value: kindLabels[gathering.kind] },
    { label: "日期", value: gathering.heldOn },
    { label: "地点", value: gathering.place ?? none },
    { label: "身份", value: partLabels[invitation.part] },
    { label: "答复期限", value: gathering.answerBy ?? gathering.heldOn },
    { label: "答复", value: answerText(invitation) },
    { label: "主题", value: gathering.topic ?? none, wide: true },
    ...(gathering.calledOffWhy === null ? [] : [{ label: "取消原因", value: gathering.calledOffWhy }]),
    ...(gathering.minutes === null
      ? []
      : [
          { label: "到会", value: invitation.came === true ? (invitation.cameNames ?? "到会") : "没有到会" },
          { label: "纪要", value: <span className="said">{gathering.minutes}</span>, wide: true },
        ]),
    ...(invitation.learned === null ? [] : [{ label: "收获", value: invitation.learned, wide: true }]),
  ];
}

/** One invitation: what it is about, the answer, and what was promised there. */
export function InvitationPage({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().symposia.invitation.queryOptions({ township, id }));
  const may = useMay()("symposia:write");
  const { gathering, commitments, today } = data;
  return (
    <DetailPage
      crumbs={[
        { label: "受邀活动和承诺", href: `/t/${township}/exchange?year=${gathering.year}` },
        { label: gathering.title },
      ]}
      title={gathering.title}
      tag={<GatheringTag state={gathering.state} />}
      next={may ? <OwnActs township={township} data={data} /> : null}
      aside={<HistoryPanel entries={data.timeline} />}
    >
      <Panel title="邀请">
        <Facts items={factsOf(data)} />
      </Panel>
      {gathering.agenda.length === 0 ? null : (
        <Panel title="议程">
          <ol className="agenda">
            {gathering.agenda.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        </Panel>
      )}
      {commitments.length === 0 ? null : (
        <OwnCommitments township={township} commitments={commitments} today={today} />
      )}
    </DetailPage>
  );
}
