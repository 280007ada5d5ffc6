import type { ExportColumn, ExportSheet, ExportTable } from "@/lib/sheets";
import type { Burden, MonthlyBurden } from "./burden";

type Row = MonthlyBurden & { name: string };

/** What the sheets of a year's ledger are made of. */
export type Ledger = {
  year: number;
  today: string;
  cap: number;
  paperCap: number;
  byTownship: (Row & { forecast: { sentence: string }; papers: { sentence: string } })[];
  byCommittee: (Row & { score: number })[];
  byUnit: (Row & { unit: string })[];
};

const number = (header: string, width = 10): ExportColumn => ({ header, width, kind: "number" });

const kinds = [
  ["visits", "检查次数"],
  ["days", "检查天数"],
  ["people", "接待人数"],
  ["forms", "表格、数据（份）"],
  ["reports", "书面报告（份）"],
] as const satisfies readonly (readonly [keyof Burden, string])[];

const totalColumns = kinds.map(([, header]) => number(header, 14));
const totals = ({ total }: MonthlyBurden) => kinds.map(([key]) => total[key]);

/** A row for each month in which anything was asked of anybody. */
const byMonth = (title: string, header: string, rows: readonly Row[]): ExportTable => ({
  title,
  columns: [{ header, width: 16 }, number("月份", 8), ...totalColumns],
  rows: rows.flatMap(({ name, months }) =>
    months.flatMap((month, at) =>
      kinds.some(([key]) => month[key] > 0) ? [[name, at + 1, ...kinds.map(([key]) => month[key])]] : [],
    ),
  ),
});

const definitions = ({ year, today, cap, paperCap }: Ledger): ExportTable => ({
  title: "口径说明",
  columns: [
    { header: "项目", width: 20 },
    { header: "怎样计", width: 90 },
  ],
  rows: [
    [
      "范围",
      `${year} 年县人大常委会的联动任务和要数据；草稿和已下发的都计，撤回的、免报的不计。截至 ${today}。`,
    ],
    ["检查次数", "到乡镇的次数；几项任务同一天一起去的算一次，暗访各算一次；评议不到乡镇，不计。"],
    ["检查天数", "从第一天到最后一天，两头都计。"],
    ["接待人数", "任务里写明的县级参加人员。"],
    [
      "表格、数据（份）",
      "要乡镇填的表格和数据，一个乡镇一份；评议的票数表算一份。按发出要求的日子计入年份和月份，期限在下一年的也计在发出的这一年。",
    ],
    ["书面报告（份）", "要乡镇写的报告，一个乡镇一份；每项联动任务的成果算一份，计在到乡镇的那个月。"],
    ["次数上限", `一个乡镇一年 ${cap} 次，在“联动设置”里定。`],
    ["份数上限", `一个乡镇一年 ${paperCap} 份，在“联动设置”里定。`],
    ["负担分", "工委在各乡镇的天数（几家一起去的平分）+ 每份表格、数据或报告 0.5；越低越好。"],
    ["全年预计", "已经发生的加上已经安排的，不推算。"],
  ],
});

/** 基层负担台账 as a workbook: the year by township, then by month, committee and unit, and how each number is counted. */
export function burdenSheet(ledger: Ledger): ExportSheet {
  return {
    title: "按乡镇",
    columns: [
      { header: "乡镇", width: 16 },
      ...totalColumns,
      { header: "检查全年预计", width: 50 },
      { header: "表格、报告全年预计", width: 50 },
    ],
    rows: ledger.byTownship.map((one) => [
      ...[one.name, ...totals(one), one.forecast.sentence, one.papers.sentence],
    ]),
    beside: [
      byMonth("按乡镇和月份", "乡镇", ledger.byTownship),
      {
        title: "按工委",
        columns: [{ header: "工委", width: 20 }, ...totalColumns, number("负担分")],
        rows: ledger.byCommittee.map((one) => [one.name, ...totals(one), one.score]),
      },
      byMonth("按工委和月份", "工委", ledger.byCommittee),
      {
        title: "按受检单位",
        columns: [
          { header: "受检单位", width: 24 },
          { header: "乡镇", width: 16 },
          ...[number("检查次数"), number("检查天数")],
        ],
        rows: ledger.byUnit.map(({ unit, name, total }) => [unit, name, total.visits, total.days]),
      },
      definitions(ledger),
    ],
  };
}
