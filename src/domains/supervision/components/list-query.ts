import { aYear, listQuery, oneOf, ticked } from "@/ui/list/list-query";
import { findingStates } from "../rules/findings";

/** Findings come by the day they are due, the earliest first. */
export const findingsQuery = listQuery({
  sorts: ["dueOn", "occurredOn", "number"],
  rises: true,
  filters: { year: aYear, state: oneOf(findingStates), overdue: ticked },
});
