import "server-only";
import { excerpt } from "@/lib/excerpt";
import type { LeftOut, UnkeptColumn } from "@/lib/sheets";
import { plainSpaces } from "./cells";
import { pagePart } from "./foot";
import { type Head, type HeadColumn, headerKey } from "./head";
import type { FileLine, FileSheet, ReadFile } from "./read";

const isOurNotes = ({ lines }: FileSheet): boolean =>
  lines[0]?.cells[0] === "列" && lines[0].cells[1] === "是否必填";

const mostSamples = 3;
const longestSample = 40;

/** Enough of a long text to recognize it, and how long it is; for looking at only. */
export const excerptOf = (text: string): string =>
  text.length <= longestSample ? text : `${excerpt(text, longestSample)}（共 ${text.length} 字）`;

/** Lines looked through for further samples; for the first one, all are. */
const sampleLines = 300;

/** The first few different values of a column; none only where it is blank from top to bottom. */
export function samplesOf(lines: readonly FileLine[], place: number): string[] {
  const found = new Set<string>();
  for (const [index, { cells }] of lines.entries()) {
    if (found.size === mostSamples || (found.size > 0 && index > sampleLines)) break;
    const cell = plainSpaces(cells[place] ?? "");
    if (cell !== "") found.add(excerptOf(cell));
  }
  return [...found];
}

const isExample = (line: FileLine): boolean => line.cells.some((cell) => /^示例[:：]/.test(cell));

export type Places = Map<string, HeadColumn[]>;

/** Each known column with its places: all of them where they are joined, otherwise the one with the best name. */
export function placesOf(head: Head): { places: Places; extra: HeadColumn[]; doubled: string[] } {
  const places: Places = new Map();
  const extra: HeadColumn[] = [];
  const doubled = new Set<string>();
  for (const one of head.columns) {
    if (one.match === null) continue;
    const { column, rank } = one.match;
    const before = places.get(column.key) ?? [];
    const [kept] = before;
    if (kept !== undefined && headerKey(kept.header) === headerKey(one.header)) doubled.add(column.header);
    else if (kept === undefined || column.joins !== undefined) places.set(column.key, [...before, one]);
    else if (rank < (kept.match?.rank ?? 0)) {
      extra.push(kept);
      places.set(column.key, [one]);
    } else extra.push(one);
  }
  return { places, extra, doubled: [...doubled] };
}

type Found = { places: Places; extra: HeadColumn[] };

/** Why a column is not taken; "" where we simply do not know it, null where it is taken. */
function whyUnkept(
  one: HeadColumn,
  { places, extra }: Found,
  known: UnkeptColumn | undefined,
): string | null {
  if (!extra.includes(one)) return one.match === null ? (known?.why ?? "") : null;
  const taken = places.get(one.match?.column.key ?? "")?.[0]?.header ?? "";
  return `${one.match?.column.header ?? ""}已取自「${taken}」列`;
}

function unkeptColumns(
  head: Head,
  found: Found,
  lines: readonly FileLine[],
  unkept: readonly UnkeptColumn[],
): LeftOut["columns"] {
  return head.columns.flatMap((one) => {
    const samples = samplesOf(lines, one.place);
    if (one.silent || (one.header === "" && samples.length === 0)) return [];
    const names = one.header.split("·").map(headerKey);
    const known = unkept.find(({ headers }) => headers.some((name) => names.includes(headerKey(name))));
    const why = whyUnkept(one, found, known);
    if (why === null) return [];
    const header = one.header === "" ? `第${one.place + 1}列（没有列名）` : one.header;
    // What the system does not keep at all is not shown again either.
    return [{ header, samples: known === undefined ? samples : [], why }];
  });
}

type Sorted = { records: FileLine[]; pageRows: LeftOut["rows"] };

/** Records, and what stands between them on the page; empty rows that only carry a running number are neither. */
export function recordsOf(lines: readonly FileLine[], head: Head, places: Places): Sorted {
  const taken = [...places.values()].flat();
  const takes = ({ cells }: FileLine) => taken.some(({ place }) => plainSpaces(cells[place] ?? "") !== "");
  const headWords = head.columns.map((column) => column.header);
  const silent = new Set(head.columns.filter((column) => column.silent).map(({ place }) => place));
  const wordsOf = ({ cells }: FileLine) =>
    cells.filter((cell, place) => !(silent.has(place) && /^\d*$/.test(cell))).map(plainSpaces);
  const records: FileLine[] = [];
  const pageRows: LeftOut["rows"] = [];
  for (const line of lines.filter((one) => !isExample(one))) {
    const why = pagePart(line, headWords) ?? (takes(line) ? null : "没有要导入的内容");
    if (why === null) {
      records.push(line);
      continue;
    }
    const text = [...new Set(wordsOf(line))].filter((word) => word !== "").join(" ");
    if (text !== "") pageRows.push({ line: line.line, text: excerptOf(text), why });
  }
  return { records, pageRows };
}

/** Everything the file holds and the import does not take. */
export function leftOutOf(
  file: ReadFile,
  sheet: FileSheet,
  head: Head,
  found: { places: Places; extra: HeadColumn[] } & Sorted,
  unkept: readonly UnkeptColumn[],
): LeftOut {
  const unseen = file.sheets.filter((one) => one !== sheet && one.rows > 0 && !isOurNotes(one));
  return {
    columns: unkeptColumns(head, found, found.records, unkept),
    sheets: unseen.map(({ name, rows, hidden }) => ({ name: name ?? "", rows, hidden })),
    rows: found.pageRows,
  };
}
