import { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const units: Record<string, string> = { string: "字", array: "项", set: "项", map: "项", file: "字节" };

function bounds(issue: Issue & { code: "too_big" | "too_small" }): string {
  const unit = units[issue.origin] ?? "";
  const than = issue.code === "too_big" ? "不能多于" : "不能少于";
  const limit = issue.code === "too_big" ? issue.maximum : issue.minimum;
  return unit === ""
    ? `数值${issue.code === "too_big" ? "太大" : "太小"}，${than} ${limit}`
    : `${than} ${limit} ${unit}`;
}

/** For whatever a schema has no sentence of its own for. The types' English names help nobody at a screen. */
function sentence(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? "有必填的项没有填" : "有一项填写的格式不对";
    case "invalid_value":
      return "有一项不在可选的范围内，请重新选择";
    case "too_big":
    case "too_small":
      return bounds(issue);
    case "unrecognized_keys":
      return "请求里有不认识的内容，请刷新页面后再试";
    case "not_multiple_of":
      return "有一项的数值不对";
    default:
      return "有一项填写的格式不对";
  }
}

/** Once a process: every schema speaks Chinese. */
export function speakChinese(): void {
  z.config({ localeError: sentence });
}
