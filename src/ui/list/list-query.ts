import type { ListState } from "./url-state";

type Filters = ListState["filters"];
/** Reads one value of a query from the address's filters; `key` is the value's own name. */
type Read<Value> = (filters: Filters, key: string) => Value;

/** One of the codes there are. */
export const oneOf =
  <const Code extends string>(codes: readonly Code[]): Read<Code | null> =>
  (filters, key) =>
    codes.find((code) => code === filters[key]) ?? null;

/** A tick such as 含已作废. */
export const ticked: Read<boolean> = (filters, key) => filters[key] === "yes";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const anId: Read<string | null> = (filters, key) => {
  const text = filters[key] ?? "";
  return uuid.test(text) ? text : null;
};

export const wholeBetween =
  (least: number, most: number): Read<number | null> =>
  (filters, key) => {
    const number = Number(filters[key]);
    return Number.isInteger(number) && number >= least && number <= most ? number : null;
  };

export const aYear = wholeBetween(1949, 2100);

/** Where the address calls a value by another name than the query does. */
export const calledIn =
  <Value>(key: string, read: Read<Value>): Read<Value> =>
  (filters) =>
    read(filters, key);

type Asked<Sort, Reads extends Record<string, Read<unknown>>> = {
  township: string;
  q: string;
  page: number;
  pageSize: number;
  sort: Sort;
  direction: "asc" | "desc";
} & { [Key in keyof Reads]: ReturnType<Reads[Key]> };

/**
 * How a list page's address is asked of its query: words it does not know are left out. The first sort is the list's own
 * order, newest first unless it `rises`.
 */
export const listQuery =
  <const Sort extends string, const Reads extends Record<string, Read<unknown>>>(list: {
    sorts: readonly [Sort, ...Sort[]];
    rises?: boolean;
    filters: Reads;
  }) =>
  (township: string, { q, page, pageSize, sort, filters }: ListState): Asked<Sort, Reads> => {
    const known = list.sorts.find((key) => key === sort?.key);
    const down = known === undefined ? list.rises !== true : sort?.down === true;
    const read = Object.entries(list.filters).map(([key, value]) => [key, value(filters, key)]);
    return {
      township,
      q: q.slice(0, 100),
      page,
      pageSize,
      sort: known ?? list.sorts[0],
      direction: down ? "desc" : "asc",
      ...(Object.fromEntries(read) as { [Key in keyof Reads]: ReturnType<Reads[Key]> }),
    };
  };
