import { chosenYear } from "@/lib/years";
import { type SummaryPart, summaryParts } from "../labels";

type Filters = Readonly<Record<string, string | undefined>>;

/** What the address of a summary asks for. */
export const summaryAsked = (township: string, filters: Filters, currentYear: number) => {
  const part: SummaryPart = summaryParts.find((one) => one === filters["part"]) ?? "year";
  return { township, year: chosenYear(filters, currentYear), part };
};
