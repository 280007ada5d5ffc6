import { addDays, addMonths, type Day } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";

/** No law that binds a township congress sets these two; the screen says whose they are. */
const source = "本系统默认";
/** Days from the day a problem is found within which its unit is to be told. */
export const notifyDays = 15;
/** Months from the notice that a rectification may take at most: a term years ahead would never fall due. */
export const longestTermMonths = 12;

/** @property firstDueOn the day that was set first, where `dueOn` may have been set anew */
type Dated = { occurredOn: Day; notifiedOn: Day | null; dueOn: Day | null; firstDueOn?: Day | null };

/**
 * What an open finding is waiting for, and by when: the unit's notice, else the end of its first term. One that is set
 * when the finding is sent back puts nothing off.
 */
export function findingDueOn({ occurredOn, notifiedOn, dueOn, firstDueOn }: Dated): Day {
  const first = firstDueOn ?? dueOn;
  if (first === null) return addDays(occurredOn, notifyDays);
  const last = notifiedOn === null ? first : addMonths(notifiedOn, longestTermMonths);
  return first < last ? first : last;
}

/** A term ends within a year of the notice; what takes longer is mended, and notified, in stages. */
export function termWithinReach(notifiedOn: Day, dueOn: Day): Decision {
  const last = addMonths(notifiedOn, longestTermMonths);
  return dueOn <= last
    ? allow
    : deny(
        `整改期限最迟到 ${last}（通知之日起 ${longestTermMonths} 个月）。一年内整改不完的，请先定第一阶段的期限，到期核实后再退回定下一阶段。`,
        source,
      );
}
