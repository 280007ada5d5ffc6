"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import { Panel } from "@/ui/panel";

/** What a township keeps of what it should keep, one panel a kind, each with the way to its list. */
export function TownshipBasics({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().standing.ofTownship.queryOptions({ township }));
  const may = useMay();
  const kept = data.kinds.map(({ name }) => name).join("、");
  return (
    <ListPage title="基础工作" note={`${data.year} 年：${kept}是否到位，县人大可以看到`}>
      {data.kinds.map(({ type, name, path, right, text, gap }) => (
        <Panel
          key={type}
          title={name}
          extra={
            right === null || may(right) ? (
              <LinkButton href={`/t/${township}/${path}`}>查看和登记</LinkButton>
            ) : (
              <span className="soft">只有主席和办公室能看内容</span>
            )
          }
        >
          <p>{text}</p>
          {gap === null ? null : (
            <p>
              <StatusTag tone="warn">待补</StatusTag> {gap}
            </p>
          )}
        </Panel>
      ))}
    </ListPage>
  );
}
