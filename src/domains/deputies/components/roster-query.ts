import type { ListState } from "@/ui/list/url-state";
import { levels } from "../rules";

const states = ["inOffice", "left", "all"] as const;
const sorts = ["pinyin", "since", "constituency", "occupation"] as const;
const uuid = /^[0-9a-f-]{36}$/i;

const oneOf = <Value extends string>(
  allowed: readonly Value[],
  text: string | undefined,
): Value | undefined => allowed.find((value) => value === text);

/** The address of the list as the query's input; words the list does not know are left out. */
export function rosterQuery(township: string, { q, page, pageSize, sort, filters }: ListState) {
  const groupId = filters["group"] ?? "";
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    state: oneOf(states, filters["state"]) ?? "inOffice",
    level: oneOf(levels, filters["level"]) ?? null,
    groupId: uuid.test(groupId) ? groupId : null,
    constituency: filters["place"]?.slice(0, 60) ?? null,
    sort: oneOf(sorts, sort?.key) ?? "pinyin",
    direction: sort?.down ? ("desc" as const) : ("asc" as const),
  };
}
