"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { dayOf, yearOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { Waiting } from "../data/figures";
import { supervisesOnly } from "../labels";
import { handedTitle } from "../record";

type OneProps = { township: string; waiting: Waiting; today: string };

/** What the county handed over, until one click makes it a petition of the township's own. */
function HandedOver({ township, waiting, today }: OneProps) {
  const router = useRouter();
  const take = useCommand(useTRPC().petitions.takeOver.mutationOptions());
  const { id, number, topic, handedOn, dueOn } = waiting;
  return (
    <div className="row">
      <span>
        {handedTitle(number)}「{topic}」，{handedOn} 交办，应于 {dueOn} 前反馈{" "}
        {dueOn < today ? <StatusTag tone="bad">已逾期</StatusTag> : null}
      </span>
      <ActButton
        primary
        onClick={async () => {
          const made = await take.run({ township, id });
          router.push(`/t/${township}/petitions/${made.id}`);
        }}
      >
        接收
      </ActButton>
    </div>
  );
}

/** The four targets of a year, and what the county handed over and nobody took over yet. */
export function YearPanel({ township, year }: { township: string; year: number | null }) {
  const asked = { township, year: year ?? yearOf(dayOf(new Date())) };
  const { data } = useSuspenseQuery(useTRPC().petitions.year.queryOptions(asked));
  const { received, targets, waiting, today } = data;
  return (
    <>
      {waiting.length === 0 ? null : (
        <Panel title={`县人大交办，待接收 ${waiting.length} 件`}>
          {waiting.map((one) => (
            <HandedOver key={one.id} township={township} waiting={one} today={today} />
          ))}
        </Panel>
      )}
      <Panel title={`${data.year} 年收到信访件 ${received} 件`} note={supervisesOnly}>
        {received === 0 ? (
          <p className="soft">登记后这里显示受理率、交办率、办结率和回访率。</p>
        ) : (
          <Facts
            items={targets.map(({ label, what, done, due, percent }) => ({
              label,
              value: percent === null ? "还没有办结的" : `${percent}%（${what} ${done}/${due} 件）`,
            }))}
          />
        )}
      </Panel>
    </>
  );
}
