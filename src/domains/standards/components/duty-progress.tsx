"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { ProgressTags } from "./progress-tags";

/** What the deputy has done of the year's standard, and the way to what is missing or disputed. */
export function DutyProgress({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().standards.ofDeputy.queryOptions({ township, id }));
  const write = useMay()("duty:write");
  const { year, standard, deputy } = data;
  if (deputy === null) return null;
  const base = `/t/${township}`;
  return (
    <Panel
      title={`${year} 年履职：${deputy.missing ?? "已达标"}`}
      note={`按「${standard.name}」：${standard.text}`}
      extra={
        write ? (
          <>
            <LinkButton href={`${base}/deputy-visits/new?deputyId=${id}`}>登记走访</LinkButton>{" "}
            <LinkButton href={`${base}/duty-disputes/new?deputyId=${id}`}>有异议</LinkButton>
          </>
        ) : null
      }
    >
      <ProgressTags items={deputy.items} />
    </Panel>
  );
}
