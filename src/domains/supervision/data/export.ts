import "server-only";
import { everyRow } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import { activityKindLabels, activityStateLabels, findingStateLabels } from "../labels";
import {
  type ListActivitiesInput,
  listActivitiesInput,
  type ListFindingsInput,
  listFindingsInput,
} from "../schema";
import { activityRows } from "./activities";
import { findingRows } from "./findings";

/** The list as shown, all pages, for the office's own register. */
export async function exportActivities(scope: TownshipReader, input: ListActivitiesInput) {
  const rows = await everyRow("项", activityRows(scope, input));
  return {
    title: "监督活动台账",
    columns: [
      { header: "日期", width: 12, kind: "day" as const },
      { header: "类别", width: 12 },
      { header: "主题", width: 40 },
      { header: "法律法规", width: 24 },
      { header: "受检单位", width: 30 },
      { header: "参加代表（人）", width: 12, kind: "number" as const },
      { header: "发现问题（个）", width: 12, kind: "number" as const },
      { header: "未销号（个）", width: 12, kind: "number" as const },
      { header: "状态", width: 10 },
    ],
    rows: rows.map((row) => [
      row.occurredOn,
      activityKindLabels[row.kind],
      row.topic,
      row.lawName,
      row.units,
      row.deputies,
      row.findings,
      row.openFindings,
      activityStateLabels[row.state],
    ]),
  };
}

export async function exportFindings(scope: TownshipReader, input: ListFindingsInput) {
  const rows = await everyRow("个", findingRows(scope, input));
  return {
    title: "监督问题清单",
    columns: [
      { header: "发现日期", width: 12, kind: "day" as const },
      { header: "来源活动", width: 36 },
      { header: "序号", width: 8, kind: "number" as const },
      { header: "问题", width: 50 },
      { header: "整改单位", width: 24 },
      { header: "整改期限", width: 12, kind: "day" as const },
      { header: "状态", width: 10 },
      { header: "销号日期", width: 12, kind: "day" as const },
      { header: "返工次数", width: 10, kind: "number" as const },
    ],
    rows: rows.map((row) => [
      row.occurredOn,
      row.topic,
      row.number,
      row.description,
      row.unit,
      row.dueOn,
      findingStateLabels[row.state],
      row.closedOn,
      row.reopenedCount,
    ]),
  };
}

/** The activities of a year in their order, and what they found. */
export const activitiesOfYear = (scope: TownshipReader, year: number) =>
  exportActivities(scope, listActivitiesInput.parse({ township: "000000000", year, direction: "asc" }));

export const findingsOfYear = (scope: TownshipReader, year: number) =>
  exportFindings(scope, listFindingsInput.parse({ township: "000000000", year, direction: "asc" }));
