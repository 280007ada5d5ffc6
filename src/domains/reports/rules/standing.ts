import type { Standing } from "@/lib/records/standing";

export type ReportsOfYear = { heard: number; deliberated: number; lawGovernment: boolean };

/** What was heard in the year, how much of it deliberated, and whether the government reported on its lawfulness [R24][R39]. */
export function reportsOfYear(figures: ReportsOfYear | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年听取的专项工作报告还没有登记` };
  const { heard, deliberated, lawGovernment } = figures;
  const open = heard - deliberated;
  const gaps = [
    ...(open > 0 ? [`${open} 项报告听取后还没有审议意见`] : []),
    ...(lawGovernment ? [] : [`${year}年还没有听取法治政府建设年度报告`]),
  ];
  return {
    text: `听取报告 ${heard} 项，有审议意见 ${deliberated} 项`,
    gap: gaps.length === 0 ? null : gaps.join("；"),
  };
}
