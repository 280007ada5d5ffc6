import type { SetUpStep } from "./schema";

/**
 * The first steps, each with the page where it is done and the unit of what it counts: its form, unless several are entered
 * at once from its list.
 */
export const setUpLabels: Record<SetUpStep, { what: string; page: string; unit: string }> = {
  deputies: { what: "代表名册和选区", page: "deputies", unit: "人" },
  seats: { what: "代表名额", page: "deputies", unit: "条" },
  terms: { what: "本届届次", page: "sessions", unit: "届" },
  members: { what: "主席团成员", page: "presidium/members", unit: "人" },
  units: { what: "承办单位", page: "suggestions/units/new", unit: "个" },
  groups: { what: "代表小组", page: "deputies/groups/new", unit: "个" },
  stations: { what: "代表联络站", page: "stations/new", unit: "个" },
  plans: { what: "年度计划", page: "plans", unit: "项" },
  sessions: { what: "最近一次人代会", page: "sessions/new", unit: "次" },
  activities: { what: "第一次监督活动", page: "supervision/new", unit: "次" },
  receptions: { what: "第一次接待选民", page: "contact/new", unit: "次" },
  projects: { what: "民生实事项目", page: "projects/new", unit: "个" },
};
