import Link from "next/link";
import type { Decision } from "../data/home";

type Names = ReadonlyMap<string, string>;

const words = {
  suggestionsOverdue: {
    title: (n: number) => `逾期建议 ${n} 件`,
    none: "没有逾期未答复的建议",
    page: "suggestions",
  },
  presidiumMissing: {
    title: (n: number) => `${n} 个乡镇本季未开主席团会议`,
    none: "本季主席团会议都已召开",
    page: "presidium",
  },
  findingsOverdue: {
    title: (n: number) => `逾期问题 ${n} 个`,
    none: "没有逾期未销号的问题",
    page: "supervision",
  },
  nothingEntered: { title: (n: number) => `${n} 个乡镇今年还没有录入`, none: "各乡镇今年都有录入", page: "" },
} as const satisfies Record<Decision["kind"], { title: (n: number) => string; none: string; page: string }>;

const shown = 6;

/** What needs a decision today, each number leading to the township where it lies. */
export function DecisionList({ decisions, names }: { decisions: readonly Decision[]; names: Names }) {
  return (
    <ul className="decisions">
      {decisions.map(({ kind, total, townships }) => {
        const { title, none, page } = words[kind];
        return (
          <li key={kind} className={total > 0 ? "panel decision decision-due" : "panel decision"}>
            <strong>{total > 0 ? title(total) : none}</strong>
            <ul>
              {townships.slice(0, shown).map(({ code, count }) => (
                <li key={code}>
                  <Link href={`/t/${code}${page === "" ? "" : `/${page}`}`}>
                    {names.get(code) ?? code}
                    {kind === "suggestionsOverdue" || kind === "findingsOverdue" ? ` ${count}` : ""}
                  </Link>
                </li>
              ))}
              {townships.length > shown ? <li className="soft">等 {townships.length} 个乡镇</li> : null}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
