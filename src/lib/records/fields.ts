import type { Day } from "@/lib/dates";

/** What the kit can store, ask for, show, search, export and import by itself. */
export type FieldKind =
  | "text"
  | "name"
  | "note"
  | "phone"
  | "day"
  | "count"
  | "money"
  | "choice"
  | "yesNo"
  | "person"
  | "people"
  | "unit"
  | "units"
  | "record";

/** Where a field shows besides the form and the record's own page; nothing said, nowhere. */
export type Shown = {
  hint?: string;
  /** What it means where nothing was entered, such as 在任 for a last day; without it 未录. */
  empty?: string;
  /** May be left empty, and is a gap as long as it is: its list says 未录, where others show a dash. */
  owed?: true;
  /** A column of the list; `wide` is left out on a phone's card, `sortable` can be sorted by. */
  list?: true | "wide" | "sortable";
  /** A select above the list; choices and yes/no only. */
  filter?: true;
  /** Found by the list's and the header's search. */
  search?: true;
  /** Other headers offices' tables use for it; said for one field, the kind is read from Excel. */
  headers?: readonly string[];
  /** Its words may tell of a person: no other system is handed them. */
  inside?: true;
  /** Other words offices' tables use for a choice, by its code. */
  alsoWritten?: Readonly<Record<string, readonly string[]>>;
};

/** Of people and units `count` is a column of how many they are: 73 names are read on the record's own page. */
type ManyShown = Omit<Shown, "list"> & { list?: Shown["list"] | "count" };

/** A kind whose living records another may name: by a field of their own, `name`, that is a sortable column, or else by their day. */
export type Target = {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  readonly router: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

export const isNamed = ({ fields }: Target): boolean => "name" in fields;

/** @property value is never there: it carries the type of the stored fact */
export type Field<Value = unknown, Kind extends FieldKind = FieldKind> = ManyShown & {
  readonly kind: Kind;
  readonly label: string;
  readonly required: boolean;
  /** asked for in the form and told in the history; pages, lists and sheets show what the kind's slots make of it */
  readonly formOnly?: true;
  /** a day of what has happened: none that is still to come */
  readonly past?: true;
  /** the longest text, or the largest number */
  readonly max: number;
  readonly min: number;
  /** what a number counts: 人, 元, 页 */
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** the table that holds the ids of `people` and `units`, one line each */
  readonly lines?: string;
  /** the kind of which a `record` names one */
  readonly to?: Target;
  /** it counts those of whom the people of this field are a part: whose names nobody kept (lib/records/headcounts) */
  readonly beside?: string;
  /** it may stand for the people of `beside`: one of the two is said */
  readonly instead?: true;
  /** it says of the number of this field that it is a round one */
  readonly about?: string;
  readonly value?: Value;
};

export type Fields = Readonly<Record<string, Field>>;

const field = <Value, Kind extends FieldKind>(
  kind: Kind,
  label: string,
  shown: ManyShown,
  more: Partial<Pick<Field, "max" | "min" | "unit" | "choices" | "lines" | "to">> = {},
): Field<Value, Kind> => ({ kind, label, required: true, min: 0, max: 0, ...more, ...shown });

/** One line. */
export const text = (label: string, max: number, shown: Shown = {}) =>
  field<string, "text">("text", label, shown, { max });

/** A person's name in one spelling, found by its parts and without its blanks. */
export const name = (label: string, shown: Shown = {}) =>
  field<string, "name">("name", label, shown, { max: 40 });

/** Running text that keeps its line breaks; too long for a list or an Excel column's filter. */
export const note = (label: string, max: number, shown: Shown = {}) =>
  field<string, "note">("note", label, shown, { max });

/** A telephone number: on the record's own page only, covered in its history, never in a list. */
export const phone = (label: string, shown: Pick<Shown, "hint" | "headers"> = {}) =>
  field<string, "phone">("phone", label, shown, { max: 20 });

export const day = (label: string, shown: Shown = {}) => field<Day, "day">("day", label, shown);

/** The day of what has happened by then: forms offer and commands take none after today. */
export const pastDay = (label: string, shown: Shown = {}): Field<Day, "day"> => ({
  ...day(label, shown),
  past: true,
});

/** Years are counts of no unit: a column of them needs none, and a table's title often says the year of all its rows. */
export const isYear = ({ kind, min, max }: Field): boolean => kind === "count" && min >= 1000 && max < 10_000;

/** A whole number. @param unit what is counted, 人 or 次; "" where the number is no amount */
export const count = (label: string, unit: string, shown: Shown & { min?: number; max?: number } = {}) => {
  const { min = 0, max = 1_000_000, ...rest } = shown;
  return field<number, "count">("count", label, rest, { min, max, ...(unit === "" ? {} : { unit }) });
};

/** Yuan, to the fen. */
export const money = (label: string, shown: Shown = {}) =>
  field<number, "money">("money", label, shown, { max: 2_000_000_000, unit: "元" });

export const choice = <const Codes extends Readonly<Record<string, string>>>(
  label: string,
  choices: Codes,
  shown: Shown = {},
) => field<Extract<keyof Codes, string>, "choice">("choice", label, shown, { choices });

/** @param words what yes and no are called, where 是 and 否 say too little */
export const yesNo = (
  label: string,
  words: readonly [yes: string, no: string] = ["是", "否"],
  shown: Shown = {},
) => field<boolean, "yesNo">("yesNo", label, shown, { choices: { true: words[0], false: words[1] } });

/** One deputy of the township, by id. */
export const person = (label: string, shown: Shown = {}) => field<string, "person">("person", label, shown);

/** Deputies, by id. @param lines the table of `<record>_id` and `deputy_id` */
export const people = (label: string, lines: string, shown: ManyShown = {}) =>
  field<string[], "people">("people", label, shown, { lines });

/** One handling unit, by id. */
export const unit = (label: string, shown: Shown = {}) => field<string, "unit">("unit", label, shown);

/** Handling units, by id. @param lines the table of `<record>_id` and `unit_id` */
export const units = (label: string, lines: string, shown: ManyShown = {}) =>
  field<string[], "units">("units", label, shown, { lines });

/** One record of another kind of the kit, by id. */
export const record = (label: string, to: Target, shown: Shown = {}) =>
  field<string, "record">("record", label, shown, { to });

type Left<Value> = Value extends readonly unknown[] ? Value : Value | null;

/** A field that may be left empty, and is null then; people and units are none then. */
export const maybe = <Value, Kind extends FieldKind>(of: Field<Value, Kind>): Field<Left<Value>, Kind> =>
  ({ ...of, required: false }) as Field<Left<Value>, Kind>;

/** A field of which pages, lists and sheets show only what the kind's slots make of it. */
export const formOnly = <Value, Kind extends FieldKind>(of: Field<Value, Kind>): Field<Value, Kind> => ({
  ...of,
  formOnly: true,
});
