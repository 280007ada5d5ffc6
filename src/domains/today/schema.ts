import { z } from "zod";
import { inCounty, inTownship } from "@/server/trpc/inputs";

/** The order in which a new township enters what everything else is chosen from, and then the first of each sort of work. */
export const setUpSteps = [
  "deputies",
  "seats",
  "terms",
  "members",
  "units",
  "groups",
  "stations",
  "plans",
  "sessions",
  "activities",
  "receptions",
  "projects",
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** `all`: every matter instead of the most urgent ones. */
export const dueInput = inTownship({ all: z.boolean().default(false) });
export type DueInput = z.output<typeof dueInput>;
export const countyDueInput = inCounty({});
