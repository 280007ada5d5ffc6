import { formulaForms, formulaText, readFormula } from "@/domains/figures/rules/formula-text";
import { readSmallNumber, smallNumberText } from "@/domains/figures/rules/small-number";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { isMetricCode } from "@/domains/figures/rules/metrics";
import type {
  Dimension,
  Formula,
  Indicator,
  Scheme,
  Subject,
  TownshipClass,
} from "@/domains/figures/rules/scheme";
import { RowReader } from "@/lib/row-reader";
import type { CellProblem, ImportRow } from "@/lib/sheets";
import { improvesWords, noneWords, type SchemeKey, schemeColumns, schemeHeaders } from "./table-columns";

const classKeys = { 1: "class1", 2: "class2", 3: "class3" } as const;
const classes = [1, 2, 3] as const;

/** The cells of a scheme's table, in the order of its columns. */
export function schemeRows(
  year: number,
  scheme: Pick<Scheme, "dimensions" | "subject">,
): (string | number | null)[][] {
  return scheme.dimensions.flatMap((dimension) =>
    dimension.indicators.map((one) => {
      const cells: Record<SchemeKey, string | number | null> = {
        year,
        subject: scheme.subject === undefined ? null : subjectLabels[scheme.subject],
        dimensionCode: dimension.code,
        dimension: dimension.name,
        code: one.code,
        name: one.name,
        points: one.points,
        metric: one.metric,
        formula: formulaText(one.formula),
        class1: classText(one, 1),
        class2: classText(one, 2),
        class3: classText(one, 3),
        whenNone: noneWords[one.whenNone],
        few: one.smallNumber === undefined ? null : smallNumberText(one.smallNumber),
        improvesBy: improvesWords[one.improvesBy],
        unit: one.words.unit,
        done: one.words.done,
        more: one.words.more,
        article: one.article,
      };
      return schemeColumns.map(({ key }) => cells[key]);
    }),
  );
}

const classText = ({ byClass }: Indicator, one: TownshipClass): string | null =>
  byClass?.[one] === undefined ? null : formulaText(byClass[one]);

/** What all of a table is for. */
type Head = { year: number; subject: Subject };

class IndicatorRow extends RowReader<SchemeKey> {
  short(key: SchemeKey, max: number): string {
    return this.needed(key, this.line(key, max));
  }

  number(key: SchemeKey): number {
    const value = this.cell(key).replace(/分$/, "");
    if (value !== "" && !/^\d{1,6}(\.\d+)?$/.test(value)) this.fault(key, `「${value}」不是数字`);
    this.needed(key, value);
    return Number(value);
  }

  formula(key: SchemeKey): Formula | null {
    const text = this.text(key, 1000);
    if (text === null) return null;
    const formula = readFormula(text);
    if (formula === null)
      this.fault(key, `「${text.slice(0, 40)}」看不懂，写法如：${formulaForms.join(" / ")}`);
    return formula;
  }

  metric(): string | null {
    const [code = ""] = (this.line("metric", 60) ?? "").split(/\s/);
    if (code === "") return null;
    if (!isMetricCode(code)) this.fault("metric", `没有「${code}」这个口径，请在口径目录里核对编号`);
    return code;
  }

  word<Word extends string>(key: SchemeKey, words: Record<Word, string>, otherwise: Word): Word {
    const text = this.line(key, 20);
    if (text === null) return otherwise;
    const found = (Object.keys(words) as Word[]).find((word) => words[word] === text);
    if (found === undefined)
      this.fault(key, `「${text}」不对，应为：${Object.values<string>(words).join("、")}`);
    return found ?? otherwise;
  }

  few(): Pick<Indicator, "smallNumber"> {
    const text = this.text("few", 60);
    if (text === null) return {};
    const smallNumber = readSmallNumber(text);
    if (smallNumber !== undefined) return { smallNumber };
    this.fault(
      "few",
      `「${text}」看不懂，写法如：不足 5 件的向同类中位数靠拢 / 不足 5 件的不计分 / 不另作处理`,
    );
    return {};
  }

  /** Every line is for what the first is for. */
  agrees(first: Head, own: Head): void {
    if (own.year !== first.year)
      this.fault("year", `「${own.year}」与前面的年度 ${first.year} 不同，一次只导入一年的方案`);
    if (own.subject !== first.subject)
      this.fault("subject", `与前面的考核对象「${subjectLabels[first.subject]}」不同，一次只导入一份方案`);
    if (first.year < 1949 || first.year > 2100) this.fault("year", "年度不对，应为四位数字，如 2027");
  }

  byClass(): Partial<Record<TownshipClass, Formula>> {
    return Object.fromEntries(
      classes.flatMap((one) => {
        const formula = this.formula(classKeys[one]);
        return formula === null ? [] : [[one, formula]];
      }),
    );
  }

  read(): {
    year: number;
    subject: Subject;
    dimension: { code: string; name: string };
    indicator: Indicator;
  } {
    const formula = this.formula("formula");
    if (this.cell("formula") === "") this.fault("formula", "没有填写");
    const byClass = this.byClass();
    const indicator: Indicator = {
      code: this.short("code", 20),
      name: this.short("name", 60),
      points: this.number("points"),
      metric: this.metric(),
      formula: formula ?? { kind: "ratio" },
      ...(Object.keys(byClass).length === 0 ? {} : { byClass }),
      whenNone: this.word("whenNone", noneWords, "notApplicable"),
      ...this.few(),
      improvesBy: this.word("improvesBy", improvesWords, "added"),
      words: {
        unit: this.short("unit", 20),
        done: this.short("done", 60),
        more: this.line("more", 60) ?? "",
      },
      article: this.line("article", 100) ?? "",
    };
    const dimension = { code: this.short("dimensionCode", 20), name: this.short("dimension", 60) };
    const subject = this.word("subject", subjectLabels, "township");
    return { year: this.number("year"), subject, dimension, indicator };
  }
}

export type ReadTable = Head & { dimensions: Dimension[]; problems: CellProblem[] };

/** A table's lines as dimensions; every bad cell is named, and with one of them nothing is taken. */
export function readSchemeTable(rows: readonly ImportRow[]): ReadTable {
  const problems: CellProblem[] = [];
  const dimensions = new Map<string, { code: string; name: string; indicators: Indicator[] }>();
  const lineOf = new Map<string, number>();
  let first: Head | null = null;
  for (const row of rows) {
    const reader = new IndicatorRow(row, schemeHeaders);
    const { dimension, indicator, year: own, subject: whom } = reader.read();
    const twice = lineOf.get(indicator.code);
    if (indicator.code !== "" && twice !== undefined)
      reader.fault("code", `「${indicator.code}」在第${twice}行已经用过，请改成不同的编号`);
    lineOf.set(indicator.code, row.line);
    const head = { year: own, subject: whom };
    if (own !== 0) first ??= head;
    reader.agrees(first ?? head, head);
    const known = dimensions.get(dimension.code) ?? { ...dimension, indicators: [] };
    known.indicators.push(indicator);
    dimensions.set(dimension.code, known);
    problems.push(...reader.problems);
  }
  return { ...(first ?? { year: 0, subject: "township" }), dimensions: [...dimensions.values()], problems };
}
