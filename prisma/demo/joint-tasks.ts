import type { Committee, TaskKind } from "@/domains/joint-tasks/labels";
import type { TaskState } from "@/domains/joint-tasks/rules/progress";

/** How far one township is with its part; `usual` is by its habits: in time, or late where the office is slack. */
export type Fate =
  "usual" | "again" | "submitted" | "returned" | "underway" | "accepted" | "proposed" | "waiting" | "hidden";

/**
 * Days are told as shares of the year: below 1 of what of it has gone by, above 1 of what is left.
 * @property fates of the townships in turn
 */
export type DemoTask = {
  title: string;
  kind: TaskKind;
  lawName: string | null;
  committee: Committee;
  checklist: string | null;
  unit: string;
  problems: readonly string[];
  days: readonly [from: number, until: number, due: number];
  state: TaskState;
  fates: readonly Fate[];
  /** to which of the townships it goes, and what it inspects there, where that is not all of them and the unit above */
  /** so many working days after the other draft that collides with it */
  later?: number;
  among?: readonly { nth: number; units: readonly string[] }[];
};

/**
 * Eight tasks in all states, of which two are merged and townships differ in what they handed in by the day; and one draft more
 * that collides with the other: within a fortnight in three townships, on one day with somebody who goes along with both, and with a unit inspected twice already.
 */
export const demoTasks: readonly DemoTask[] = [
  {
    ...{ title: "食品安全法实施情况联动检查", kind: "lawInspection", committee: "culture" },
    ...{ lawName: "中华人民共和国食品安全法", checklist: "foodSafety", unit: "综合行政执法队" },
    problems: ["一家餐馆从业人员没有健康证明", "农贸市场熟食摊没有进货记录", "小作坊没有登记"],
    ...{ days: [0.2, 0.28, 0.36], state: "closed", fates: ["usual", "usual", "again", "usual"] },
  },
  {
    ...{ title: "安全生产法实施情况联动检查", kind: "lawInspection", committee: "finance" },
    ...{ lawName: "中华人民共和国安全生产法", checklist: "workSafety", unit: "应急管理站" },
    problems: ["动火作业没有审批记录", "应急预案两年没有演练", "一处消防通道堆放杂物"],
    days: [0.5, 0.58, 0.68],
    ...{ state: "reporting", fates: ["usual", "usual", "usual", "again", "usual", "usual", "returned"] },
  },
  {
    ...{ title: "饮用水水源保护联动检查", kind: "lawInspection", committee: "environment" },
    ...{ lawName: "中华人民共和国水污染防治法", checklist: "water", unit: "农业农村办公室" },
    problems: ["水源地界碑缺损", "一处养殖尾水没有处理"],
    days: [0.82, 0.92, 0.97],
    state: "issued",
    fates: ["usual", "waiting", "submitted", "underway", "usual", "usual", "returned"],
  },
  {
    ...{ title: "居家养老服务联动调研", kind: "investigation", committee: "social" },
    ...{ lawName: null, checklist: "elderly", unit: "社会事务办公室", problems: ["送餐没有到偏远自然村"] },
    days: [0.97, 1.4, 1.6],
    state: "issued",
    fates: ["accepted", "proposed", "waiting", "accepted", "underway", "waiting"],
  },
  {
    ...{ title: "垃圾分类联动暗访", kind: "unannouncedVisit", committee: "environment", lawName: null },
    ...{ checklist: "waste", unit: "综合行政执法队", problems: ["投放点没有分类", "清运混装"] },
    days: [0.94, 1.35, 1.5],
    state: "issued",
    fates: ["usual", "hidden", "hidden", "hidden", "hidden", "submitted"],
  },
  {
    ...{ title: "县直部门联动评议", kind: "rating", committee: "deputies", lawName: null },
    ...{
      checklist: null,
      unit: "",
      problems: [],
      days: [0.6, 0.7, 0.8],
      state: "reporting",
      fates: ["usual"],
    },
  },
  {
    ...{ title: "代表法实施情况联动检查", kind: "lawInspection", committee: "deputies" },
    ...{ lawName: "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法", checklist: null },
    ...{ unit: "", problems: [], days: [1.35, 1.85, 1.95], state: "draft", fates: ["waiting"] },
  },
  {
    ...{ title: "岁末市容环境联动督查", kind: "supervisionCheck", committee: "environment", lawName: null },
    ...{
      checklist: null,
      unit: "",
      problems: [],
      days: [1.35, 1.85, 1.95],
      state: "draft",
      fates: ["waiting"],
    },
    later: 5,
    among: [
      { nth: 1, units: [] },
      { nth: 2, units: [] },
      { nth: 3, units: ["综合行政执法队"] },
    ],
  },
  {
    ...{ title: "防汛准备联动督查", kind: "supervisionCheck", committee: "agriculture", lawName: null },
    ...{ checklist: null, unit: "农业农村办公室", problems: [], days: [0.44, 0.48, 0.52] },
    ...{ state: "recalled", fates: ["accepted", "waiting"] },
  },
];

/** Whom the deputies rate in the task of that kind. */
export const demoBureaus = ["教育局", "卫生健康局", "交通运输局", "农业农村局", "综合行政执法局"] as const;
