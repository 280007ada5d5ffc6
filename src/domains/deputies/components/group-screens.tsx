"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import type { Screens, ShownRecord } from "@/domains/records/components/slots";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { StatusTag } from "@/ui/detail/status-tag";
import { groupRoleLabels } from "../labels";
import "./deputies.css";

const AddMembers = dynamic(() => import("./group-forms").then((module) => module.AddMembers), { ssr: false });

/** Who is in the group now, leaders first; they come and go on the page of all groups. */
function Members({ township, record }: { township: string; record: ShownRecord }) {
  const { data } = useQuery(useTRPC().deputies.groups.queryOptions({ township }));
  const [adding, setAdding] = useState(false);
  const write = useMay()("deputies:write") && record.voidedAt === null;
  if (data === undefined) return null;
  const group = data.groups.find(({ id }) => id === record.id);
  const present = group?.members.filter(({ current }) => current) ?? [];
  return (
    <Panel
      title="成员"
      note={`${present.length} 人`}
      extra={write ? <ActButton onClick={() => setAdding(true)}>增加成员</ActButton> : null}
    >
      {present.length === 0 ? <p className="soft">还没有成员{write ? "，请点「增加成员」" : ""}。</p> : null}
      <ul className="group-members">
        {present.map((member) => (
          <li key={member.id}>
            <Link href={`/t/${township}/deputies/${member.deputyId}`}>{member.name}</Link>{" "}
            {member.role === "member" ? null : (
              <StatusTag tone="info">{groupRoleLabels[member.role]}</StatusTag>
            )}
            <small>{member.startsOn} 起</small>
          </li>
        ))}
      </ul>
      {adding && group !== undefined ? (
        <AddMembers township={township} group={group} today={data.today} onClose={() => setAdding(false)} />
      ) : null}
    </Panel>
  );
}

export const groupScreens: Screens = {
  detail: { panels: Members },
  form: {
    intro: "各级代表可以混合编组，三名以上代表组成一组（地方组织法第43条）。",
    // Not today: whoever sets up the township enters groups that have met for years.
    initial: () => ({ sortOrder: 1 }),
  },
};
