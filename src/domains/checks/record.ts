import type { Face } from "@/lib/records/kind";
import { spotResultLabels } from "@/domains/figures/rules/spot-results";

export const spotDraw = {
  type: "spotDraw",
  name: "抽查",
  unit: "次",
  path: null,
  table: "spot_draw",
  words: { fields: { source: "公开号码", opensOn: "开奖日期", per: "每项条数", text: "号码", seed: "种子" } },
} as const satisfies Face;

export const spotCheck = {
  type: "spotCheck",
  name: "抽查记录",
  unit: "条",
  path: null,
  table: "spot_result",
  words: { fields: { result: "结果", reason: "理由" }, codes: { result: spotResultLabels } },
} as const satisfies Face;
