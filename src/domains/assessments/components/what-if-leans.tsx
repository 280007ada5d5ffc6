import { classLabel } from "@/domains/tenancy/labels";
import { Panel } from "@/ui/panel";
import type { Lean, Neighbours } from "../rules/what-if";

const shown = 5;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

function sentenceOf(leans: readonly Lean[]): string {
  const [first, ...rest] = leans.slice(0, 3);
  if (first === undefined) return "各乡镇拉不开差距，位次不靠任何一项的分值。";
  const others = rest.map(({ code, name, share }) => `${code} ${name}（${percent(share)}）`).join("、");
  const then = others === "" ? "" : `，其次是 ${others}`;
  return `位次最靠 ${first.code} ${first.name} 的分值：乡镇之间的差距变动有 ${percent(first.share)} 由它决定${then}。这几项的分值定得准不准，最影响排位。`;
}

function swapText({ ahead, behind, change }: Neighbours): string {
  if (change === null) return `${ahead} 领先 ${behind}：任何一项的分值减到 0 或翻一倍，都换不了位。`;
  const verb = change.to > change.from ? "加到" : "减到";
  return `${ahead} 与 ${behind}：把 ${change.code} ${change.name} 从 ${change.from} 分${verb} ${change.to} 分（其他不动），两者就换位。`;
}

const sizeOf = ({ change }: Neighbours): number =>
  change === null ? Infinity : Math.abs(change.to - change.from) / change.from;

/** What the ranking hangs on, in words: the heaviest weights, and how little it takes to swap two neighbours. */
export function WhatIfLeans({
  leans,
  neighbours,
}: {
  leans: readonly Lean[];
  neighbours: readonly Neighbours[];
}) {
  const nearest = neighbours.toSorted((one, other) => sizeOf(one) - sizeOf(other));
  return (
    <Panel title="位次靠什么">
      <div className="stack">
        <p>{sentenceOf(leans)}</p>
        {nearest.length > 0 ? <h3>最小改多少就换位（从最容易换的说起）</h3> : null}
        <ul className="what-if-swaps">
          {nearest.slice(0, shown).map((pair) => (
            <li key={`${pair.ahead} ${pair.behind}`}>
              {classLabel(pair.class)}：{swapText(pair)}
            </li>
          ))}
        </ul>
        {nearest.length > shown ? (
          <details>
            <summary>其余 {nearest.length - shown} 对相邻乡镇</summary>
            <ul className="what-if-swaps">
              {nearest.slice(shown).map((pair) => (
                <li key={`${pair.ahead} ${pair.behind}`}>
                  {classLabel(pair.class)}：{swapText(pair)}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </Panel>
  );
}
