import type { Standing } from "@/lib/records/standing";

/** How many matters were before the committee; how many there should be is for a county's scheme to say. */
export const heardInYear = (matters: number | null): Standing => ({
  text: matters === null ? "未录" : `研究 ${matters} 个议题`,
  gap: null,
});
