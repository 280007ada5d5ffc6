import "server-only";
import { everyRow } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import { findingStateLabels } from "../labels";
import { type ListFindingsInput, listFindingsInput } from "../schema";
import { findingRows } from "./findings";

/** The list as shown, all pages, for the office's own register. */
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

/** The findings of a year in their order. */
export const findingsOfYear = (scope: TownshipReader, year: number) =>
  exportFindings(scope, listFindingsInput.parse({ township: "000000000", year, direction: "asc" }));
