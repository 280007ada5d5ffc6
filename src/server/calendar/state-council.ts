import "server-only";
import published from "chinese-days/dist/chinese-days.json";
import type { Day } from "@/lib/dates";

/** What the package calls a holiday: "Spring Festival,春节,3" is 春节. */
const nameIn = (said: string): string => said.split(",")[1] ?? "";

/**
 * Holidays and worked weekends as the State Council announced them, from the package's dated data. The package itself
 * calls every day of a year it does not know a workday: a year counts as announced when its New Year's Day is listed.
 */
export const publishedDays: readonly { day: Day; name: string; works: boolean }[] = [
  ...Object.entries(published.holidays).map(([day, said]) => ({ day, name: nameIn(said), works: false })),
  ...Object.entries(published.workdays).map(([day, said]) => ({ day, name: nameIn(said), works: true })),
];
