import type { Standing } from "@/lib/records/standing";

/** @property unnamed how often somebody took part whose name nobody kept */
export type Trained = { trainings: number; trained: number; inOffice: number; unnamed: number };

/** How many trainings the year had, and how many of those in office, of whatever level, took part in none [R49]. */
export function trainingOfYear(figures: Trained | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的代表培训还没有登记` };
  const { trainings, trained, inOffice, unnamed } = figures;
  const others = unnamed === 0 ? "" : `，另有未录姓名的 ${unnamed} 人次`;
  const missing = inOffice - trained;
  return {
    text: `培训 ${trainings} 次，在任各级代表 ${inOffice} 人，其中 ${trained} 人参加过${others}`,
    gap: missing > 0 ? `${missing} 名代表${year}年还没有参加培训` : null,
  };
}
