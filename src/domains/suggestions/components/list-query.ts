import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import type { ListState } from "@/ui/list/url-state";
import { suggestionCategories, suggestionStates } from "../rules/states";

const sorts = ["number", "receivedOn", "dueOn", "title", "state"] as const;
const unitSorts = ["name", "led", "dissatisfied"] as const;
const uuid = /^[0-9a-f-]{36}$/i;

const oneOf = <Value extends string>(allowed: readonly Value[], text: string | undefined): Value | null =>
  allowed.find((value) => value === text) ?? null;

export const thisYear = (): number => yearOf(dayOf(new Date()));

const yearIn = (filters: ListState["filters"]): number => chosenYear(filters, thisYear());

/** The state filter's word for all that stand in the register: not drafts, nor what was returned or merged. */
export const registered = "registered";
/** The year filter's word for all of them: what is overdue since an earlier year must be found too. */
export const allYears = "all";

/** The overdue ones are shown of all years unless one is named: the oldest must not hide behind the current year. */
export const ofAllYears = (filters: ListState["filters"]): boolean =>
  filters["year"] === allYears || (filters["year"] === undefined && filters["overdue"] === "yes");

/** The address of the register as the query's input; words it does not know are left out. */
export function registerQuery(township: string, { q, page, pageSize, sort, filters }: ListState) {
  const unitId = filters["unitId"] ?? "";
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    year: ofAllYears(filters) ? null : yearIn(filters),
    state: oneOf([...suggestionStates, registered], filters["state"]),
    category: oneOf(suggestionCategories, filters["category"]),
    unitId: uuid.test(unitId) ? unitId : null,
    overdue: filters["overdue"] === "yes",
    sort: oneOf(sorts, sort?.key) ?? ("number" as const),
    direction: sort === null || sort.down ? ("desc" as const) : ("asc" as const),
  };
}

export function unitsQuery(township: string, { q, page, pageSize, sort, filters }: ListState) {
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    year: yearIn(filters),
    sort: oneOf(unitSorts, sort?.key) ?? ("name" as const),
    direction: sort?.down ? ("desc" as const) : ("asc" as const),
  };
}
