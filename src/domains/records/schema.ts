import { z } from "zod";
import { openingLength } from "@/lib/records/alike";
import type { Field } from "@/lib/records/fields";
import type { AnyKind, FactsOf } from "@/lib/records/kind";
import { filtersIn, sortsOf } from "@/lib/records/listing";
import { laterFields, stepsOf } from "@/lib/records/steps";
import {
  day,
  entry,
  id,
  inTownship,
  lines,
  listInput,
  nameText,
  optional,
  optionalDay,
  optionalId,
  optionalLines,
  optionalPhone,
  optionalText,
  phoneText,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";

/** Each named once, however often it was sent; nothing sent is none. */
const ids = (label: string, fewest: number) =>
  z
    .array(id)
    .max(500, `${label}最多 500 个`)
    .nullish()
    .transform((chosen) => [...new Set(chosen)])
    .refine((chosen) => chosen.length >= fewest, `请选择${label}`);

const whole = ({ label, min, max }: Field) =>
  z.int(`${label}应为整数`).min(min, `${label}不能小于 ${min}`).max(max, `${label}不能大于 ${max}`);

const yuan = ({ label, min, max }: Field) =>
  z
    .number(`${label}应为数字`)
    .min(min, `${label}不能小于 ${min} 元`)
    .max(max, `${label}不能大于 ${max} 元`)
    .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, `${label}最多到分`);

const codes = ({ label, choices = {} }: Field) => z.enum(Object.keys(choices), `请选择${label}`);

/** How each kind of field is asked for: first where it must be filled, then where it may be empty. */
const asked: Record<Field["kind"], (field: Field) => [needed: z.ZodType, left: z.ZodType]> = {
  text: ({ label, max }) => [text(max, label), optionalText(max, label)],
  name: ({ label, max }) => [nameText(max, label), optionalText(max, label)],
  note: ({ label, max }) => [lines(max, label), optionalLines(max, label)],
  phone: ({ label }) => [phoneText(label), optionalPhone(label)],
  day: ({ label }) => [day(label), optionalDay(label)],
  count: (field) => [whole(field), optional(whole(field))],
  money: (field) => [yuan(field), optional(yuan(field))],
  choice: (field) => [codes(field), optional(codes(field))],
  yesNo: ({ label }) => [z.boolean(`请选择${label}`), optional(z.boolean())],
  person: () => [id, optionalId],
  unit: () => [id, optionalId],
  people: ({ label }) => [ids(label, 1), ids(label, 0)],
  units: ({ label }) => [ids(label, 1), ids(label, 0)],
  record: ({ label, to }) => [z.uuid(`请选择${label}；还没有登记${to?.name ?? ""}的，请先登记`), optionalId],
};

/** A tick: what is not ticked is not said. */
const ticked = optional(z.boolean()).transform((value) => (value === true ? true : null));

export const inputOf = (field: Field): z.ZodType =>
  field.about === undefined ? asked[field.kind](field)[field.required ? 0 : 1] : ticked;

const shapeOf = (kind: AnyKind): z.ZodRawShape =>
  Object.fromEntries(Object.entries(kind.fields).map(([key, field]) => [key, inputOf(field)]));

type Keyed = { township: string; idempotencyKey: string };
type Origin = { sourceNote: string | null; lateReason: string | null };

export type CreateInput<Kind> = Keyed & FactsOf<Kind> & Origin;
export type EditInput<Kind> = Keyed & FactsOf<Kind> & { id: string; version: number };
/** What a form sends: what may be empty may be left out. */
type Sent<Facts> = {
  [Key in keyof Facts as MayBeLeft<Facts[Key]> extends true ? never : Key]: Facts[Key];
} & {
  [Key in keyof Facts as MayBeLeft<Facts[Key]> extends true ? Key : never]?: Facts[Key] | undefined;
};
/** Whether people or units must be named is not told by their type. */
type MayBeLeft<Fact> = null extends Fact ? true : Fact extends readonly unknown[] ? true : false;
export type CreateSent<Kind> = Keyed & Sent<FactsOf<Kind>> & { [Key in keyof Origin]?: string | null };
export type EditSent<Kind> = Keyed & Sent<FactsOf<Kind>> & { id: string; version: number };

// A definition is read while the program runs; its facts' types follow from the same definition (lib/records/kind).
/** @param more what else a slice's own command takes with a new record */
export const createInputOf = <Kind extends AnyKind, More extends z.ZodRawShape = z.ZodRawShape>(
  kind: Kind,
  more?: More,
) =>
  townshipChange({ ...shapeOf(kind), ...entry, ...more }) as unknown as z.ZodType<
    CreateInput<Kind> & z.output<z.ZodObject<More>>,
    CreateSent<Kind> & z.input<z.ZodObject<More>>
  >;

/** @param more what a kind's own command takes beside its facts, such as the roll of a meeting */
export const createInputWith = <Kind extends AnyKind, More extends z.ZodRawShape>(kind: Kind, more: More) =>
  townshipChange({ ...shapeOf(kind), ...entry, ...more }) as unknown as z.ZodType<
    CreateInput<Kind> & z.output<z.ZodObject<More>>,
    CreateSent<Kind> & z.input<z.ZodObject<More>>
  >;

/** @param more what a kind's own command takes beside its facts */
export const editInputWith = <Kind extends AnyKind, More extends z.ZodRawShape>(kind: Kind, more: More) =>
  townshipChange({ id, version, ...shapeOf(kind), ...more }) as unknown as z.ZodType<
    EditInput<Kind> & z.output<z.ZodObject<More>>,
    EditSent<Kind> & z.input<z.ZodObject<More>>
  >;

export const editInputOf = <Kind extends AnyKind>(kind: Kind) =>
  townshipChange({ id, version, ...shapeOf(kind) }) as unknown as z.ZodType<EditInput<Kind>, EditSent<Kind>>;

/** A step's fields by their keys; those of other steps are null. */
export type StepInput = Keyed & { id: string; version: number; step: string } & Readonly<
    Record<string, unknown>
  >;
type Codes<Kind> = Kind extends { readonly steps: infer Taken } ? keyof NonNullable<Taken> & string : never;
export type StepSent<Kind> = Keyed & { id: string; version: number; step: Codes<Kind> } & {
  [Key in keyof FactsOf<Kind>]?: FactsOf<Kind>[Key] | undefined;
};

export function stepInputOf<Kind extends AnyKind>(kind: Kind) {
  const later = laterFields(kind);
  const shape = Object.fromEntries(Object.entries(shapeOf(kind)).filter(([key]) => later.includes(key)));
  const step = z.enum(stepsOf(kind).map(([code]) => code));
  return townshipChange({ id, version, step, ...shape }) as unknown as z.ZodType<StepInput, StepSent<Kind>>;
}

/** What a record that is about to be entered is compared by; a text by how it begins. */
export const alikeInput = inTownship({
  day: day("日期"),
  topic: optionalText(500, "主题"),
  // Characters beyond the basic plane count twice in a text's length.
  texts: z
    .array(lines(2 * openingLength, "内容"))
    .max(10)
    .default([]),
  places: z.array(id).max(500).default([]),
});
export type AlikeInput = z.output<typeof alikeInput>;

export type ListInput = {
  township: string;
  q: string;
  page: number;
  pageSize: number;
  sort: string;
  direction: "asc" | "desc";
  year: number | null;
  voided: boolean;
  /** codes of the kind's own filters, null where none was chosen */
  where: Readonly<Record<string, string | null>>;
};
export type ListSent = { township: string; where?: Readonly<Record<string, string | null | undefined>> } & {
  [Key in Exclude<keyof ListInput, "township" | "where">]?: ListInput[Key] | undefined;
};

export const listInputOf = (kind: AnyKind, sorts: readonly string[] = []) => {
  const where = filtersIn(kind).map(([key, field]) => [key, optional(codes(field))] as const);
  return inTownship({
    ...listInput(sortsOf(kind, sorts)),
    year: optional(year),
    voided: z.boolean().default(false),
    where: z.strictObject(Object.fromEntries(where)).prefault({}),
  }) as unknown as z.ZodType<ListInput, ListSent>;
};
