import type { z } from "zod";
import { type FinalBundle, finalFormat } from "@/domains/figures/rules/final-result";
import { type Bundle, bundleFormat } from "@/domains/figures/rules/snapshot";
import { type Check, verifyBundle } from "@/domains/figures/rules/verify-bundle";
import { finalSchema, frozenSchema } from "./bundle-schema";

/** What is wrong with a file before anything of it can be reckoned: a sentence that says what to do. */
export class UnreadableBundle extends Error {}

const isFormat = (value: unknown): value is { format: string } =>
  typeof value === "object" && value !== null && "format" in value && typeof value.format === "string";

const schemas = new Map<string, z.ZodType<Bundle | FinalBundle>>([
  [bundleFormat, frozenSchema],
  [finalFormat, finalSchema],
]);

/** Where zod found a fault, and what to make of it. */
const mostTold = 3;

export function readBundle(text: string): Bundle | FinalBundle {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableBundle("这个文件不是完整的 JSON，可能下载中断了。请重新下载封存数据文件后再核验。");
  }
  if (!isFormat(value))
    throw new UnreadableBundle(
      "这个文件不是封存数据文件（没有 format 一项）。请选择从「封存」面板下载的文件。",
    );
  const schema = schemas.get(value.format);
  if (schema === undefined)
    throw new UnreadableBundle(
      `文件格式是「${value.format}」，本程序只能核验「${[...schemas.keys()].join("」、「")}」。请用与文件同一版本的程序核验。`,
    );
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const places = read.error.issues.slice(0, mostTold).map(({ path }) => path.join(".") || "文件开头");
  throw new UnreadableBundle(
    `文件的内容不完整或不合格式，共 ${read.error.issues.length} 处，先看：${places.join("、")}。请重新下载后再核验。`,
  );
}

const linesOf = ({ township, faults }: Check): string[] => {
  const name = township ?? "全卷（方案、摘要、完整性）";
  return faults.length === 0
    ? [`${name}：一致`]
    : [`${name}：不一致`, ...faults.map((fault) => `  - ${fault}`)];
};

/** The report of a check, line by line, and whether all of it agrees. */
export function reportOf(bundle: Bundle | FinalBundle): { lines: string[]; agrees: boolean } {
  const checks = verifyBundle(bundle);
  const wrong = checks.filter(({ faults }) => faults.length > 0).length;
  const rows = bundle.evidence.reduce((sum, part) => sum + part.rows.length, 0);
  return {
    lines: [
      `${bundle.county.name} ${bundle.year} 年度考核，封存于 ${bundle.frozenAt}，乡镇 ${bundle.townships.length} 个，证据 ${rows} 条`,
      `摘要 ${bundle.hash}`,
      ...(bundle.format === finalFormat
        ? [
            `${bundle.decision.meetingOn} ${bundle.decision.meetingNumber}决定，封存时的摘要 ${bundle.frozenHash}`,
          ]
        : []),
      ...checks.flatMap(linesOf),
      wrong === 0 ? "核验结果：全部一致。" : `核验结果：有 ${wrong} 处不一致，这份文件不能作为依据。`,
    ],
    agrees: wrong === 0,
  };
}
