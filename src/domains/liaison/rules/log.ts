import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { plain } from "@/lib/likeness";
import { type Side, sideLabels, type Way, wayLabels } from "../labels";

export type Entered = { occurredOn: Day; way: Way; subject: string };
/** What stands already of the township and the day, from whichever side. */
export type Standing = Entered & { side: Side };

/**
 * Both sides write down the same call: the second one is told. The same way and subject on the same day is the same
 * contact; another subject may be one, and is asked about.
 */
export function isOtherContact(entered: Entered, standing: readonly Standing[], sure: boolean): Decision {
  const sameDay = standing.filter((one) => one.occurredOn === entered.occurredOn && one.way === entered.way);
  const same = sameDay.find((one) => plain(one.subject) === plain(entered.subject));
  if (same !== undefined)
    return about(
      "subject",
      deny(
        `${sideLabels[same.side]}已经登记了 ${same.occurredOn} 的这次${wayLabels[same.way]}，不用再登记。`,
      ),
    );
  const [first] = sameDay;
  if (first === undefined || sure) return allow;
  return about(
    "sure",
    deny(
      `${first.occurredOn} 已有一次${wayLabels[first.way]}（${sideLabels[first.side]}登记：${first.subject}）。确实是另一次的，请勾选“不是同一次”再保存。`,
    ),
  );
}

export const hasHappened = ({ occurredOn }: Entered, today: Day): Decision =>
  occurredOn > today
    ? about("occurredOn", deny(`日期（${occurredOn}）还没有到，请填已经联系过的日期。`))
    : allow;

export const mayEnter = (
  entered: Entered,
  standing: readonly Standing[],
  { today, sure }: { today: Day; sure: boolean },
): Decision => firstDenial(hasHappened(entered, today), isOtherContact(entered, standing, sure));

/** Whoever wrote it down strikes it out; the other side says so instead. */
export const mayStrike = (side: Side, own: Side): Decision =>
  side === own ? allow : deny(`这条是${sideLabels[side]}登记的，请对方作废。`);
