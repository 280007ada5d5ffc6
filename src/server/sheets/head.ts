import "server-only";
import type { ImportColumn } from "@/lib/sheets";
import { oneForm } from "@/lib/text";
import { plainSpaces } from "./cells";
import type { FileLine } from "./read";

/** The header must stand within these first filled rows; titles and notes may stand above it. */
const headSearch = 15;
/** Columns people or we add that carry nothing to import. */
const silentHeaders = new Set(["序号", "序", "no", "no.", "错误原因"]);

export const headerKey = (text: string): string =>
  oneForm(plainSpaces(text)).toLowerCase().replaceAll(/[\s*]/g, "").replace(/[::]$/, "");

const bracketed = /\(([^()]*)\)/g;
const remark = /^(必填|选填|可多个|可选)$/;

type Match = { column: ImportColumn; rank: number };

const namesOf = (column: ImportColumn): readonly string[] => [column.header, ...(column.aliases ?? [])];

/** The column a header means, and how good a name for it: the whole header first, then without what brackets add. */
function matchOf(columns: readonly ImportColumn[], header: string): Match | null {
  const key = headerKey(header);
  if (key === "") return null;
  const bare = key.replaceAll(bracketed, "");
  const added = [...key.matchAll(bracketed)].map((found) => found[1] ?? "");
  const ranked = (wanted: string) =>
    columns.flatMap((column) => {
      const rank = namesOf(column).findIndex((name) => headerKey(name) === wanted);
      return rank < 0 ? [] : [{ column, rank }];
    });
  const [exact] = ranked(key);
  if (exact !== undefined) return exact;
  return (
    ranked(bare).find(({ column: { units } }) =>
      added.every((words) => units === undefined || units.includes(words) || remark.test(words)),
    ) ?? null
  );
}

/** Two lines of a header above one column: 联系方式 over 手机. What both say apart from one another is neither. */
function matchOfBoth(columns: readonly ImportColumn[], top: string, bottom: string): Match | null {
  if (bottom === "" || bottom === top) return matchOf(columns, top);
  const whole = matchOf(columns, top + bottom);
  if (whole !== null || top === "") return whole ?? matchOf(columns, bottom);
  const [upper, lower] = [matchOf(columns, top), matchOf(columns, bottom)];
  if (upper === null || lower === null) return upper ?? lower;
  return upper.column.key === lower.column.key ? lower : null;
}

export type HeadColumn = { place: number; header: string; match: Match | null; silent: boolean };
/** @property next index of the first line below the header */
export type Head = { first: number; next: number; line: number; columns: HeadColumn[]; known: number };

function headAt(
  lines: readonly FileLine[],
  index: number,
  height: 1 | 2,
  columns: readonly ImportColumn[],
): Head {
  const top = lines[index]?.cells ?? [];
  const below = height === 2 ? (lines[index + 1]?.cells ?? []) : [];
  const places = Array.from({ length: Math.max(top.length, below.length) }, (_, place): HeadColumn => {
    const [upper, lower] = [plainSpaces(top[place] ?? ""), plainSpaces(below[place] ?? "")];
    const header = [...new Set([upper, lower])].filter((word) => word !== "").join("·");
    const silent = silentHeaders.has(headerKey(upper)) || silentHeaders.has(headerKey(lower));
    return { place, header, silent, match: silent ? null : matchOfBoth(columns, upper, lower) };
  });
  const known = new Set(places.flatMap(({ match }) => match?.column.key ?? [])).size;
  const line = lines[index + height - 1]?.line ?? 1;
  return { first: index, next: index + height, line, columns: places, known };
}

/** Whether the line below a header belongs to it: each word repeats the one above, or parts what is joined above. */
function isSecondLine(
  head: Head,
  above: FileLine,
  below: FileLine,
  columns: readonly ImportColumn[],
): boolean {
  const words = below.cells.map((cell, place) => ({ word: plainSpaces(cell), place }));
  const differing = words.filter(
    ({ word, place }) => word !== "" && word !== plainSpaces(above.cells[place] ?? ""),
  );
  const joined = (place: number) =>
    (above.cells[place] ?? "") !== "" &&
    [place - 1, place + 1].some((beside) => above.cells[beside] === above.cells[place]);
  return (
    differing.length > 0 &&
    differing.every(
      ({ word, place }) =>
        joined(place) || matchOf(columns, word) !== null || plainSpaces(above.cells[place] ?? "") === "",
    ) &&
    differing.some(({ word, place }) => joined(place) || matchOf(columns, word) !== null) &&
    differing.length <= head.columns.length / 2
  );
}

/** The row, or the two rows, with the most known headers among the first ones. */
export function findHead(lines: readonly FileLine[], columns: readonly ImportColumn[]): Head | null {
  const heads = lines.slice(0, headSearch).map((line, index) => {
    const one = headAt(lines, index, 1, columns);
    const below = lines[index + 1];
    return below !== undefined && one.known > 0 && isSecondLine(one, line, below, columns)
      ? headAt(lines, index, 2, columns)
      : one;
  });
  const best = heads.reduce<Head | null>(
    (kept, head) => (head.known > (kept?.known ?? 0) ? head : kept),
    null,
  );
  return best !== null && best.known >= Math.min(2, columns.length) ? best : null;
}
