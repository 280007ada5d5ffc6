import { z } from "zod";
import { printedRows } from "@/lib/listing";
import { inTownship, optional, page, text, year } from "@/server/trpc/inputs";

const word = text(40, "簿册");
/** One part of a book: the rows of one kind. Without a year this one, without a part the first. */
const part = { book: word, part: optional(word), year: optional(year) };

export const listBooksInput = inTownship({ year: optional(year) });
export const bookInput = inTownship({ ...part, page, pageSize: z.int().min(1).max(printedRows).default(20) });
export const exportBookInput = inTownship(part);

export type ListBooksInput = z.output<typeof listBooksInput>;
export type BookInput = z.output<typeof bookInput>;
export type ExportBookInput = z.output<typeof exportBookInput>;
