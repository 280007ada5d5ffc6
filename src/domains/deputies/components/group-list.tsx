"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { LinkButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import { EmptyState } from "@/ui/states/empty-state";
import { type GroupAct, GroupCard } from "./group-card";
import "./deputies.css";

const AddMembers = dynamic(() => import("./group-forms").then((module) => module.AddMembers), { ssr: false });
const ChangeRole = dynamic(() => import("./group-forms").then((module) => module.ChangeRole), { ssr: false });
const LeaveGroup = dynamic(() => import("./group-forms").then((module) => module.LeaveGroup), { ssr: false });
const RemoveMember = dynamic(() => import("./group-forms").then((module) => module.RemoveMember), {
  ssr: false,
});

function OpenForm(props: { doing: GroupAct; township: string; today: Day; onClose: () => void }) {
  const { doing, ...shared } = props;
  switch (doing.what) {
    case "join":
      return <AddMembers {...shared} group={doing.group} />;
    case "role":
      return <ChangeRole {...shared} member={doing.member} />;
    case "leave":
      return <LeaveGroup {...shared} member={doing.member} />;
    case "remove":
      return <RemoveMember {...shared} member={doing.member} />;
  }
}

/** All groups side by side; deputies of every level may share one [R4]. */
export function GroupList({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().deputies.groups.queryOptions({ township }));
  const writes = useMay()("deputies:write");
  const [doing, setDoing] = useState<GroupAct | null>(null);
  return (
    <>
      <ListPage
        crumbs={[{ label: "代表", href: `/t/${township}/deputies` }, { label: "代表小组" }]}
        tabs={<GroupLists township={township} group={groups.deputies} />}
        title="代表小组"
        count={data.groups.length}
        countUnit="个"
        note="各级代表混合编组"
        actions={
          writes ? (
            <LinkButton href={`/t/${township}/deputies/groups/new`} primary shortcutNew>
              建立小组
            </LinkButton>
          ) : null
        }
      >
        {data.groups.length === 0 ? (
          <EmptyState title="还没有代表小组" body="先建立小组，再把各级代表编入；组长由成员推选。" />
        ) : (
          <div className="group-cards">
            {data.groups.map((group) => (
              <GroupCard key={group.id} township={township} group={group} writes={writes} onAct={setDoing} />
            ))}
          </div>
        )}
      </ListPage>
      {doing ? (
        <OpenForm doing={doing} township={township} today={data.today} onClose={() => setDoing(null)} />
      ) : null}
    </>
  );
}
