import type { SetUpStep } from "./schema";

/** The first steps, each with the page where it is done and the unit of what it counts. */
export const setUpLabels: Record<SetUpStep, { what: string; page: string; unit: string }> = {
  units: { what: "承办单位", page: "suggestions/units", unit: "个" },
  deputies: { what: "代表名册", page: "deputies", unit: "人" },
  terms: { what: "本届届次", page: "sessions", unit: "届" },
  members: { what: "主席团成员", page: "presidium/members", unit: "人" },
  sessions: { what: "最近一次人代会", page: "sessions/new", unit: "次" },
};
