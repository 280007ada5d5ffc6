import { classLabel } from "@/domains/tenancy/labels";
import type { Day } from "@/lib/dates";
import { heading, type Paper, type PaperBlock, table, text } from "@/lib/papers";
import type { YearbookPart } from "../rules/yearbook";

export type YearbookHead = {
  year: number;
  today: Day;
  county: string;
  years: readonly number[];
  /** as what its figures may be taken; null where they are settled */
  standing: string | null;
  worth: string;
};

/** A township's year in work. */
export type YearbookPage = {
  township: { code: string; name: string; shortName: string; class: number | null };
  parts: YearbookPart[];
  suggestions: string;
  leanings: string[];
};

/** The county's in a few sentences. */
export type YearbookWhole = { suggestions: string; imbalances: string[] };

const columns = [
  { header: "工作", share: 24, align: "left" as const },
  { header: "本年", share: 16 },
  { header: "怎样数的", share: 60, align: "left" as const },
];

function pageOf({ township, parts, suggestions, leanings }: YearbookPage): PaperBlock[] {
  return [
    heading(1, `${township.name}（${classLabel(township.class)}）`),
    ...(suggestions === "" ? [] : [text(suggestions)]),
    ...parts.flatMap(({ name, figures, missing }) => [
      ...(figures.length === 0
        ? []
        : [
            table(
              `${township.shortName}${name}`,
              columns,
              figures.map((one) => [one.name, one.text, one.detail]),
            ),
          ]),
      ...(missing.length === 0 ? [] : [text(`${name}未录：${missing.join("、")}。`)]),
    ]),
    ...leanings.map(text),
  ];
}

/** A county's year in work: the whole first, then a part a township. @param whole null for one township's alone */
export function yearbookPaper(
  head: YearbookHead,
  whole: YearbookWhole | null,
  pages: readonly YearbookPage[],
): Paper {
  const { county, year, today, standing, worth } = head;
  const [only] = pages;
  const name = whole === null && only !== undefined ? only.township.name : `${county}乡镇人大`;
  return {
    name: `${name}${year}年年鉴`,
    head: { kind: "material", mark: "年鉴" },
    title: `${name}${year}年\n工作年鉴`,
    ...{ standing, to: null },
    blocks: [
      ...(whole === null
        ? []
        : [
            heading(1, "全县概况"),
            text(`本年列入年鉴的乡镇 ${pages.length} 个。`),
            text(whole.suggestions),
            ...whole.imbalances.map((said) => text(`${said}。`)),
          ]),
      ...pages.flatMap(pageOf),
      heading(1, "说明"),
      text(
        "本年鉴由乡镇人大的记录生成，记工作，不计分、不排名；“未录”是没有录入，“无”是没有应办的事，都不是零。",
      ),
      text(worth),
    ],
    signed: { office: `${county}人大常委会办公室`, day: today },
  };
}
