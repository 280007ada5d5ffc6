import type { ListState } from "@/ui/list/url-state";

/** The address of a figure's rows as their query takes it. */
export function rowsQuery({ filters, page, pageSize }: Pick<ListState, "filters" | "page" | "pageSize">) {
  const { of = "", township = "", year = "" } = filters;
  return {
    ...{ of: of.slice(0, 60), page, pageSize },
    township: /^\d{9}$/.test(township) ? township : null,
    year: /^(19[5-9]|20[0-9])\d$/.test(year) ? Number(year) : null,
  };
}
