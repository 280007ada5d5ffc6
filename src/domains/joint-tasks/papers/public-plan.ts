import type { Day } from "@/lib/dates";
import { heading, type Paper, text } from "@/lib/papers";
import type { PublicPlan } from "../rules/public-plan";

type Facts = { office: string; year: number; plan: PublicPlan; today: Day };

/** 年度监督工作计划 as the standing committee issues it. */
export function publicPlanPaper({ office, year, plan, today }: Facts): Paper {
  return {
    name: `${year}年度监督工作计划`,
    head: { kind: "red", office: `${office}文件` },
    title: plan.title,
    standing: null,
    to: null,
    blocks: [
      text(plan.intro),
      ...plan.sections.flatMap(({ heading: kind, items }) => [
        heading(1, kind),
        ...items.map((item, index) => text(`${index + 1}. ${item}`)),
      ]),
      text(plan.close),
    ],
    signed: { office, day: today },
  };
}
