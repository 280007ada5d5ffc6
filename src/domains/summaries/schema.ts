import { z } from "zod";
import { inTownship, year } from "@/server/trpc/inputs";
import { summaryParts } from "./labels";

export const summaryInput = inTownship({ year, part: z.enum(summaryParts).default("year") });

export type SummaryInput = z.output<typeof summaryInput>;
