import { schemeDefinition } from "@/domains/figures/schema";
import type { Scheme } from "@/domains/figures/rules/scheme";
import { schemeFormat } from "../rules/scheme-text";

export type ReadScheme = { scheme: Scheme } | { refusal: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** "dimensions.0.indicators.1.points" as people count: "第 1 个方面第 2 项指标的 points". */
function placeOf(path: readonly PropertyKey[]): string {
  const names: Record<string, string> = { dimensions: "个方面", indicators: "项指标" };
  const words: string[] = [];
  path.forEach((step, index) => {
    const before = path[index - 1];
    if (typeof step === "number")
      words.push(`第 ${step + 1} ${names[String(before)] ?? `个 ${String(before)}`}`);
    else if (typeof path[index + 1] !== "number") words.push(`的 ${String(step)}`);
  });
  return words.length === 0 ? "方案" : words.join("");
}

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
      refusal: `文件的格式是 ${file["format"].slice(0, 40)}，本系统只认 ${schemeFormat}。请在原系统按这个格式导出。`,
    };
  const read = schemeDefinition.safeParse(file["scheme"]);
  if (read.success) return { scheme: read.data };
  const [fault] = read.error.issues;
  const place = placeOf(fault?.path ?? []);
  return {
    refusal: `文件里${place}不对：${fault?.message ?? "格式不符"}。请改正后再导入，原来的草稿没有动。`,
  };
}
