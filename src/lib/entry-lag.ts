import { type Day, daysBetween } from "@/lib/dates";

/** Days after the event within which a record counts as entered in time: lists, forms and G2 all go by it. */
export const lateAfter = 10;

/** Entered today, what happened on a day is late. */
export const isLate = (occurredOn: Day, today: Day): boolean => daysBetween(occurredOn, today) > lateAfter;
