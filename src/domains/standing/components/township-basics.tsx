"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { ListPage } from "@/ui/list/list-page";
import { Panel } from "@/ui/panel";
import { grouped } from "./grouped";

/** What a township keeps of what it should keep, one panel an entry of the menu, each kind with the way to its list. */
export function TownshipBasics({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().standing.ofTownship.queryOptions({ township }));
  const may = useMay();
  const kept = data.kinds.map(({ name }) => name).join("、");
  return (
    <ListPage
      tabs={<GroupLists township={township} group={groups.basics} />}
      title="基础工作"
      note={`${data.year} 年：${kept}是否到位，县人大可以看到`}
    >
      {grouped(data.kinds).map(({ key, name: group, kinds }) => (
        <Panel key={key} title={group}>
          <ul className="kept kept-lines">
            {kinds.map(({ type, name, path, right, text, gap }) => (
              <li key={type} className="kept-line">
                {right === null || may(right) ? (
                  <Link href={`/t/${township}/${path}`}>{name}</Link>
                ) : (
                  <span>{name}</span>
                )}
                <span>
                  {text}
                  {right === null || may(right) ? null : (
                    <span className="soft">（只有主席和办公室能看内容）</span>
                  )}
                  {gap === null ? null : (
                    <>
                      {" "}
                      <StatusTag tone="warn">待补</StatusTag> {gap}
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </ListPage>
  );
}
