import type { Day } from "@/lib/dates";
import { heading, type Paper, type PaperBlock, text } from "@/lib/papers";
import { type Deeds, paragraphOf } from "../rules/summary";

export type SummarySection = { name: string; deeds: readonly Deeds[]; said: readonly string[] };

export type SummaryFacts = {
  name: string;
  year: number;
  today: Day;
  period: string;
  sections: readonly SummarySection[];
  late: readonly string[];
  next: readonly { title: string }[];
};

const partOf = (title: string, said: readonly string[]): PaperBlock[] =>
  said.length === 0 ? [] : [heading(1, title), ...said.map(text)];

/** @param part 全年 */
export function summaryPaper(facts: SummaryFacts, part: string): Paper {
  const { name, year, today, period, sections, late, next } = facts;
  return {
    name: `${name}人大${year}年${part}工作总结（初稿）`,
    head: { kind: "material", mark: "初稿" },
    title: `${name}人大\n${year}年${part}工作总结`,
    ...{ standing: "初稿", to: null },
    blocks: [
      text(`${period}，${name}人大各项工作情况如下。`),
      ...sections.flatMap(({ name: section, deeds, said }) =>
        partOf(section, [...deeds.map(paragraphOf), ...said]),
      ),
      ...partOf("存在的不足", late),
      ...partOf(
        "下一步打算",
        next.map(({ title }) => `${title}。`),
      ),
      heading(1, "说明"),
      text("本稿由各项记录生成，只写记录里有的事；评价、做法和体会请在此基础上修改补充，数字以记录为准。"),
    ],
    signed: { office: `${name}人大`, day: today },
  };
}
