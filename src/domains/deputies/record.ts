import { count, day, maybe, text } from "@/lib/records/fields";
import { type Face, recordKind } from "@/lib/records/kind";
import { endReasonLabels, genderLabels, groupRoleLabels, levelLabels } from "./labels";

export const deputy = {
  type: "deputy",
  name: "代表",
  unit: "人",
  path: "deputies",
  table: "deputy",
  terms: { table: "mandate", by: "deputy_id" },
  words: {
    fields: {
      name: "姓名",
      gender: "性别",
      birthYear: "出生年份",
      ethnicity: "民族",
      education: "学历",
      party: "政治面貌",
      occupation: "职业",
      level: "级别",
      termName: "届次",
      constituency: "选区",
      endsOn: "任期终止",
      endReason: "终止原因",
    },
    codes: { gender: genderLabels, level: levelLabels, endReason: endReasonLabels },
  },
} as const satisfies Face;

/** 代表小组: deputies of all levels who work together; who is in it, and since when, stands in dated lines. */
export const deputyGroup = recordKind({
  type: "deputyGroup",
  name: "代表小组",
  unit: "个",
  router: "groups",
  path: "deputies/groups",
  rights: "deputies",
  words: { fields: { role: "组内职务" }, codes: { role: groupRoleLabels } },
  register: true,
  titleOf: ({ name }) => `代表小组「${name}」`,
  fields: {
    name: text("小组名称", 40, { list: "sortable", search: true, hint: "如 第一代表小组" }),
    area: maybe(text("活动范围", 100, { list: true, search: true, hint: "所含村（社区）" })),
    occurredOn: day("编组日期", {
      list: "sortable",
      hint: "当初编组的那天；以前的小组活动、整组选人都从这天起",
    }),
    sortOrder: maybe(count("排列次序", "", { max: 999 })),
  },
});

export const seatQuota = {
  type: "seatQuota",
  name: "代表名额",
  unit: "条",
  path: null,
  table: "seat_quota",
} as const satisfies Face;

/** 请假时段: kept apart from the deputy, whose frozen years it does not touch; it has the years it lies in. */
export const deputyLeave = {
  type: "deputyLeave",
  name: "代表请假",
  unit: "条",
  path: null,
  table: "deputy_leave",
  words: { fields: { startsOn: "第一天", endsOn: "最后一天", reason: "事由" } },
} as const satisfies Face;
