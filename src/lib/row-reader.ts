import { type Day, dayFromText } from "./dates";
import type { NameIndex } from "./person-name";
import type { CellProblem, ImportRow } from "./sheets";
import { oneForm, refusedSign, tidyLine } from "./text";

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What each column is called in the file, for messages. */
export const headersOf = <Key extends string>(columns: readonly { key: Key; header: string }[]): Named<Key> =>
  Object.fromEntries(columns.map(({ key, header }) => [key, header])) as Named<Key>;

/** Nearly all cells are these; only the others are worth tidying. */
const plainWords = /^[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol} ]+$/u;

/** One row of an imported file. What is wrong with its cells is collected, so that all of it can be told at once. */
export class RowReader<Key extends string> {
  readonly problems: CellProblem[] = [];
  private readonly row: ImportRow;
  private readonly headers: Named<Key>;

  constructor(row: ImportRow, headers: Named<Key>) {
    this.row = row;
    this.headers = headers;
  }

  /** @param key null when the whole row is meant */
  fault(key: Key | null, message: string): void {
    this.problems.push({ line: this.row.line, column: key === null ? "" : this.headers[key], message });
  }

  cell(key: Key): string {
    return (this.row.cells[key] ?? "").trim();
  }

  /** Running text, with its line breaks. */
  text(key: Key, max: number): string | null {
    const value = this.cell(key);
    if (value.length > max) this.fault(key, `有${value.length}字，不能超过${max}字`);
    return value === "" ? null : value;
  }

  /** What stands in one line. */
  line(key: Key, max: number): string | null {
    const value = this.text(key, max);
    if (value === null || plainWords.test(value)) return value;
    const sign = refusedSign(value);
    if (sign !== null) this.fault(key, `${sign}，请删去`);
    return tidyLine(value);
  }

  /** For a cell that must not be left out. @param value as it was read */
  needed(key: Key, value: string | null): string {
    if (this.cell(key) === "") this.fault(key, "没有填写");
    return value ?? "";
  }

  choice<Word extends string>(
    key: Key,
    labels: Record<Word, string>,
    otherwise: NoInfer<Word> | null,
  ): Word | null {
    const value = this.cell(key);
    if (value === "" && otherwise !== null) return otherwise;
    const word = (Object.keys(labels) as Word[]).find((code) => oneForm(labels[code]) === oneForm(value));
    if (word !== undefined) return word;
    const offered = Object.values(labels).join("、");
    this.fault(key, value === "" ? `没有填写，应为：${offered}` : `「${value}」不对，应为：${offered}`);
    return null;
  }

  day(key: Key): Day | null {
    const value = this.cell(key);
    const day = value === "" ? null : dayFromText(value);
    if (value !== "" && day === null) this.fault(key, `「${value}」不是日期，应如 2026-03-05`);
    return day;
  }

  /** The one deputy of the roster whom a name means. */
  deputy(key: Key, name: string, roster: NameIndex<{ id: string; name: string }>): string | null {
    const [only, ...more] = roster.of(name);
    if (only !== undefined && more.length === 0) return only.id;
    this.fault(
      key,
      only === undefined
        ? `代表名册中没有「${name}」，请核对姓名或先登记代表`
        : `名册中有${more.length + 1}位「${name}」，请把这一行改用表单登记`,
    );
    return null;
  }
}
