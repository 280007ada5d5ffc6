"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Panel } from "@/ui/panel";
import { ChangesAfter } from "./changes-after";

/** What a township is told of a frozen year; nothing while the year still moves. */
export function OwnFreeze({ township, year }: { township: string; year: number }) {
  const { data } = useSuspenseQuery(useTRPC().assessments.ownFreeze.queryOptions({ township, year }));
  const { frozen, changes } = data;
  if (frozen === null) return null;
  return (
    <Panel title="封存">
      <div className="stack">
        <p>{`已封存：${year} 年考核由县人大于 ${frozen.on} 封存，系统算出的得分和位次就此固定。修改这一年的记录要写明理由，得分不变。`}</p>
        <p className="soft">
          摘要（SHA-256）<code className="freeze-hash">{frozen.hash}</code>
        </p>
        <ChangesAfter changes={changes} />
      </div>
    </Panel>
  );
}
