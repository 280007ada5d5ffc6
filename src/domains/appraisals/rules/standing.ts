import { type Day, yearOf } from "@/lib/dates";
import type { Standing } from "@/lib/records/standing";
import { appraisalName, quarters, type Quarter } from "../labels";

export type AppraisedInYear = { rounds: number; yearEnd: boolean; asked: number; missed: number };

/** How many rounds a year had, and whom they left out [R32]. */
export function appraisalOfYear(figures: AppraisedInYear | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的站所评议还没有登记` };
  const { rounds, asked, missed } = figures;
  return {
    text: `评议 ${rounds} 轮，应评议 ${asked} 个单位`,
    gap: missed > 0 ? `还有 ${missed} 个单位${year}年没有评议` : null,
  };
}

const lastDays: Record<Quarter, string> = { q1: "03-31", q2: "06-30", q3: "09-30", q4: "12-31" };

/** The quarter whose last month a day lies in. */
export function quarterEnding(today: Day): { quarter: Quarter; name: string; lastDay: Day } | null {
  const month = Number(today.slice(5, 7));
  const quarter = quarters[month / 3 - 1];
  const year = yearOf(today);
  return quarter === undefined
    ? null
    : { quarter, name: appraisalName(year, quarter), lastDay: `${year}-${lastDays[quarter]}` };
}
