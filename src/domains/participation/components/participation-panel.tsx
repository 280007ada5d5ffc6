"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { kinds, recordHref } from "@/domains/registry";
import type { Face } from "@/lib/records/kind";
import { useTRPC } from "@/trpc/client";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { Participation } from "../data";

type Part = { type: string; roles: Readonly<Record<string, string>> };

const duties = kinds.flatMap(({ type, duty }: Face) => (duty === undefined ? [] : [{ type, ...duty }]));

/** Kinds by what a part in them is called; two that are called the same are one. */
const parts = [...new Set(duties.map(({ title }) => title))].map((title) => ({
  title,
  of: duties.filter((one) => one.title === title),
}));

type Mine = { item: Participation; part: Part };

const mineOf = (of: readonly Part[], all: readonly Participation[]): Mine[] =>
  all.flatMap((item) => of.filter(({ type }) => type === item.type).map((part) => ({ item, part })));

function Section({ township, title, mine }: { township: string; title: string; mine: readonly Mine[] }) {
  const totals = new Map(mine.map(({ item }) => [item.type, item.total]));
  const total = [...totals.values()].reduce((sum, one) => sum + one, 0);
  return (
    <section aria-label={title}>
      <h3>
        {title} <Value of={total} digits={0} unit=" 次（件）" />
      </h3>
      <ul>
        {mine.map(({ item, part: { type, roles } }) => (
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

/** Where the deputy took part: the count, and the records that make it. Of what there is nothing, the last line tells. */
export function ParticipationPanel({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.participation.ofDeputy.queryOptions({ township, id }));
  const told = parts.map(({ title, of }) => ({ title, mine: mineOf(of, data) }));
  const none = told.filter(({ mine }) => mine.length === 0).map(({ title }) => title);
  return (
    <Panel title="履职记录" note="由会议签到、建议和活动记录汇成，不另行填写">
      <div className="stack">
        {told.map(({ title, mine }) =>
          mine.length === 0 ? null : <Section key={title} township={township} title={title} mine={mine} />,
        )}
        {none.length === 0 ? null : <p className="soft">没有登记过：{none.join("、")}</p>}
      </div>
    </Panel>
  );
}
