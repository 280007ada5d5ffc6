import type { ReactNode } from "react";
import "@/domains/figures/components/figures.css";
import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import type { CheckStanding } from "../data";

/** @property over why nothing can be drawn or noted any more */
type Props = { standing: CheckStanding; over?: string | null; actions?: ReactNode };

/** Where the draw stands, in a sentence that says what comes next. */
function stateOf({ year, today, frozenOn, announcement, draw }: CheckStanding): string {
  if (frozenOn === null) return `${year} 年考核还没有封存。封存后才能抽查。`;
  if (draw !== null) return `已于 ${draw.on} 抽取，由${draw.by}经办。一年只抽一次。`;
  if (announcement === null) return "还没有公布抽查办法。";
  const { source, opensOn, per } = announcement;
  const waits = opensOn > today ? `，${opensOn} 产生后抽取` : "，号码已经产生，可以抽取";
  return `已公布：用“${source}”抽取，每项指标每个乡镇抽 ${per} 条${waits}。`;
}

/** What was drawn stays told; of what was not nothing comes next once it is over. */
const toldOf = (standing: CheckStanding, over: string | null): string[] => [
  ...(standing.draw !== null || over === null ? [stateOf(standing)] : []),
  ...(over === null ? [] : [over]),
];

/** How anybody draws the same list, in words that are printed with it. */
function HowDrawn({ per }: { per: number }) {
  return (
    <ol className="soft">
      <li>种子 =（封存摘要|号码）的 SHA-256，十六进制小写；竖线是半角，号码与上面印的一字不差。</li>
      <li>
        每条计入指标的记录算一个数：（种子|乡镇代码|指标编号|记录编号）的 SHA-256；每个乡镇每项指标取最小的{" "}
        {per} 条，不足的全取。
      </li>
      <li>
        有公布的数据文件的人都可以重抽核对：
        <code>{`npm run score:verify -- 文件名.json --seed "号码" --per ${per}`}</code>
      </li>
    </ol>
  );
}

/** How a year's records are drawn, and why nobody can choose them. */
export function DrawPanel({ standing, over = null, actions }: Props) {
  const { announcement, draw } = standing;
  const per = draw?.per ?? announcement?.per ?? null;
  return (
    <Panel title="怎样抽取" extra={actions}>
      <div className="stack">
        {toldOf(standing, over).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {draw === null ? null : (
          <Facts
            items={[
              { label: "公开号码", value: announcement?.source ?? null },
              { label: "号码", value: draw.text },
              { label: "每项条数", value: `${String(draw.per)} 条` },
              {
                label: "封存摘要",
                value: <code className="freeze-hash">{draw.snapshotHash}</code>,
                wide: true,
              },
              { label: "种子", value: <code className="freeze-hash">{draw.seed}</code>, wide: true },
            ]}
          />
        )}
        <p className="soft">
          封存摘要在号码产生以前就定了，用哪个号码也在产生以前公布，所以谁都不能挑抽到哪些记录。抽查结果不直接扣分，“不符”“查无”的交评审组核实。
        </p>
        {per === null ? null : <HowDrawn per={per} />}
      </div>
    </Panel>
  );
}
