import type { Standing } from "@/lib/records/standing";

export type ProjectsOfYear = { projects: number; ballots: number; chosen: number; overdue: number };

/** How many projects a year has, whether they were put to the ballot, and what is behind its day [R82][R83]. */
export function projectsOfYear(figures: ProjectsOfYear | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的民生实事项目还没有登记` };
  const { projects, ballots, chosen, overdue } = figures;
  const text = `项目 ${projects} 项，票决 ${ballots} 次，入选 ${chosen} 项`;
  if (ballots === 0) return { text, gap: `${year}年的民生实事项目还没有票决` };
  return { text, gap: overdue > 0 ? `${overdue} 个项目节点到期没有完成并核实` : null };
}
