import { type MetricValue, percent } from "./formulas";

const plain = (number: number): string => String(Number(number.toFixed(1)));

const recordsOf = (value: MetricValue, part: string): number =>
  (value.parts ?? []).filter((row) => row.part === part).reduce((sum, row) => sum + row.records, 0);

/** Due is what lies behind the term: the share says how much of it was done. */
function reports(value: MetricValue): string {
  const { numerator, denominator } = value;
  const reported = recordsOf(value, "reported");
  if (numerator >= denominator)
    return `${denominator} 名代表按任期进度应述职的都已述职，已述 ${reported} 人次`;
  const owed = (reported * denominator) / numerator;
  const over = percent(owed / denominator);
  return `按任期进度应述 ${plain(owed)} 人次（${denominator} 名代表 × 任期已过 ${over}），已述 ${reported} 人次`;
}

const satisfied = (what: string, unit: string) => (value: MetricValue) =>
  `${plain(value.denominator)} ${what}，折合满意 ${plain(value.numerator)} ${unit}（满意计 1、基本满意计 0.6）`;

/** By the head: how many records there are says nothing of it. */
const perDeputy = (unit: string) => (value: MetricValue) =>
  `按在任代表折算，每人 ${String(Number(value.numerator.toFixed(2)))} ${unit}`;

/** Figures that are weighed: what was weighed, so that the sentence and the rows behind it tell the same number. */
const weighed: Readonly<Record<string, (value: MetricValue) => string>> = {
  C5: satisfied("件建议已测评", "件"),
  D5: reports,
  E3: satisfied("张表态的测评票", "票"),
  M06: perDeputy("户"),
  M07: perDeputy("件"),
  M13: perDeputy("元"),
};

export const weighedText = (metric: string | null, value: MetricValue): string | null =>
  value.numerator === 0 ? null : (weighed[metric ?? ""]?.(value) ?? null);
