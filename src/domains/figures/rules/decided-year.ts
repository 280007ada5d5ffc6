import type { Day } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";

/**
 * What raises or answers a question of a year's records is of use to those who review the year: once the directors' meeting
 * has decided nobody could take it up any more. @param refused what is refused then, and what to do instead
 */
export const whileUndecided = (year: number, decidedOn: Day | null, refused: string): Decision =>
  decidedOn === null ? allow : deny(`${year} 年考核结果已于 ${decidedOn} 经主任会议决定，${refused}`);
