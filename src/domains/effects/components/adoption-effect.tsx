"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Panel } from "@/ui/panel";
import { noProof, yearsText } from "../labels";
import { EffectLines } from "./effect-lines";

/** What the figures of this township did since it took a practice over, beside those that did without. */
export function AdoptionEffect({ township, id }: { township: string; id: string }) {
  const { data } = useQuery(useTRPC().effects.ofAdoption.queryOptions({ township, adoption: id }));
  if (data === undefined) return null;
  const [first] = data.effects;
  return (
    <Panel
      title="采用前后对照"
      {...(first === undefined ? {} : { note: yearsText(data.since, first.years) })}
    >
      {first === undefined ? <p>这条经验没有关联指标，不能用数字对照；请在「确认效果」里写明变化。</p> : null}
      <EffectLines effects={data.effects} />
      {first === undefined ? null : <p className="soft">{noProof}</p>}
    </Panel>
  );
}
