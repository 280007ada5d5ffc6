"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { CountyActs } from "./county-acts";
import { RequestSteps } from "./request-steps";
import { RequestTag } from "./request-tags";
import { RequestText } from "./request-text";

/** A township's request in front of the county [R92]. */
export function CountyRequest({ county, id }: { county: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().requests.request.queryOptions({ id }));
  const may = useMay()("requests:answer");
  const { request, state, township, today } = data;
  const late = state === "sent" ? data.receivedLate : data.late;
  return (
    <DetailPage
      crumbs={[{ label: "乡镇请示", href: `/c/${county}/requests` }, { label: request.title }]}
      title={`${township.name}：${request.title}`}
      tag={<RequestTag state={state} late={late} />}
      steps={<RequestSteps request={request} state={state} answerBy={data.answerBy} today={today} />}
      next={may ? <CountyActs data={data} /> : null}
    >
      <RequestText request={request} late={data.late} />
      {request.againId === null ? null : (
        <p>
          乡镇对答复不满意，<Link href={`/c/${county}/requests/${request.againId}`}>又送来一件请示</Link>。
        </p>
      )}
      {request.againOfId === null ? null : (
        <p>
          这是再次请示，<Link href={`/c/${county}/requests/${request.againOfId}`}>看上一次</Link>。
        </p>
      )}
      <RecordFiles township={township.code} recordType="townshipRequest" recordId={id} live={false} />
    </DetailPage>
  );
}
