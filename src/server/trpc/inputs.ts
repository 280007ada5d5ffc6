import { z } from "zod";
import { isDay } from "@/lib/dates";
import { mostImportRows } from "@/lib/sheets";

z.config(z.locales.zhCN());

export const townshipCode = z.string().regex(/^\d{9}$/, "乡镇代码应为9位数字");

/** Every input is strict: a key the procedure does not know, such as a tenant id, is refused [S8][S44]. */
export const inTownship = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject({ township: townshipCode, ...shape });

export const townshipChange = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject({ township: townshipCode, idempotencyKey: z.uuid(), ...shape });

export const inCounty = <Shape extends z.core.$ZodShape>(shape: Shape) => z.strictObject(shape);

export const countyChange = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject({ idempotencyKey: z.uuid(), ...shape });

/** Control characters and halves of surrogate pairs: no form can send them and no database keeps them [S48]. */
const isTypeable = (value: string): boolean =>
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/u.test(value);

/** Text as people type it: trimmed, and free of the control characters no form can send. */
export const text = (max: number, label: string) =>
  z
    .string()
    .trim()
    .min(1, `请填写${label}`)
    .max(max, `${label}不能超过${max}字`)
    .refine(isTypeable, `${label}含有不能保存的字符`);

export const optionalText = (max: number, label: string) =>
  z
    .union([text(max, label), z.literal("").transform(() => null), z.null()])
    .optional()
    .transform((value) => value ?? null);

/** "YYYY-MM-DD", a real calendar date. */
export const day = (label: string) => z.string().refine(isDay, `${label}应为日期，如 2026-03-05`);

export const optionalDay = (label: string) =>
  z
    .union([day(label), z.literal("").transform(() => null), z.null()])
    .optional()
    .transform((value) => value ?? null);

export const id = z.uuid("编号不对，请从列表重新选择");
export const version = z.int().min(1);

/** What may be left out, or sent as null; either way it is null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
export const optionalId = optional(id);

/** Years of work that is counted: from the first people's congresses on, and far from mistyped ones. */
export const year = z.int().min(1949, "年份不对").max(2100, "年份不对");
export const page = z.int().min(1).max(100_000).default(1);
export const searchText = z
  .string()
  .trim()
  .max(100, "查找的文字不能超过100字")
  .refine(isTypeable, "查找的文字含有无法识别的字符")
  .default("");

/** Where a record was taken from, and why it is entered late: part of every form that makes one. */
export const entry = {
  sourceNote: optionalText(200, "资料出处"),
  lateReason: optionalText(200, "补录原因"),
};

export const townshipInput = inTownship({});
export const byIdInput = inTownship({ id });
/** A change of one record that needs nothing but its reason: striking it out, opening it again. */
export const reasonInput = townshipChange({ id, version, reason: text(200, "原因") });

/** Rows of a workbook: texts as people typed them, so that the command can say of every cell what is wrong with it. */
export const importRows = (longestCell: number) =>
  townshipChange({
    rows: z
      .array(
        z.strictObject({
          line: z.int().min(1).max(1_048_576),
          cells: z.record(z.string().max(40), z.string().max(longestCell).nullable()),
        }),
      )
      .min(1, "文件里没有数据")
      .max(mostImportRows, `一次最多导入 ${mostImportRows} 行，请分开导入`),
  });

export type ByIdInput = z.output<typeof byIdInput>;
export type ReasonInput = z.output<typeof reasonInput>;

/** What every list takes; sort keys are an allow-list of the slice's own [S51][S53]. */
export const listInput = <const Sorts extends readonly [string, ...string[]]>(sorts: Sorts) => ({
  q: searchText,
  page,
  pageSize: z.int().min(1).max(100).default(20),
  sort: z.enum(sorts).default(sorts[0]),
  direction: z.enum(["asc", "desc"]).default("desc"),
  year: optional(z.int().min(1949).max(2100)),
});
