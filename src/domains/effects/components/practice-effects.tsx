"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Panel } from "@/ui/panel";
import { noProof } from "../labels";
import { EffectLines } from "./effect-lines";

/** The same for the county, of every township that took the practice over. */
export function PracticeEffects({ id }: { id: string }) {
  const { data } = useQuery(useTRPC().effects.ofPractice.queryOptions({ id }));
  if (data === undefined || data.rows.every(({ effects }) => effects.length === 0)) return null;
  return (
    <Panel title="采用前后对照" note="各采用乡镇与没有采用的乡镇相比">
      {data.rows.map(({ id: use, adopterName, beganOn, effects }) => (
        <details key={use} open={data.rows.length === 1}>
          <summary>{`${adopterName}，采用从 ${beganOn} 算起`}</summary>
          <EffectLines effects={effects} who={adopterName} />
        </details>
      ))}
      <p className="soft">{noProof}</p>
    </Panel>
  );
}
