import type { ListState } from "@/ui/list/url-state";
import { meetingKindLabels, type MeetingKind } from "../labels";

const sorts = ["occurredOn", "number", "turnout"] as const;

const within = (text: string | undefined, from: number, to: number): number | null => {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= from && number <= to ? number : null;
};

/** What a list page's address asks of `presidium.list`; words it does not know are left out. */
export function meetingsInput(township: string, { q, page, pageSize, sort, filters }: ListState) {
  const kind = filters["kind"];
  const known = sorts.find((key) => key === sort?.key);
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    year: within(filters["year"], 1949, 2100),
    quarter: within(filters["quarter"], 1, 4),
    kind: kind !== undefined && kind in meetingKindLabels ? (kind as MeetingKind) : null,
    voided: filters["voided"] === "yes",
    ...(known ? { sort: known, direction: sort?.down ? ("desc" as const) : ("asc" as const) } : {}),
  };
}

/** The year whose quarters stand above the list: the one filtered by, else the current one. */
export const yearShown = (filters: ListState["filters"], today: number): number =>
  within(filters["year"], 1949, 2100) ?? today;
