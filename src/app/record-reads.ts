import "server-only";
import { dayOf, yearOf } from "@/lib/dates";
import { api, type prefetch } from "@/trpc/server";

type Reads = (township: string, year: number | null) => Parameters<typeof prefetch>;

/** What the slots above a kind's list read besides the list itself, a line a kind. */
export const readBeside: Readonly<Record<string, Reads>> = {
  planItem: (township, year) => [
    api.plans.year.queryOptions({ township, year: year ?? yearOf(dayOf(new Date())) }),
  ],
  presidiumMeeting: (township, year) => [
    api.presidium.year.queryOptions({ township, year: year ?? yearOf(dayOf(new Date())) }),
  ],
  fiscalCheck: (township, year) => [
    api.fiscal.year.queryOptions({ township, year: year ?? yearOf(dayOf(new Date())) }),
  ],
  reception: (township, year) => [
    api.receptions.year.queryOptions({ township, year: year ?? yearOf(dayOf(new Date())) }),
  ],
  sessionTask: (township) => [api.sessionTasks.checklists.queryOptions({ township })],
  appraisal: (township, year) => [
    api.appraisals.year.queryOptions({ township, year: year ?? yearOf(dayOf(new Date())) }),
  ],
  petition: (township, year) => [
    api.petitions.year.queryOptions({ township, year: year ?? yearOf(dayOf(new Date())) }),
  ],
  dutyReport: (township) => [api.dutyReports.coverage.queryOptions({ township })],
};
