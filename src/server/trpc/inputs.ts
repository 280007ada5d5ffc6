import { z } from "zod";
import { isDay } from "@/lib/dates";
import { saysSomething } from "@/lib/likeness";
import { pageRows, printedRows } from "@/lib/listing";
import { spelledName } from "@/lib/person-name";
import { longestImportCell, mostImportRows } from "@/lib/sheets";
import { refusedSign, tidyLine, tidyLines } from "@/lib/text";
import { speakChinese } from "@/lib/zod-messages";

speakChinese();

export const townshipCode = z.string().regex(/^\d{9}$/, "乡镇代码应为9位数字");

/** Every input is strict: a key the procedure does not know, such as a tenant id, is refused [S8][S44]. */
export const inTownship = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject({ township: townshipCode, ...shape });

export const townshipChange = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject({ township: townshipCode, idempotencyKey: z.uuid(), ...shape });

export const inCounty = <Shape extends z.core.$ZodShape>(shape: Shape) => z.strictObject(shape);

export const countyChange = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject({ idempotencyKey: z.uuid(), ...shape });

/** What cannot be kept is named with its place, so that it can be found and taken out. */
const refuseSigns = (label: string) => (context: z.core.ParsePayload<string>) => {
  const fault = refusedSign(context.value);
  if (fault === null) return;
  const message = `「${label}」${fault}，请删去后再保存`;
  context.issues.push({ code: "custom", input: context.value, message });
};

/** A password goes nowhere but into its hash, yet what no keyboard sends is refused here too. */
export const password = (label: string) =>
  z.string().min(1, `请填写${label}`).max(400, `${label}不能超过400字`).check(refuseSigns(label));

/** Blanks and signs that show nothing may come on top of what is kept; what is longer still is not even tidied. */
const written = (tidy: (typed: string) => string, max: number, label: string) => {
  const message = `${label}不能超过${max}字`;
  return z
    .string()
    .max(4 * max + 1_000, { message, abort: true })
    .overwrite(tidy)
    .max(max, message)
    .check(refuseSigns(label));
};

/** What must be said is said in words: signs alone would pass for it and tell nothing. */
const needed = (tidy: (typed: string) => string, max: number, label: string) =>
  written(tidy, max, label)
    .min(1, `请填写${label}`)
    .refine((said) => said === "" || saysSomething(said), `请用文字写明${label}，不能只填标点或符号`);

/** One line as people type or paste it. */
export const text = (max: number, label: string) => needed(tidyLine, max, label);
/** Running text: it keeps its line breaks, whatever they were made with. */
export const lines = (max: number, label: string) => needed(tidyLines, max, label);

/** What a screen was given and hands back as it was. */
export const givenText = (max: number, label: string) => written((given) => given, max, label).min(1);

/** One line of something still being drafted: it may be empty. */
export const draftText = (max: number, label: string) => written(tidyLine, max, label);
export const draftLines = (max: number, label: string) => written(tidyLines, max, label);

const orNull = (schema: z.ZodType<string, string>) =>
  schema.nullish().transform((value) => (value === "" ? null : (value ?? null)));
export const optionalText = (max: number, label: string) => orNull(written(tidyLine, max, label));
export const optionalLines = (max: number, label: string) => orNull(written(tidyLines, max, label));

const phoneSigns = "电话号码只能有数字，如 0580-4470000";
export const phoneText = (label: string) => text(20, label).regex(/^[\d+\-() ]{5,20}$/, phoneSigns);
export const optionalPhone = (label: string) =>
  orNull(written(tidyLine, 20, label).regex(/^([\d+\-() ]{5,20})?$/, phoneSigns));

/** "YYYY-MM-DD", a real calendar date. */
export const day = (label: string) => z.string().refine(isDay, `${label}应为日期，如 2026-03-05`);

export const optionalDay = (label: string) =>
  z
    .union([day(label), z.literal("").transform(() => null), z.null()])
    .optional()
    .transform((value) => value ?? null);

export const id = z.uuid("编号不对，请从列表重新选择");
/** The most that a version, or any whole number of a column, may be. */
const largestInteger = 2_147_483_647;
export const version = z
  .int()
  .min(1, "版本号不对，请刷新页面后再保存")
  .max(largestInteger - 1, "版本号不对，请刷新页面后再保存");

/** What may be left out, or sent as null; either way it is null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
export const optionalId = optional(id);

/** Years of work that is counted: from the first people's congresses on, and far from mistyped ones. */
export const year = z.int().min(1949, "年份不对").max(2100, "年份不对");
export const page = z.int().min(1).max(100_000).default(1);
export const searchText = written(tidyLine, 100, "查找的文字").default("");

/** Where a record was taken from, and why it is entered late: part of every form that makes one. */
export const entry = {
  sourceNote: optionalText(200, "资料出处"),
  lateReason: optionalText(200, "补录原因"),
};

export const townshipInput = inTownship({});
export const byIdInput = inTownship({ id });
/** A change of one record that needs nothing but its reason: striking it out, opening it again. */
export const reasonInput = townshipChange({ id, version, reason: lines(200, "原因") });

const importedRows = z
  .array(
    z.strictObject({
      line: z.int().min(1).max(1_048_576),
      // As much as Excel's own cell holds: what is too long for its field is named by the command, with its place.
      cells: z.record(z.string().max(40), written(tidyLines, longestImportCell, "单元格").nullable()),
    }),
  )
  .min(1, "文件里没有数据")
  .max(mostImportRows, `一次最多导入 ${mostImportRows} 行，请分开导入`);

/** Rows of a workbook: texts as people typed them, so that the command can say of every cell what is wrong with it. */
export const importRows = townshipChange({ rows: importedRows });
export const countyImportRows = countyChange({ rows: importedRows });

/** What a person answered to questions about rows that may be there already. */
export const rowAnswers = z
  .array(z.strictObject({ line: z.int().min(1).max(1_048_576), value: text(4_000, "是否同一人") }))
  .max(mostImportRows)
  .default([]);

/** A person's name in one spelling, however it was typed; notes behind it stay. */
export const nameText = (max: number, label: string) =>
  text(max, label)
    .transform(spelledName)
    .pipe(z.string().min(1, `请填写${label}`));

export type ByIdInput = z.output<typeof byIdInput>;
export type ImportRowsInput = z.output<typeof importRows>;
export type ReasonInput = z.output<typeof reasonInput>;

/** What every list takes; sort keys are an allow-list of the slice's own [S51][S53]. */
export const listInput = <const Sorts extends readonly [string, ...string[]]>(sorts: Sorts) => ({
  q: searchText,
  page,
  pageSize: z.int().min(1).max(printedRows).default(pageRows),
  sort: z.enum(sorts).default(sorts[0]),
  direction: z.enum(["asc", "desc"]).default("desc"),
  year: optional(z.int().min(1949).max(2100)),
});
