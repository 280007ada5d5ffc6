import type { CellKind, ImportColumn } from "@/lib/sheets";
import { type Field, type FieldKind, isYear } from "./fields";
import type { AnyKind } from "./kind";

/** A kind is read from Excel when one of its fields names the headers that offices use for it: then all of them are read. */
export const isImported = ({ fields }: AnyKind): boolean =>
  Object.values(fields).some(({ headers }) => headers !== undefined);

type Reading = { cells: CellKind; note: (field: Field) => string; example: (field: Field) => string };

const spoken = ({ hint = "" }: Field): string => /^如 (.+)$/.exec(hint)?.[1] ?? "";
const words: Reading = { cells: "text", note: ({ max }) => `不超过${max}字`, example: spoken };
const amount: Reading = {
  cells: "number",
  note: ({ unit }) => (unit === undefined ? "只写数字" : `只写数字，单位${unit}`),
  example: (field) => (isYear(field) ? "2026" : "10"),
};
const offered: Reading = {
  cells: "choice",
  note: () => "从列表中选择",
  example: ({ choices = {} }) => Object.values(choices)[0] ?? "",
};
const named = (note: string): Reading => ({ cells: "text", note: () => note, example: () => "" });

const readings: Record<FieldKind, Reading> = {
  text: words,
  note: words,
  phone: words,
  name: { cells: "name", note: () => "", example: () => "张三" },
  day: { cells: "day", note: () => "如 2026-03-05", example: () => "2026-03-05" },
  count: amount,
  money: { ...amount, note: () => "只写数字，单位元，可到分", example: () => "50000" },
  choice: offered,
  yesNo: offered,
  person: { ...named("须在代表名册中"), cells: "name" },
  people: named("须在代表名册中，几位用顿号隔开"),
  unit: named("须在承办单位名录中，全称或简称"),
  units: named("须在承办单位名录中，几个用顿号隔开"),
  record: { cells: "text", note: ({ to }) => `须是已登记的${to?.name ?? ""}`, example: () => "" },
};

/** What often stands in a table's title instead of in every row: 2026年度经费预算表. */
const saidOnce = (field: Field): Partial<ImportColumn> => {
  const { kind, required } = field;
  if (!required || !["day", "choice", "yesNo", "count"].includes(kind)) return {};
  return isYear(field) ? { once: true, guess: /(?:19|20)\d{2}(?=年)/ } : { once: true };
};

const widthOf = ({ kind }: Field): number => (kind === "text" || kind === "note" ? 30 : 16);

function columnOf([key, field]: [string, Field], index: number): ImportColumn {
  const { cells, note, example } = readings[field.kind];
  const { label, required, headers = [], unit, choices, kind, hint = "" } = field;
  const notes = [required ? "必填" : "", note(field), hint].filter((part) => part !== "");
  return {
    key,
    header: label,
    aliases: headers,
    kind: cells,
    required,
    width: widthOf(field),
    note: notes.join("；"),
    // The row of examples is known by its first cell, and left out when the file is read.
    example: `${index === 0 ? "示例：" : ""}${example(field)}`,
    ...saidOnce(field),
    ...(unit === undefined ? {} : { units: [unit] }),
    ...(choices === undefined ? {} : { options: Object.values(choices) }),
    ...(kind === "people" || kind === "units" ? { joins: "、" } : {}),
  };
}

/** The columns of a kind's import, in the order of its fields. */
export const importColumns = (kind: AnyKind): readonly ImportColumn[] =>
  Object.entries(kind.fields).map(columnOf);
