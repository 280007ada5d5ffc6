import type { Day } from "@/lib/dates";
import { saysSomething } from "@/lib/likeness";
import { about, allow, type Decision, deny } from "@/lib/decision";

/** Which article makes supervision a township congress's work. */
export const townshipSupervision = "地方组织法第19条";

/** Nothing was written that could be read. */
export const empty = (text: string | null): boolean => text === null || !saysSomething(text);

/** A step is taken by today, and not before the one it follows. */
export function inOrder(field: string, on: Day, notBefore: Day | null, what: string, today: Day): Decision {
  if (on > today) return about(field, deny("日期不能晚于今天。"));
  if (notBefore !== null && on < notBefore)
    return about(field, deny(`日期不能早于${what}（${notBefore}）。`));
  return allow;
}
