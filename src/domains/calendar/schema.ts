import { z } from "zod";
import { inCounty, inTownship, optional } from "@/server/trpc/inputs";
import { monthIn } from "./rules";

/** Nothing said, the month of today. */
const month = optional(z.string().refine((text) => monthIn(text) !== null, "月份应写成 2026-03 这样"));

export const townshipMonthInput = inTownship({ month });
export const countyMonthInput = inCounty({ month });
export type MonthInput = { month: string | null };
