import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isDay } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { speakChinese } from "@/lib/zod-messages";
import type { ExportScope } from "../rules/scopes";

speakChinese();

/** A page of rows, and the mark with which the next one is asked for; null on the last. */
export type ExportPage<Row> = { rows: Row[]; next: string | null };

/**
 * One address of the export API, said once: the route, the OpenAPI document, the tests of isolation and the test of each
 * answer are made from this value.
 */
export type Endpoint = {
  /** its operation's name in the document */
  name: string;
  /** below /api/v1 */
  path: string;
  scope: ExportScope;
  /** Chinese, one line */
  summary: string;
  /** Chinese, for who programs against it */
  description: string;
  query: z.ZodObject;
  row: z.ZodObject;
  /** @param asked the address's parameters as they were written */
  read: (scope: CountyScope, asked: Record<string, string>) => Promise<ExportPage<Record<string, unknown>>>;
};

type Said<Query extends z.ZodObject, Row extends z.ZodObject> = Omit<Endpoint, "query" | "row" | "read"> & {
  query: Query;
  row: Row;
  read: (scope: CountyScope, asked: z.output<Query>) => Promise<ExportPage<z.input<Row>>>;
};

/** What an answer holds is what its schema names: whatever else a statement gave stays here. */
export function endpoint<Query extends z.ZodObject, Row extends z.ZodObject>(
  said: Said<Query, Row>,
): Endpoint {
  const { query, row, read } = said;
  return {
    ...said,
    read: async (scope, asked) => {
      const { rows, next } = await read(scope, query.parse(asked));
      return { rows: z.array(row).parse(rows), next };
    },
  };
}

const described = (description: string, example?: string) => ({
  description,
  ...(example === undefined ? {} : { example }),
});

export const format = z
  .enum(["json", "csv"], "format 只能是 json 或 csv")
  .default("json")
  .meta(described("答复的格式。CSV 是 UTF-8，带 BOM，第一行是列名；下一页的标记在响应头 X-Next 里。"));

const [usualRows, mostRows] = [200, 1_000];

/** Parameters of every list that is read in pages. */
export const paging = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, `limit 应是 1 到 ${mostRows} 的整数`)
    .transform(Number)
    .refine((rows) => rows <= mostRows, `limit 最多 ${mostRows}`)
    .default(usualRows)
    .meta(described(`一页最多几行，1 到 ${mostRows}，不写是 ${usualRows}。`, "200")),
  after: z
    .string()
    .regex(/^[\w-]{1,200}$/, "after 应是上一页答复里的 next，请照抄")
    .optional()
    .meta(described("上一页答复里的 next，照抄；不写就是第一页。")),
  format,
};

/** Several values in one parameter, between commas. @param message what is wrong with one that is none of them */
const listed = <Value extends string>(isOne: (text: string) => text is Value, message: string) =>
  z
    .string()
    .max(2_000, "写得太多，请分几次读")
    .transform((text, context): Value[] => {
      const values = text.split(",");
      const known = values.filter(isOne);
      if (known.length < values.length) context.issues.push({ code: "custom", input: text, message });
      return known;
    })
    .optional();

const isTownshipCode = (text: string): text is string => /^\d{9}$/.test(text);

export const townshipsAsked = listed(
  isTownshipCode,
  "township 应是 9 位乡镇代码，几个之间用半角逗号隔开",
).meta({
  description: "只要这些乡镇：9 位乡镇代码，几个之间用半角逗号隔开；不写就是全县。",
  example: "330921101,330921102",
});

/** @param name the parameter's */
export const codesAsked = <const Code extends string>(codes: readonly Code[], name: string) =>
  listed(
    (text): text is Code => (codes as readonly string[]).includes(text),
    `${name} 里有认不得的编号，请对照说明核对`,
  );

export const yearAsked = z
  .string()
  .regex(/^(19[5-9]\d|20\d\d|2100)$/, "year 应是 1950 到 2100 的年份，如 2026")
  .transform(Number)
  .meta(described("工作年度，如 2026。", "2026"));

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

export const sinceAsked = z
  .string()
  .refine((text) => isDay(text) || (instant.test(text) && !Number.isNaN(Date.parse(text))), {
    error:
      "updatedSince 应是日期（2026-03-05）或带时区的时间（2026-03-05T08:00:00+08:00，网址里的加号写成 %2B）",
  })
  .transform((text) => new Date(isDay(text) ? `${text}T00:00:00+08:00` : text))
  .optional()
  .meta(
    described(
      "只要这个时间以后有变动（含作废）的：日期，或带时区的时间。把上一次读取第一页的 asOf 照抄在这里，就只读变动过的。",
      "2026-03-05T08:00:00+08:00",
    ),
  );

/** "YYYY-MM-DD". */
export const dayCell = z.string().refine(isDay).meta({ format: "date" });

/** A time with its zone, as the database writes it. */
export const timeCell = z
  .string()
  .refine((text) => instant.test(text))
  .meta({ format: "date-time" });

const wrongMark = () =>
  new AppError("BAD_REQUEST", "翻页标记 after 不对，请照抄上一页的 next，或者从第一页重新读。");

/** A mark says where the page before ended, and nothing of what lies behind it. */
export const markOf = (place: readonly string[]): string =>
  Buffer.from(place.join(" ")).toString("base64url");

/** @throws BAD_REQUEST for what no page of ours gave */
export function placeIn<Place>(mark: string | undefined, place: z.ZodType<Place>): Place | null {
  if (mark === undefined) return null;
  const read = place.safeParse(Buffer.from(mark, "base64url").toString("utf8").split(" "));
  if (!read.success) throw wrongMark();
  return read.data;
}

/** @param rows one more than `limit`, if there are more */
export const pageOfRows = <Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (last: Row) => string[],
): ExportPage<Row> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? markOf(placeOf(last)) : null };
};
