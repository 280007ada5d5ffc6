import type { Standing } from "@/lib/records/standing";

/** The five steps in the order in which a year's money passes through them [R38]. */
export const fiscalStepLabels = {
  budget: "预算编制",
  execution: "预算执行",
  adjustment: "预算调整",
  accounts: "决算",
  projects: "重点支出和项目",
} as const;
export type FiscalStep = keyof typeof fiscalStepLabels;
export const fiscalSteps = Object.keys(fiscalStepLabels) as FiscalStep[];

/** Which of the five steps a year's records have seen to, and which are missing. */
export function fiscalOfYear(done: { stages: readonly string[] } | null, year: number): Standing {
  if (done === null) return { text: "未录", gap: `${year}年的财政监督还没有登记` };
  const missing = fiscalSteps
    .filter((step) => !done.stages.includes(step))
    .map((step) => fiscalStepLabels[step]);
  return {
    text: `五个环节监督了 ${fiscalSteps.length - missing.length} 个`,
    gap: missing.length === 0 ? null : `还没有监督：${missing.join("、")}`,
  };
}
