import type { Day } from "@/lib/dates";
import { allow, type Decision, deny, firstDenial } from "@/lib/decision";

export type YearToFreeze = {
  year: number;
  today: Day;
  /** since when the year is frozen; null while it is not */
  frozenOn: Day | null;
  /** a scheme of the year is published */
  published: boolean;
  townships: number;
};

/** What is entered for the old year in the first days of the new one still counts; after them the year should be frozen. */
export const frozenBy = (year: number): Day => `${year + 1}-01-10`;

/** A year is frozen once, when it is over, by the scheme that the county published for it. */
export function mayFreeze({ year, today, frozenOn, published, townships }: YearToFreeze): Decision {
  const from = `${year + 1}-01-01`;
  return firstDenial(
    frozenOn === null ? allow : deny(`${year} 年考核已于 ${frozenOn} 封存，不能再次封存。`),
    today < from
      ? deny(`${year} 年还没有结束，${from} 起才能封存（一般在 ${frozenBy(year)} 前封存，留几天补录）。`)
      : allow,
    published
      ? allow
      : deny(`${year} 年还没有公布考核方案，请先在“考核方案”页公布，或采用默认方案，再封存。`),
    townships > 0 ? allow : deny(`${year} 年没有乡镇，没有可以封存的得分。`),
  );
}
