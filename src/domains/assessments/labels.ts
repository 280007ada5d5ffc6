import { classLabel } from "@/domains/tenancy/labels";
import type { ScoreState } from "./rules/score";

/** What stands in place of points; a missing figure is never printed as 0. */
export const stateLabels: Record<ScoreState, string> = {
  scored: "已计分",
  notApplicable: "无",
  notEntered: "未录",
  notComputed: "尚不计算",
};

type Place = { class: number | null; rank: number | null; rankOf: number; unranked: number; tied: boolean };

/** "二类 5 个乡镇中第 1（其中 4 个未录，没有位次）": of the whole class, and how many of it are missing. */
export function placeText({ class: townshipClass, rank, rankOf, unranked, tied }: Place): string {
  const peers = `${classLabel(townshipClass)} ${rankOf} 个乡镇`;
  if (rank === null) return `还没有位次（${peers}，其中 ${unranked} 个未录，没有位次）`;
  const missing = unranked > 0 ? `（其中 ${unranked} 个未录，没有位次）` : "";
  return `${peers}中第 ${rank}${tied ? "（并列）" : ""}${missing}`;
}

/** By which scheme the points were given, and since when the county has had it. */
export function schemeInText(head: {
  schemeAdopted: boolean;
  schemeName: string;
  schemeSince: string | null;
}): string {
  return head.schemeAdopted
    ? `${head.schemeName}（${head.schemeSince ?? ""} 起采用）`
    : "默认方案（本县尚未采用）";
}
