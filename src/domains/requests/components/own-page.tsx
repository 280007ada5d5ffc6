"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { OwnActs } from "./own-acts";
import { RequestSteps } from "./request-steps";
import { RequestTag } from "./request-tags";
import { RequestText } from "./request-text";

/** A request as the township that sent it sees it [R92]. */
export function OwnRequest({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().requests.byId.queryOptions({ township, id }));
  const may = useMay()("requests:write");
  const { request, state, today } = data;
  const base = `/t/${township}/requests`;
  return (
    <DetailPage
      crumbs={[{ label: "请示", href: base }, { label: request.title }]}
      title={request.title}
      tag={<RequestTag state={state} late={state === "sent" ? data.receivedLate : data.late} />}
      steps={<RequestSteps request={request} state={state} answerBy={data.answerBy} today={today} />}
      next={may ? <OwnActs township={township} data={data} /> : null}
    >
      <RequestText request={request} late={data.late} />
      {request.againId === null ? null : (
        <p>
          对这次答复不满意，<Link href={`${base}/${request.againId}`}>已再次请示</Link>。
        </p>
      )}
      {request.againOfId === null ? null : (
        <p>
          这是再次请示，<Link href={`${base}/${request.againOfId}`}>看上一次的答复</Link>。
        </p>
      )}
      <RecordFiles township={township} recordType="townshipRequest" recordId={id} />
      <HistoryPanel entries={data.timeline} />
    </DetailPage>
  );
}
