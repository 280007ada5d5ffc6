import "server-only";
import { lastFewOf } from "@/lib/last-few";

/*
 * What was counted of a township's records holds until one of them changes, and every change has an audit number
 * (evidence/last-change.ts). Kept by this process alone and only for what a page would otherwise count each time it is opened;
 * the number is read in the very statement that would count, so that both are of one moment.
 */

const kept = lastFewOf<{ seq: number; value: unknown }>("until change", 5_000);

/** No change has this number: whoever knows nothing counts. */
export const never = -1;

export type UntilChange<Value> = {
  /** the number of the last change that what is known has seen */
  seq: number;
  /** what is known at `seq` */
  value: () => Value;
  keep: (seq: number, value: Value) => void;
};

/** @param what names it: township first, then all that it depends on beside the township's records, such as filters and the day */
export function untilChange<Value>(townshipId: string, ...what: readonly unknown[]): UntilChange<Value> {
  const key = JSON.stringify([townshipId, ...what]);
  const known = kept.get(key);
  return {
    seq: known?.seq ?? never,
    value: () => {
      if (known === undefined) throw new Error("nothing is known of it yet");
      return known.value as Value;
    },
    keep: (seq, value) => void kept.keep(key, { seq, value }),
  };
}
