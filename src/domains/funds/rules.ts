import { allow, type Decision, deny } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import { type fund, purposeLabels } from "./record";

/** How many lines the year already has for this purpose; 其他 may have several. */
export const linesFor = (
  { year, purpose }: FactsOf<typeof fund>,
  others: readonly FactsOf<typeof fund>[],
): number =>
  purpose === "other" ? 0 : others.filter((other) => other.year === year && other.purpose === purpose).length;

/** One purpose has one line a year: more money for it changes that line, with its history. */
export const purposeIsOnce = ({ year, purpose }: FactsOf<typeof fund>, already: number): Decision =>
  already === 0 ? allow : deny(`${year}年的${purposeLabels[purpose]}已经登记，追加或调整请修改那一笔。`);

export type Totals = { budgeted: number; spent: number | null; deputies: number };

const yuan = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 0 });

/** A year's money, and for each deputy in office; the budget must have a line for it by the Deputies Law [R14]. */
export function moneyOfYear(totals: Totals | null, year: number): Standing {
  if (totals === null) return { text: "未录", gap: `${year}年的经费还没有登记` };
  const { budgeted, spent, deputies } = totals;
  const each = deputies === 0 ? "" : `，代表人均 ${yuan.format(budgeted / deputies)} 元`;
  const used = spent === null ? "，支出未录" : `，已支出 ${yuan.format(spent)} 元`;
  const over = spent !== null && spent > budgeted ? "支出超过预算，请核对" : null;
  const none = budgeted === 0 ? "预算没有安排经费" : null;
  return { text: `预算 ${yuan.format(budgeted)} 元${used}${each}`, gap: none ?? over };
}
