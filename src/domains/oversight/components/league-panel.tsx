import { LeagueBar } from "@/ui/charts/league-bar";
import type { ComparedRow, Comparison } from "../data/comparison";
import { byClass, leadersText } from "@/domains/figures/components/heat";

const pointsText = (row: ComparedRow) => (row.points === null ? undefined : `${row.points.toFixed(2)} 分`);

/** Places within each class; a number leads to the township's score page. */
export function LeaguePanel({ base, comparison }: { base: string; comparison: Comparison }) {
  const { townships, computed, computedIndicators, schemeAdopted, year } = comparison;
  const leaders = leadersText(townships);
  const scheme = schemeAdopted ? "本县方案" : "默认方案";
  return (
    <LeagueBar
      finding={leaders !== "" ? `各类居首：${leaders}` : "还没有可以排位的得分"}
      note={`已能计算 ${computedIndicators} 项共 ${computed} 分，${scheme}；只在同类中排位`}
      top={computed}
      classes={byClass(townships).map(({ label, rows }) => ({
        label,
        entries: rows.map((row) => ({
          id: row.code,
          name: row.shortName,
          figure: row.points ?? ("missing" as const),
          text: pointsText(row),
          href: `${base}/assessment/${row.code}?year=${year}`,
        })),
      }))}
    />
  );
}
