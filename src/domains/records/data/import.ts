import "server-only";
import type { z } from "zod";
import type { Day } from "@/lib/dates";
import { measuredFromText, roundFromText } from "@/lib/numbers";
import { type NameIndex, nameIndex, splitNames } from "@/lib/person-name";
import type { Field, FieldKind } from "@/lib/records/fields";
import { roundedBy } from "@/lib/records/headcounts";
import { importColumns } from "@/lib/records/importing";
import { type AnyKind, type Facts, type Names, titleIn } from "@/lib/records/kind";
import { headersOf, RowReader } from "@/lib/row-reader";
import type { CellProblem, ImportRow } from "@/lib/sheets";
import { oneForm } from "@/lib/text";
import { turns } from "@/lib/turns";
import { identifier } from "@/server/db/identifier";
import type { TownshipScope } from "@/server/db/scope";
import { inputOf } from "../schema";
import { fieldsOf, isPointing, pointedTo, titled } from "./columns";

type Index = NameIndex<{ id: string; name: string }>;

/** Whom a cell of the field may name: the township's deputies, or its units by either of their names. */
async function namedBy(scope: TownshipScope, field: Field): Promise<Index> {
  const { table, called } = pointedTo(field);
  const { countyId, townshipId } = scope;
  const all = await scope.tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT DISTINCT o.id, c.name FROM ${table} o CROSS JOIN LATERAL (${called}) c (name)
    WHERE o.county_id = ${countyId}::uuid AND o.township_id = ${townshipId}::uuid AND o.voided_at IS NULL AND c.name IS NOT NULL`;
  return nameIndex(all);
}

/** @property round the field that says of the number that it is a round one */
type Asked = { key: string; field: Field; index: Index; round: string | undefined };
type Read = (row: RecordRow, asked: Asked) => unknown;

const yes = ["是", "√"];
const no = ["否", "×"];

/** 是 and 否 answer a question; 专职 or 兼职 is none. */
function yesOrNo(row: RecordRow, { key, field }: Asked): boolean | null {
  const word = row.cell(key);
  const asks = field.label.startsWith("是否") || field.choices?.["true"] === yes[0];
  if (asks && yes.includes(word)) return true;
  if (asks && no.includes(word)) return false;
  const code = row.choice(key, field.choices ?? {}, null);
  return code === null ? null : code === "true";
}

/** Few enough numbers to name them all: the months, not the yuan. */
const fewNumbers = 31;

function numberIn(row: RecordRow, { key, field: { unit = "", min, max }, round }: Asked): number | null {
  const word = row.cell(key);
  const value = measuredFromText(word, unit);
  if (value !== null) return value;
  const about = round === undefined ? null : roundFromText(word, unit);
  if (about !== null) {
    row.rounded.add(key);
    return about;
  }
  const asked = max <= fewNumbers ? `，应写 ${min} 到 ${max} 中的一个${unit}` : `，应以${unit}为单位`;
  row.fault(key, `「${word}」不是数字${unit === "" ? "" : asked}`);
  return null;
}

const line: Read = (row, { key, field }) => row.line(key, field.max);
function choice(row: RecordRow, { key, field }: Asked): string | null {
  const word = oneForm(row.cell(key));
  const code = Object.entries(field.alsoWritten ?? {}).find(([, words]) => words.includes(word))?.[0];
  return code ?? row.choice(key, field.choices ?? {}, null);
}

const reads: Record<FieldKind, Read> = {
  text: line,
  name: line,
  phone: line,
  note: (row, { key, field }) => row.text(key, field.max),
  day: (row, { key }) => row.day(key),
  count: numberIn,
  money: numberIn,
  choice,
  yesNo: yesOrNo,
  person: (row, { key, index }) => row.deputy(key, row.cell(key), index),
  people: (row, { key, index }) =>
    splitNames(row.cell(key), index.has).map((name) => row.deputy(key, name, index)),
  record: (row, asked) => row.record(asked),
  unit: (row, { key, index }) => row.unit(key, row.cell(key), index),
  units: (row, { key, index }) =>
    splitNames(row.cell(key), index.has).map((name) => row.unit(key, name, index)),
};

class RecordRow extends RowReader<string> {
  /** of whom a cell names alone, for the record's title */
  readonly names: Record<string, string | null> = {};
  /** which numbers said of themselves that they are round */
  readonly rounded = new Set<string>();

  record({ key, field, index }: Asked): string | null {
    const name = this.cell(key);
    const [only, ...more] = index.of(name);
    if (only !== undefined && more.length === 0) return only.id;
    const kind = field.to?.name ?? "";
    const several = `有${more.length + 1}个${kind}都叫「${name}」，请先改名`;
    this.fault(key, only === undefined ? `没有叫「${name}」的${kind}，请核对名称或先登记` : several);
    return null;
  }

  unit(key: string, name: string, units: Index): string | null {
    const [only, ...more] = units.of(name);
    if (only !== undefined && more.length === 0) return only.id;
    const known = `名录中有${more.length + 1}个「${name}」，请写全称`;
    this.fault(key, only === undefined ? `承办单位名录中没有「${name}」，请核对名称或先登记单位` : known);
    return null;
  }

  private remember({ key, index }: Asked): void {
    const [only, ...more] = index.of(this.cell(key));
    if (only !== undefined && more.length === 0) this.names[key] = only.name;
  }

  /** Of an empty cell: that a number is a round one was said with the number. */
  private unsaid({ about }: Field): true | undefined {
    return this.rounded.has(about ?? "") ? true : undefined;
  }

  /** A cell as a fact, held to what a form's field is held to; null beside a fault. */
  fact(asked: Asked & { schema: z.ZodType }): unknown {
    const { key, field, schema } = asked;
    const before = this.problems.length;
    const blank = this.cell(key) === "";
    // What a choice may be is told by its own reading.
    if (blank && field.required && field.choices === undefined) this.needed(key, null);
    const value =
      blank && !(field.required && field.choices) ? this.unsaid(field) : reads[field.kind](this, asked);
    if (this.problems.length > before) return null;
    const parsed = schema.safeParse(value);
    if (!parsed.success) this.fault(key, parsed.error.issues[0]?.message ?? "不对，请核对");
    this.remember(asked);
    return parsed.success ? parsed.data : null;
  }
}

export type ReadRecord = { line: number; facts: Facts; day: Day; title: string };

const keyOf = ({ title, day }: Pick<ReadRecord, "title" | "day">): string => `${title}|${day}`;

/** What living records of these days are called: a file read twice is noticed by them. */
async function knownOn(kind: AnyKind, scope: TownshipScope, days: readonly Day[]): Promise<Set<string>> {
  const rows = await scope.tx.$queryRaw<{ facts: Facts & { names?: Names }; day: Day }[]>`
    SELECT ${titled(kind)} AS facts, to_char(r.occurred_on, 'YYYY-MM-DD') AS day FROM ${identifier(kind.table)} r
    WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid AND r.voided_at IS NULL
      AND r.occurred_on = ANY (${days}::date[])`;
  return new Set(
    rows.map(({ facts, day }) => keyOf({ title: titleIn(kind, facts, facts.names ?? {}), day })),
  );
}

/** Rows that say what another row, or a record of the same title and day, says already. */
async function twinsOf(
  kind: AnyKind,
  scope: TownshipScope,
  records: readonly ReadRecord[],
): Promise<CellProblem[]> {
  const known = await knownOn(kind, scope, [...new Set(records.map(({ day }) => day))]);
  const first = new Map<string, number>();
  return records.flatMap((record): CellProblem[] => {
    const { line: at, title, day } = record;
    const earlier = first.get(keyOf(record));
    first.set(keyOf(record), earlier ?? at);
    const named = known.has(keyOf(record)) ? `${day}的${title}已经登记，请删去这一行` : null;
    const doubled = earlier === undefined ? null : `与第${earlier}行是同一${kind.unit}，请删去一行`;
    const message = named ?? doubled;
    return message === null ? [] : [{ line: at, column: "", message }];
  });
}

/** Every row of a file as the facts of a record; with every cell that cannot be one, and every row that is there already. */
export async function readRecords(
  kind: AnyKind,
  scope: TownshipScope,
  rows: readonly ImportRow[],
  today: Day,
): Promise<{ records: ReadRecord[]; problems: CellProblem[] }> {
  const nobody = nameIndex<{ id: string; name: string }>([]);
  const asked: (Asked & { schema: z.ZodType })[] = [];
  for (const [key, field] of fieldsOf(kind)) {
    const index = isPointing(field) ? await namedBy(scope, field) : nobody;
    asked.push({ key, field, schema: inputOf(field), index, round: roundedBy(kind, key) });
  }
  const headers = headersOf(importColumns(kind));
  const records: ReadRecord[] = [];
  const problems: CellProblem[] = [];
  const turn = turns();
  for (const row of rows) {
    const reader = new RecordRow(row, headers);
    const facts = Object.fromEntries(asked.map((one): [string, unknown] => [one.key, reader.fact(one)]));
    problems.push(...reader.problems);
    if (reader.problems.length === 0)
      records.push({
        ...{ line: row.line, facts, title: titleIn(kind, facts, reader.names) },
        day: kind.dayOf(facts as never, today),
      });
    await turn();
  }
  problems.push(...(await twinsOf(kind, scope, records)));
  return { records, problems: problems.toSorted((a, b) => a.line - b.line) };
}
