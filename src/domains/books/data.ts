import "server-only";
import { countOfYear, filesOfYear } from "@/domains/attachments/data";
import { faceOf } from "@/domains/registry";
import { titlesOf, uses } from "@/domains/uses";
import { dayOf, yearOf } from "@/lib/dates";
import { firstNames } from "@/lib/excerpt";
import { notFound } from "@/lib/errors";
import { bookName, placeOfBook } from "@/lib/records/books";
import type { ExportSheet } from "@/lib/sheets";
import { yearsUntil } from "@/lib/years";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import type { Book } from "@/server/records/uses";
import type { BookInput, ExportBookInput, ListBooksInput } from "./schema";

/** A book holds the sheets of one kind of record or of several. */
type Part = Book & { type: string; name: string; unit: string };

/** The files of a year, whatever record they belong to, as each record calls itself. */
async function documentsOf(scope: TownshipReader, year: number): Promise<ExportSheet> {
  const files = await filesOfYear(scope, year);
  const ids = [...new Set(files.map(({ recordId }) => recordId))];
  const names = await titlesOf(scope, ids);
  return {
    title: "附件",
    columns: [
      { header: "收存日期", width: 12, kind: "day" },
      { header: "文件名", width: 44 },
      { header: "类别", width: 14 },
      { header: "所属记录", width: 44 },
      { header: "收存人", width: 12 },
    ],
    rows: files.map(({ day, name, recordType, recordId, by }) => [
      ...[day, name, faceOf(recordType)?.name ?? "", names.get(recordId) ?? null, by],
    ]),
  };
}

const parts: readonly Part[] = [
  ...uses.flatMap(({ type, book }) => {
    const { name = "", unit = "" } = faceOf(type) ?? {};
    return book === undefined ? [] : [{ type, name, unit, ...book }];
  }),
  {
    ...{ type: "attachment", name: "文件", unit: "份", book: "documents" },
    ...{ sheet: documentsOf, entries: countOfYear },
  },
];

type Kept = { book: string; name: string; parts: [Part, ...Part[]] };

const named = parts.map(({ book }) => book).sort((one, other) => placeOfBook(one) - placeOfBook(other));

const books: readonly Kept[] = [...new Set(named)].flatMap((book) => {
  const [first, ...more] = parts.filter((part) => part.book === book);
  return first === undefined ? [] : [{ book, name: bookName(book, first.name), parts: [first, ...more] }];
});

const yearIn = (scope: TownshipReader, { year }: { year: number | null }): number =>
  year ?? yearOf(dayOf(scope.now));

/** How much stands in each part of every book: no sheet is made for it. */
async function entriesOf(scope: TownshipReader, year: number): Promise<Map<string, number>> {
  const counts = parts.map(
    ({ type, entries }) =>
      Prisma.sql`SELECT ${type}::text AS type, (${entries(scope, year)})::int AS entries`,
  );
  const rows = await scope.tx.$queryRaw<
    { type: string; entries: number }[]
  >`${Prisma.join(counts, " UNION ALL ")}`;
  return new Map(rows.map(({ type, entries }) => [type, entries]));
}

/** Every book with how much stands in it. */
export async function listBooks(scope: TownshipReader, input: ListBooksInput) {
  const year = yearIn(scope, input);
  const entries = await entriesOf(scope, year);
  const rows = books.map(({ book, name, parts: kept }) => ({
    ...{ book, name },
    parts: kept.map(({ type, name: what, unit }) => ({ type, what, unit, entries: entries.get(type) ?? 0 })),
  }));
  return { year, years: yearsUntil(dayOf(scope.now)), rows };
}

function partOf(input: { book: string; part: string | null }) {
  const book = books.find((one) => one.book === input.book);
  if (book === undefined) throw notFound();
  const part = input.part === null ? book.parts[0] : book.parts.find(({ type }) => type === input.part);
  if (part === undefined) throw notFound();
  return { book, part };
}

/** Many names make no row taller than its page: the file and the record's own page have them all. */
const onPage = ({ columns }: ExportSheet, row: ExportSheet["rows"][number]) =>
  row.map((cell, at) => (columns[at]?.names && typeof cell === "string" ? firstNames(cell) : cell));

/** One page of a book's part; the sheet is what its export holds. */
export async function bookPage(scope: TownshipReader, input: BookInput) {
  const { book, part } = partOf(input);
  const year = yearIn(scope, input);
  const sheet = await part.sheet(scope, year);
  const { columns, rows } = sheet;
  const from = (input.page - 1) * input.pageSize;
  return {
    name: book.name,
    parts: book.parts.map(({ type, name }) => ({ type, name })),
    part: part.type,
    unit: part.unit,
    year,
    years: yearsUntil(dayOf(scope.now)),
    columns,
    rows: rows.slice(from, from + input.pageSize).map((row) => onPage(sheet, row)),
    total: rows.length,
  };
}

export async function exportBook(scope: TownshipReader, input: ExportBookInput): Promise<ExportSheet> {
  const { book, part } = partOf(input);
  const year = yearIn(scope, input);
  const sheet = await part.sheet(scope, year);
  const title = book.parts.length > 1 ? `${book.name}（${part.name}）` : book.name;
  return { ...sheet, title: `${year}年${title}` };
}
