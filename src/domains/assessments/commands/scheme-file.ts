import { schemeDefinition } from "@/domains/figures/schema";
import type { Scheme } from "@/domains/figures/rules/scheme";
import { placeInScheme } from "../rules/scheme-places";
import { schemeFormat } from "../rules/scheme-text";

export type ReadScheme = { scheme: Scheme } | { refusal: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const versionOf = (format: string): string => format.slice(format.indexOf("/") + 1, 40);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** The scheme that a file holds, or the sentence that says why it cannot be taken. */
export function readSchemeFile(text: string): ReadScheme {
  const file = parsed(text);
  if (!isObject(file)) return { refusal: "文件已损坏，或不是考核方案文件。请重新导出后再导入。" };
  if (typeof file["format"] !== "string" || !file["format"].startsWith("assessment-scheme/"))
    return { refusal: "这不是考核方案文件。请选择用本系统「导出方案文件」得到的文件。" };
  if (file["format"] !== schemeFormat)
    return {
      refusal: `文件是第 ${versionOf(file["format"])} 版格式，本系统只认第 ${versionOf(schemeFormat)} 版。请在原系统按这一版格式导出。`,
    };
  const read = schemeDefinition.safeParse(file["scheme"]);
  if (read.success) return { scheme: read.data };
  const [fault] = read.error.issues;
  const place = placeInScheme(fault?.path ?? []);
  return {
    refusal: `文件里${place}不对：${fault?.message ?? "格式不符"}。请改正后再导入，原来的草稿没有动。`,
  };
}
