import { findingStateLabels } from "@/domains/supervision/labels";
import type { Day } from "@/lib/dates";
import { heading, type Paper, type PaperBlock, table, text } from "@/lib/papers";
import { committeeLabels, type Committee, sectionLabels, percentText } from "../labels";
import { fewest, type MergedFigures, type MergedPart, severityWords } from "../rules/merged";
import type { Section } from "../rules/statements";

type Facts = {
  county: string;
  task: { title: string; year: number; committee: Committee };
  figures: MergedFigures;
  parts: readonly MergedPart[];
  sections: readonly Section[];
  issuedOn: Day | null;
  today: Day;
};

const paragraphs = ({ text: said }: Section): PaperBlock[] =>
  said === ""
    ? [text("（待写）")]
    : said
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => text(line));

function townshipTable({ townships }: MergedFigures): PaperBlock {
  const columns = [
    { header: "乡镇（街道）", share: 22 },
    { header: "代表人次", share: 14 },
    { header: "走访", share: 12 },
    { header: "问题", share: 12 },
    { header: "销号", share: 22 },
    { header: "逾期", share: 10 },
    { header: "退回过", share: 12 },
  ];
  const rows = townships.map(({ name, deputies, visited, findings, closed, overdue, reopened }) => [
    ...[name, String(deputies), String(visited), String(findings)],
    findings === 0 ? "没有问题" : percentText({ of: closed, n: findings }),
    ...[String(overdue), String(reopened)],
  ]);
  return table("各乡镇成果", columns, rows);
}

function unitTable({ units }: MergedFigures): PaperBlock[] {
  if (units.length === 0) return [];
  const columns = [
    { header: "受检单位", share: 26 },
    { header: "乡镇（街道）", share: 34, align: "left" as const },
    { header: "问题", share: 14 },
    { header: "已销号", share: 14 },
    { header: "逾期", share: 12 },
  ];
  return [
    table(
      "按单位",
      columns,
      units.map(({ name, townships, findings, closed, overdue }) => [
        ...[name, townships.join("、"), String(findings), String(closed), String(overdue)],
      ]),
    ),
  ];
}

function pointTable({ points }: MergedFigures): PaperBlock[] {
  if (points.every(({ n }) => n === 0)) return [];
  const columns = [
    { header: "检查要点", share: 46, align: "left" as const },
    { header: "条款", share: 14 },
    { header: "查了", share: 14 },
    { header: "有问题", share: 26 },
  ];
  return [
    table(
      "按检查要点",
      columns,
      points.map(({ text: point, article, n, of }) => [
        ...[point, article ?? "", `${n} 处`, n === 0 ? "没有查" : percentText({ of, n })],
      ]),
    ),
  ];
}

function findingTable(parts: readonly MergedPart[]): PaperBlock[] {
  const rows = parts
    .filter(({ state }) => state === "done")
    .flatMap(({ name, findings }) =>
      findings.map(({ description, unit, state, severity }) => [
        ...[name, description, unit ?? "", severity === null ? "" : severityWords[severity]],
        findingStateLabels[state],
      ]),
    );
  if (rows.length === 0) return [];
  const columns = [
    { header: "乡镇（街道）", share: 16 },
    { header: "问题", share: 40, align: "left" as const },
    { header: "单位", share: 20 },
    { header: "轻重", share: 10 },
    { header: "进度", share: 14 },
  ];
  return [table("问题清单", columns, rows)];
}

/** 汇总报告: the county's text, and what it stands on in tables. */
export function mergedPaper({ county, task, figures, parts, sections, issuedOn, today }: Facts): Paper {
  const office = `${county}人大常委会${committeeLabels[task.committee].replace("常委会", "")}`;
  return {
    name: `${task.title}汇总报告`,
    head: { kind: "material", mark: "联动监督汇总报告" },
    title: `关于${task.title}\n情况的汇总报告`,
    standing: issuedOn === null ? "草稿" : null,
    to: null,
    blocks: [
      ...sections.flatMap((section) => [heading(1, sectionLabels[section.code]), ...paragraphs(section)]),
      heading(1, "附表"),
      townshipTable(figures),
      ...unitTable(figures),
      ...pointTable(figures),
      ...findingTable(parts),
      text(`附表数字截至 ${today}，只计已认定的成果；少于 ${fewest} 个的只列个数，不算百分比。`),
    ],
    signed: { office, day: issuedOn ?? today },
  };
}
