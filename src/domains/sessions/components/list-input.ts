import type { ListState } from "@/ui/list/url-state";
import { sessionKindLabels, type SessionKind } from "../labels";

const sorts = ["startsOn", "number", "minutes", "turnout"] as const;

/** What a list page's address asks of `sessions.list`; words it does not know are left out. */
export function sessionsInput(township: string, { q, page, pageSize, sort, filters }: ListState) {
  const year = Number(filters["year"]);
  const kind = filters["kind"];
  const known = sorts.find((key) => key === sort?.key);
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    year: Number.isInteger(year) && year > 1948 ? year : null,
    kind: kind !== undefined && kind in sessionKindLabels ? (kind as SessionKind) : null,
    termId: filters["term"] ?? null,
    voided: filters["voided"] === "yes",
    ...(known ? { sort: known, direction: sort?.down ? ("desc" as const) : ("asc" as const) } : {}),
  };
}
