import type { z } from "zod";
import { inTownship, year } from "@/server/trpc/inputs";

export const yearInput = inTownship({ year });
export type YearInput = z.output<typeof yearInput>;
