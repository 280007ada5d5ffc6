import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipList } from "@/server/trpc/procedures";
import { bookPage, exportBook, listBooks } from "./data";
import { bookInput, exportBookInput, listBooksInput } from "./schema";

const lists = townshipList("books:read");

/** The office's registers of a year, made of its records. */
export const booksRouter = router({
  list: lists.input(listBooksInput).query(query(listBooks)),
  book: lists.input(bookInput).query(query(bookPage)),
  exportBook: lists.input(exportBookInput).query(query(exportBook)),
});
