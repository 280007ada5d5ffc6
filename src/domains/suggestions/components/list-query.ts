import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { anId, listQuery, oneOf, ticked } from "@/ui/list/list-query";
import type { ListState } from "@/ui/list/url-state";
import { suggestionCategories, suggestionStates } from "../rules/states";

export const thisYear = (): number => yearOf(dayOf(new Date()));

const yearIn = (filters: ListState["filters"]): number => chosenYear(filters, thisYear());

/** The state filter's word for all that stand in the register: not drafts, nor what was returned or merged. */
export const registered = "registered" as const;
/** The year filter's word for all of them: what is overdue since an earlier year must be found too. */
export const allYears = "all";

/** The overdue ones are shown of all years unless one is named: the oldest must not hide behind the current year. */
const ofAllYears = (filters: ListState["filters"]): boolean =>
  filters["year"] === allYears || (filters["year"] === undefined && filters["overdue"] === "yes");

export const registerQuery = listQuery({
  sorts: ["number", "receivedOn", "dueOn", "title", "state"],
  filters: {
    year: (filters) => (ofAllYears(filters) ? null : yearIn(filters)),
    state: oneOf([...suggestionStates, registered]),
    category: oneOf(suggestionCategories),
    unitId: anId,
    overdue: ticked,
  },
});
