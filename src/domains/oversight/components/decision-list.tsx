import Link from "next/link";
import type { Decision } from "../data/home";

type Names = ReadonlyMap<string, string>;

const words = {
  suggestionsOverdue: {
    title: (n: number) => `逾期建议 ${n} 件`,
    none: "没有逾期的建议",
    page: "suggestions?overdue=yes&year=all",
  },
  presidiumMissing: {
    title: (n: number) => `${n} 个乡镇本季未开主席团会议`,
    none: "本季主席团会议都已召开",
    page: "presidium",
  },
  findingsOverdue: {
    title: (n: number) => `逾期问题 ${n} 个`,
    none: "没有逾期未销号的问题",
    page: "supervision/findings?overdue=yes",
  },
  nothingEntered: { title: (n: number) => `${n} 个乡镇今年还没有录入`, none: "各乡镇今年都有录入", page: "" },
} as const satisfies Record<Decision["kind"], { title: (n: number) => string; none: string; page: string }>;

const shown = 6;

type DecisionOf = Decision & { names: Names };

function Township({ kind, names, code, count }: DecisionOf & { code: string; count: number }) {
  const { page } = words[kind];
  return (
    <li>
      <Link href={`/t/${code}${page === "" ? "" : `/${page}`}`}>
        {names.get(code) ?? code}
        {kind === "suggestionsOverdue" || kind === "findingsOverdue" ? ` ${count}` : ""}
      </Link>
    </li>
  );
}

/** The first townships at a glance, the rest one click away: every number can be opened. */
function Townships(decision: DecisionOf) {
  const { townships } = decision;
  const rest = townships.slice(shown);
  return (
    <>
      <ul>
        {townships.slice(0, shown).map((row) => (
          <Township key={row.code} {...decision} {...row} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary className="soft">另有 {rest.length} 个乡镇</summary>
          <ul>
            {rest.map((row) => (
              <Township key={row.code} {...decision} {...row} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** What needs a decision today, each number leading to the township where it lies. */
export function DecisionList({ decisions, names }: { decisions: readonly Decision[]; names: Names }) {
  return (
    <ul className="decisions">
      {decisions.map((decision) => {
        const { kind, total } = decision;
        const { title, none } = words[kind];
        return (
          <li key={kind} className={total > 0 ? "panel decision decision-due" : "panel decision"}>
            <strong>{total > 0 ? title(total) : none}</strong>
            <Townships {...decision} names={names} />
          </li>
        );
      })}
    </ul>
  );
}
