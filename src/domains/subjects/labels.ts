import type { AssessedSubject } from "@/domains/figures/rules/subject-schemes";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";

export const subjectTabs = (["group", "unit"] as const).map((key) => ({ key, label: subjectLabels[key] }));

/** What such a league does not offer, in one sentence. */
export const notOffered =
  "只按方案和现在的记录计分、排位：没有封存、评审、申诉和加减分这些环节，记录改了得分跟着变，要定下来的请导出存档。";

/** Whose records are counted as whose. */
export const countedAs: Readonly<Record<AssessedSubject, string>> = {
  group:
    "代表的履职算在年末（本年为今天）所在的小组，没有编入小组的代表不算在任何小组里；几个小组都在的，各算一次。",
  unit: "建议算在现在主办的单位，问题算在责任单位；还没有确定单位的不算在任何单位里。乡镇没有录入的，不算单位的过错，按无计。",
};

/** A place in words; of those without a figure nothing is said. */
export function placeOf({ rank, of, tied, grade, unplaced }: PlaceWords): string {
  if (rank === null) return unplaced === null ? "本年没有可计的事项，不排位" : "件数太少，不排位";
  return `${tied ? "并列" : ""}第 ${rank} 位（共 ${of} 个）${grade === null ? "" : `，${grade}`}`;
}

type PlaceWords = {
  rank: number | null;
  of: number;
  tied: boolean;
  grade: string | null;
  unplaced: string | null;
};
