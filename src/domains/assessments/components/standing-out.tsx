import Link from "next/link";
import { classLabel } from "@/domains/tenancy/labels";
import { Panel } from "@/ui/panel";
import type { SchemeHead, ScoreSheet } from "../data/scores";
import { percentileText } from "../labels";

type Placed = ScoreSheet["weakest"];
type Props = { head: SchemeHead; sheet: ScoreSheet };

function Few({ title, placed, head, sheet }: Props & { title: string; placed: Placed }) {
  const nameOf = (code: string) =>
    head.dimensions.flatMap(({ indicators }) => indicators).find((one) => one.code === code)?.name ?? "";
  return (
    <div>
      <h3>{title}</h3>
      <ol>
        {placed.map(({ code, percentile }) => {
          const score = sheet.scores.find((one) => one.code === code);
          return (
            <li key={code}>
              <a href={`#${code}`}>
                {code} {nameOf(code)}
              </a>{" "}
              {score?.points ?? 0} / {score?.max ?? 0} 分{" "}
              <span className="soft">{percentileText(percentile)}</span>
            </li>
          );
        })}
      </ol>
      {placed.length === 0 ? <p className="soft">没有明显的{title.slice(0, 2)}项。</p> : null}
    </div>
  );
}

/** The weakest three and the strongest three against the class; nothing is said of a class with fewer than three figures. */
export function StandingOut({ head, sheet, rest }: Props & { rest?: string | undefined }) {
  const { township, percentile, weakest, strongest } = sheet;
  if (weakest.length === 0 && strongest.length === 0) return null;
  return (
    <Panel
      title="与同类比"
      note={`${classLabel(township.class)}${percentile === null ? "" : ` · 总分${percentileText(percentile)}`}`}
      extra={rest === undefined ? null : <Link href={rest}>看各方面</Link>}
    >
      <div className="stands-out">
        <Few title="最弱三项" placed={weakest} head={head} sheet={sheet} />
        <Few title="最强三项" placed={strongest} head={head} sheet={sheet} />
      </div>
    </Panel>
  );
}
