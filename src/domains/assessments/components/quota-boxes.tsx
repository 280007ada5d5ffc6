"use client";

import type { Formula } from "@/domains/figures/rules/scheme";
import { NumberBox } from "./boxes";

type Props = { formula: Formula & { kind: "quota" }; onChange: (formula: Formula) => void };

/** A quota, its points, and what each one beyond it or short of it brings; over a share each percentage point is one. */
export function Quota({ formula, onChange }: Props) {
  const set = (part: Partial<typeof formula>) => onChange({ ...formula, ...part });
  const shares = formula.over === "ratio";
  const one = shares ? "一个百分点" : "一个";
  return (
    <>
      <NumberBox
        label="定额"
        {...(shares ? { unit: "%", times: 100 } : {})}
        value={formula.target}
        onChange={(target) => set({ target })}
      />
      <NumberBox label="达到定额得" unit="分" value={formula.base} onChange={(base) => set({ base })} />
      <NumberBox label={`每多${one}加`} unit="分" value={formula.more} onChange={(more) => set({ more })} />
      <NumberBox label={`每少${one}扣`} unit="分" value={formula.less} onChange={(less) => set({ less })} />
    </>
  );
}
