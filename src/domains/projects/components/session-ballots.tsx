"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";

/** The ballots on livelihood projects that were held at a session, on the session's own page. */
export function SessionBallots({ township, id }: { township: string; id: string }) {
  const { data = [] } = useQuery(useTRPC().projectBallots.ofSession.queryOptions({ township, id }));
  const write = useMay()("projects:write");
  const base = `/t/${township}/projects/ballots`;
  return (
    <Panel title="民生实事票决" extra={write ? <LinkButton href={`${base}/new`}>登记票决</LinkButton> : null}>
      {data.length === 0 ? <p className="soft">没有登记票决。</p> : null}
      {data.map(({ id: ballot, year, occurredOn, candidates, chosen, won }) => (
        <p key={ballot}>
          <Link href={`${base}/${ballot}`}>
            {occurredOn} {year}年民生实事项目票决
          </Link>
          ：候选 {candidates} 项，入选 {chosen} 项{won === null ? "" : `（${won}）`}
        </p>
      ))}
    </Panel>
  );
}
