import { pageRows, printedRows } from "@/lib/listing";

/** What a list page keeps in its address, so that back, reload and a passed-on link show the same rows. */
export type ListState = {
  q: string;
  /** From 1. */
  page: number;
  pageSize: number;
  sort: { key: string; down: boolean } | null;
  /** Every other parameter, e.g. {status: "assigned", year: "2026"}. */
  filters: Readonly<Record<string, string>>;
};

type Params = Record<string, string | string[] | undefined>;

const own = new Set(["q", "page", "sort", "print"]);

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function pageOf(text: string): number {
  const page = Number(text);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

function sortOf(text: string): ListState["sort"] {
  if (text === "" || text === "-") return null;
  return text.startsWith("-") ? { key: text.slice(1), down: true } : { key: text, down: false };
}

/** The address of a list on its way to paper: every row at once. */
export const isPrinted = (params: Params): boolean => params["print"] === "all";

/** Reads a server page's awaited `searchParams`, or `Object.fromEntries(useSearchParams())`. */
export function listStateOf(params: Params): ListState {
  const filters = Object.entries(params)
    .map(([key, value]) => [key, first(value)] as const)
    .filter(([key, value]) => !own.has(key) && value !== "");
  const printed = isPrinted(params);
  return {
    q: first(params["q"]).trim(),
    page: printed ? 1 : pageOf(first(params["page"])),
    pageSize: printed ? printedRows : pageRows,
    sort: sortOf(first(params["sort"])),
    filters: Object.fromEntries(filters),
  };
}

/** A query string with the changes applied; "" and null remove. Any change but of the page and for printing goes back to page 1. */
export function withChange(query: string, change: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(query);
  if (!("page" in change) && !("print" in change)) params.delete("page");
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === "" || (key === "page" && value === "1")) params.delete(key);
    else params.set(key, value);
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** A click on a column's head: up, then down, then the list's own order again. */
export function nextSort(sort: ListState["sort"], key: string): string | null {
  if (sort?.key !== key) return key;
  return sort.down ? null : `-${key}`;
}

/** Page numbers to offer, 0 for a gap: the ends and the neighbours of the current page. */
export function pageNumbers(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => (index > 0 && n - (sorted[index - 1] ?? n) > 1 ? [0, n] : [n]));
}
