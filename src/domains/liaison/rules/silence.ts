import { type Day, daysBetween } from "@/lib/dates";
import type { ContactSource } from "../labels";

/** A county that has set none asks after two months. */
export const defaultSilence = 60;

export type Seen = { source: ContactSource; day: Day };

export type Silence = {
  /** the latest contact and where it stands; null where there never was one */
  last: Seen | null;
  /** days since then */
  days: number | null;
  silent: boolean;
};

/** Of several on one day the source named first counts: what people wrote down themselves stands first. */
export const latestOf = (seen: readonly Seen[]): Seen | null =>
  seen.reduce<Seen | null>((last, one) => (last === null || one.day > last.day ? one : last), null);

/** Silent is a township without any contact for more than so many days, or without one at all [R95]. */
export function silenceOf(seen: readonly Seen[], limit: number, today: Day): Silence {
  const last = latestOf(seen);
  if (last === null) return { last, days: null, silent: true };
  const days = Math.max(0, daysBetween(last.day, today));
  return { last, days, silent: days > limit };
}
