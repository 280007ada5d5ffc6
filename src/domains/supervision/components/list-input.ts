import type { ListState } from "@/ui/list/url-state";
import { activityKinds, type ActivityKind, activityStates, type ActivityState } from "../rules/activities";
import { findingStates, type FindingState } from "../rules/findings";

const activitySorts = ["occurredOn", "topic", "kind", "findings"] as const;
const findingSorts = ["dueOn", "occurredOn", "number"] as const;

const yearOf = (text: string | undefined): number | null =>
  text !== undefined && /^(19[5-9]\d|20\d\d)$/.test(text) ? Number(text) : null;

function oneOf<Code extends string>(codes: readonly Code[], text: string | undefined): Code | null {
  return codes.find((code) => code === text) ?? null;
}

function sorted<Key extends string>(keys: readonly Key[], sort: ListState["sort"]) {
  const known = keys.find((key) => key === sort?.key);
  return known ? { sort: known, direction: sort?.down ? ("desc" as const) : ("asc" as const) } : {};
}

/** What a list page's address asks of `supervision.list`; words it does not know are left out. */
export function activitiesInput(township: string, { q, page, pageSize, sort, filters }: ListState) {
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    year: yearOf(filters["year"]),
    kind: oneOf<ActivityKind>(activityKinds, filters["kind"]),
    state: oneOf<ActivityState>(activityStates, filters["state"]),
    ...sorted(activitySorts, sort),
  };
}

/** Findings come by the day they are due, the earliest first, unless asked otherwise. */
export function findingsInput(township: string, { q, page, pageSize, sort, filters }: ListState) {
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    year: yearOf(filters["year"]),
    state: oneOf<FindingState>(findingStates, filters["state"]),
    overdue: filters["overdue"] === "yes",
    direction: "asc" as const,
    ...sorted(findingSorts, sort),
  };
}

export const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
