import { aYear } from "@/ui/list/list-query";
import type { ListState } from "@/ui/list/url-state";

const yearIn = ({ filters }: ListState) => aYear(filters, "year");

/** What the address of the list of books asks for. */
export const booksQuery = (township: string, state: ListState) => ({ township, year: yearIn(state) });

/** What the address of a book asks for: a year, one of its parts, a page or all of it. */
export const bookQuery = (township: string, book: string, state: ListState) => ({
  ...{ township, book, year: yearIn(state), part: state.filters["part"] ?? null },
  ...{ page: state.page, pageSize: state.pageSize },
});
