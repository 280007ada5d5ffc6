import { aYear, listQuery, oneOf, ticked } from "@/ui/list/list-query";
import { activityKinds, activityStates } from "../rules/activities";
import { findingStates } from "../rules/findings";

export const activitiesQuery = listQuery({
  sorts: ["occurredOn", "topic", "kind", "findings"],
  filters: { year: aYear, kind: oneOf(activityKinds), state: oneOf(activityStates) },
});

/** Findings come by the day they are due, the earliest first. */
export const findingsQuery = listQuery({
  sorts: ["dueOn", "occurredOn", "number"],
  rises: true,
  filters: { year: aYear, state: oneOf(findingStates), overdue: ticked },
});
