import type { Standing } from "@/lib/records/standing";

export type ResolutionsOfYear = { adopted: number; filed: number; tasks: number; done: number };

/** How many resolutions the year has, and which of them the county has not been told of [R25]. */
export function resolutionsOfYear(figures: ResolutionsOfYear | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年通过的决议决定还没有登记` };
  const { adopted, filed, tasks, done } = figures;
  const unfiled = adopted - filed;
  return {
    text: `通过 ${adopted} 件，已报备案 ${filed} 件${tasks === 0 ? "" : `，任务完成 ${done}/${tasks}`}`,
    gap: unfiled > 0 ? `${unfiled} 件还没有报县人大常委会备案` : null,
  };
}
