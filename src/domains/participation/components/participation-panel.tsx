"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { kinds, recordHref } from "@/domains/registry";
import type { Face } from "@/lib/records/kind";
import { useTRPC } from "@/trpc/client";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { Participation } from "../data";

const parts = kinds.flatMap(({ type, duty }: Face) => (duty === undefined ? [] : { type, ...duty }));

type SectionProps = { township: string; part: (typeof parts)[number]; mine: readonly Participation[] };

/** Nothing recorded is told as such. */
function Section({ township, part: { type, title, roles }, mine }: SectionProps) {
  const total = mine[0]?.total ?? 0;
  return (
    <section aria-label={title}>
      <h3>
        {title} <Value of={total === 0 ? "none" : total} digits={0} unit=" 次（件）" />
      </h3>
      <ul>
        {mine.map((item) => (
          <li key={`${item.id}${item.role}`}>
            <span className="soft">{item.day}</span>{" "}
            <Link href={recordHref(township, type, item.id) ?? "#"}>{item.title}</Link>{" "}
            <small>{roles[item.role] ?? ""}</small>
          </li>
        ))}
      </ul>
      {total > mine.length ? <small>这里列出最近 {mine.length} 条</small> : null}
    </section>
  );
}

/** Where the deputy took part: the count, and the records that make it. */
export function ParticipationPanel({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.participation.ofDeputy.queryOptions({ township, id }));
  return (
    <Panel title="履职记录" note="由会议签到、建议和活动记录汇成，不另行填写">
      <div className="stack">
        {parts.map((part) => (
          <Section
            key={part.type}
            township={township}
            part={part}
            mine={data.filter(({ type }) => type === part.type)}
          />
        ))}
      </div>
    </Panel>
  );
}
