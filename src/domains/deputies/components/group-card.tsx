"use client";

import Link from "next/link";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton, LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { groupsWithMembers } from "../data/groups";
import { groupRoleLabels } from "../labels";
import { smallestGroup } from "../rules/roster";
import type { MemberFacts } from "./group-forms";
import { LevelTags } from "./level-tags";

export type Group = Awaited<ReturnType<typeof groupsWithMembers>>["groups"][number];
export type GroupAct =
  { what: "join"; group: Group } | { what: "role" | "leave" | "remove"; member: MemberFacts };

type Props = { township: string; group: Group; writes: boolean; onAct: (act: GroupAct) => void };

function MemberLine({
  township,
  member,
  writes,
  onAct,
}: Omit<Props, "group"> & { member: Group["members"][number] }) {
  return (
    <li>
      <Link href={`/t/${township}/deputies/${member.deputyId}`}>{member.name}</Link>
      {member.role === "member" ? null : <StatusTag tone="info">{groupRoleLabels[member.role]}</StatusTag>}
      <LevelTags held={member.levels} />
      {writes ? (
        <span className="row no-print">
          <button type="button" className="btn btn-quiet" onClick={() => onAct({ what: "role", member })}>
            职务
          </button>
          <button type="button" className="btn btn-quiet" onClick={() => onAct({ what: "leave", member })}>
            离组
          </button>
          <button type="button" className="btn btn-quiet" onClick={() => onAct({ what: "remove", member })}>
            录错了，移除
          </button>
        </span>
      ) : null}
    </li>
  );
}

/** One group: who is in it now, leaders first, and who was. */
export function GroupCard({ township, group, writes, onAct }: Props) {
  const present = group.members.filter((member) => member.current);
  const former = group.members.filter((member) => !member.current);
  return (
    <Panel
      title={group.name}
      note={[`${present.length} 人`, group.area].filter(Boolean).join(" · ")}
      extra={
        <span className="row no-print">
          {writes ? <ActButton onClick={() => onAct({ what: "join", group })}>增加成员</ActButton> : null}
          <LinkButton href={`/t/${township}/deputies/groups/${group.id}`}>小组情况</LinkButton>
        </span>
      }
    >
      {group.lacks.deputies ? (
        <p>
          <StatusTag tone="warn">不足 {smallestGroup} 人，宜并组或补充（地方组织法第43条）</StatusTag>
        </p>
      ) : null}
      {group.lacks.leader ? (
        <p>
          <StatusTag tone="warn">尚未明确组长</StatusTag>{" "}
          {writes ? <small>点成员后面的「职务」登记</small> : null}
        </p>
      ) : null}
      <ul className="group-members">
        {present.map((member) => (
          <MemberLine key={member.id} township={township} member={member} writes={writes} onAct={onAct} />
        ))}
      </ul>
      {former.length > 0 ? (
        <details className="group-former">
          <summary className="soft">以往的成员和职务 {former.length} 条</summary>
          <ul>
            {former.map((member) => (
              <li key={member.id} className="soft">
                {member.name}（{groupRoleLabels[member.role]}） {member.startsOn} 至 {member.endsOn}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
