"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTRPC } from "@/trpc/client";
import { LinkButton } from "@/ui/link-button";
import { EmptyState } from "@/ui/states/empty-state";

const SessionForm = dynamic(() => import("./session-form").then((module) => module.SessionForm), {
  ssr: false,
});

export function NewSession({ township }: { township: string }) {
  const { data: terms } = useSuspenseQuery(useTRPC().sessions.terms.queryOptions({ township }));
  if (terms.length === 0) {
    return (
      <EmptyState
        page
        title="先登记届次"
        body="每次会议都属于一届。请先在「人代会」页登记本届的起止日期，再登记会议。"
        action={
          <LinkButton href={`/t/${township}/sessions`} primary>
            去登记届次
          </LinkButton>
        }
      />
    );
  }
  return <SessionForm township={township} session={null} />;
}

export function EditSession({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().sessions.byId.queryOptions({ township, id }));
  return <SessionForm township={township} session={data} />;
}
