import type { AnyKind } from "@/lib/records/kind";
import type { ListState } from "@/ui/list/url-state";

const yearIn = (text: string | undefined): number | null => {
  const year = Number(text);
  return text !== undefined && Number.isInteger(year) && year >= 1949 && year <= 2100 ? year : null;
};

/** What a list's address asks of the kind's `list`; words and codes it does not know are left out. */
export function recordListInput(
  kind: AnyKind,
  township: string,
  { q, page, pageSize, sort, filters }: ListState,
  sorts: readonly string[] = [],
) {
  const offered = Object.entries(kind.fields).filter(([, field]) => field.filter === true);
  const chosen = offered.flatMap(([key, { choices = {} }]) => {
    const code = filters[key];
    return code !== undefined && code in choices ? [[key, code] as const] : [];
  });
  const known =
    sort !== null &&
    (sort.key === "occurredOn" || sorts.includes(sort.key) || kind.fields[sort.key]?.list === "sortable");
  return {
    township,
    q: q.slice(0, 100),
    page,
    pageSize,
    year: yearIn(filters["year"]),
    voided: filters["voided"] === "yes",
    where: Object.fromEntries(chosen),
    ...(known ? { sort: sort.key, direction: sort.down ? ("desc" as const) : ("asc" as const) } : {}),
  };
}
