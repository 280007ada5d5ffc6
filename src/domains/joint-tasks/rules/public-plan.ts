import type { Day } from "@/lib/dates";
import type { Committee, TaskKind } from "../labels";

/** A task as the public reads of it: no persons, no townships' days, no inspected units. */
export type PlannedTask = {
  title: string;
  kind: TaskKind;
  lawName: string | null;
  basis: string | null;
  committee: Committee;
  windowFrom: Day;
  windowUntil: Day;
  townships: number;
};

/** What the public is told of, in this order; unannounced visits are announced to nobody. */
export const publicKinds = [
  "lawInspection",
  "inspectionVisit",
  "investigation",
  "supervisionCheck",
  "rating",
] as const satisfies readonly TaskKind[];
export type PublicKind = (typeof publicKinds)[number];

const headings: Record<PublicKind, string> = {
  lawInspection: "开展执法检查",
  inspectionVisit: "组织视察",
  investigation: "开展专题调研",
  supervisionCheck: "开展督查",
  rating: "开展工作评议",
};

export const isPublic = (kind: TaskKind): kind is PublicKind =>
  (publicKinds as readonly TaskKind[]).includes(kind);

const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** 6月, 6月至7月. */
function monthsText({ windowFrom, windowUntil }: PlannedTask): string {
  const [from, until] = [monthOf(windowFrom), monthOf(windowUntil)];
  return from === until ? `${from}月` : `${from}月至${until}月`;
}

function sentenceOf(task: PlannedTask, committees: Readonly<Record<Committee, string>>): string {
  const { title, lawName, basis, committee, townships } = task;
  const law =
    lawName === null || title.includes(lawName)
      ? ""
      : `，检查《${lawName.replace(/[《》]/g, "")}》的实施情况`;
  const where = townships === 0 ? "" : `，上下联动 ${townships} 个乡镇（街道）人大同步开展`;
  const why = basis === null ? "" : `依据：${basis}。`;
  return `${title}${law}${where}。时间：${monthsText(task)}。牵头：${committees[committee]}。${why}`;
}

export type PublicPlan = {
  title: string;
  intro: string;
  sections: { heading: string; items: string[] }[];
  close: string;
};

type Year = { county: string; year: number; tasks: readonly PlannedTask[] };

/** 年度监督工作计划 as it is published [SL 63]: by kind of supervision, in the order of the year. */
export function publicPlanOf(
  { county, year, tasks }: Year,
  committees: Readonly<Record<Committee, string>>,
): PublicPlan {
  const sections = publicKinds.flatMap((kind) => {
    const own = tasks
      .filter((task) => task.kind === kind)
      .toSorted((one, other) => (one.windowFrom + one.title < other.windowFrom + other.title ? -1 : 1));
    return own.length === 0
      ? []
      : [{ heading: headings[kind], items: own.map((task) => sentenceOf(task, committees)) }];
  });
  return {
    title: `${county}人大常委会${year}年度监督工作计划`,
    intro: `根据《中华人民共和国各级人民代表大会常务委员会监督法》，结合本县实际，制定${year}年度监督工作计划，现向社会公布。`,
    sections,
    close: "计划执行中需要调整的，由常委会主任会议决定，并向社会公布。",
  };
}

const numerals = "一二三四五六七八九十";

/** As plain text, to be pasted into a website. */
export function planText({ title, intro, sections, close }: PublicPlan): string {
  const parts = sections.flatMap(({ heading, items }, at) => [
    `${numerals[at] ?? ""}、${heading}`,
    ...items.map((item, index) => `${index + 1}. ${item}`),
  ]);
  return [title, "", intro, ...parts, close].join("\n");
}
