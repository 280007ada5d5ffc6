import { describe, expect, it } from "vitest";
import { rosterColumns, rosterUnkept } from "@/domains/deputies/commands/roster-columns";
import { importColumns, importUnkept } from "@/domains/suggestions/rules/workbook-columns";
import { townshipColumns, townshipUnkept } from "@/domains/tenancy/rules/township-columns";
import type { ImportColumn } from "@/lib/sheets";
import { readLines } from "@/server/sheets/read";
import { rowsOf } from "@/server/sheets/rows";
import { rosterAsKept, type SheetLike, workbookWith } from "../../support/workbooks";

async function read(
  sheets: SheetLike[],
  columns: readonly ImportColumn[] = rosterColumns,
  unkept = rosterUnkept,
) {
  return rowsOf(await readLines(await workbookWith(sheets)), columns, { unkept });
}

const roster = (rows: SheetLike["rows"], more: Partial<SheetLike> = {}) =>
  read([{ name: "甲", rows, ...more }]);

describe("a roster as offices keep it", { timeout: 30_000 }, () => {
  it("title, two-line header, joined cells, total, notes and signatures: people are read, the rest is named", async () => {
    const { rows, plan, problems } = await read([rosterAsKept]);
    expect(
      rows.map(({ line, cells }) => [line, cells["name"], cells["constituency"], cells["phone"]]),
    ).toEqual([
      [5, "常青", "第一选区（云台社区）", "13800000031"],
      [6, "欧阳静", "第一选区（云台社区）", "13800000032"],
      [7, "麦合木提", "第二选区（石桥村）", "13800000033"],
    ]);
    expect(rows[0]?.cells).toMatchObject({
      gender: "男",
      ethnicity: "汉",
      birth: "1968-05",
      education: "大专",
      party: "中共党员",
      occupation: "云台社区党总支书记",
      sourceNote: "连任",
    });
    expect(plan?.leftOut.columns).toEqual([
      { header: "联系方式·办公电话", samples: ["80000001"], why: "电话已取自「联系方式·手机」列" },
      { header: "身份证号码", samples: [], why: "身份证号是敏感个人信息，本系统不保存" },
      { header: "参加工作时间", samples: ["1988.07"], why: "" },
    ]);
    expect(plan?.leftOut.rows.map(({ line, why }) => [line, why])).toEqual([
      [8, "合计行"],
      [9, "表后的说明"],
      [10, "填表人、审核人等落款"],
    ]);
    expect(problems.map(({ column }) => column)).toEqual(["级别", "起始日期"]);
    expect(plan?.asked.map(({ header, guess, blanks }) => [header, guess, blanks])).toEqual([
      ["级别", "乡镇", 3],
      ["届次", "第十九届", 3],
      ["起始日期", "", 3],
    ]);
  });

  it("every column is either taken or named, whatever its header is", async () => {
    const headers = [
      "姓名",
      "级别",
      "起始日期",
      "籍贯",
      "界别",
      "入党时间",
      "健康状况",
      "",
      "毕业院校及专业",
    ];
    const { plan } = await roster([
      headers,
      ["某某", "乡镇", "2022-01-12", "四川", "农", "2001.7", "良好", "无名", "党校"],
    ]);
    const named = [...(plan?.taken ?? []), ...(plan?.leftOut.columns ?? [])].map(({ header }) => header);
    expect(named).toEqual([...headers.slice(0, 7), "毕业院校及专业"].toSpliced(7, 0, "第8列（没有列名）"));
  });

  it("other sheets are named with their rows, hidden ones too; a cover page before the table does no harm", async () => {
    const { rows, plan } = await read([
      { name: "封面", rows: [["某镇代表名册"], ["二〇二六年"]] },
      {
        name: "在任",
        rows: [
          ["姓名", "级别", "起始日期"],
          ["某某", "乡镇", "2022-01-12"],
        ],
      },
      { name: "离任", rows: [["姓名"], ["甲"], ["乙"]] },
      { name: "底稿", rows: [["旧"]], hidden: true },
    ]);
    expect(rows).toHaveLength(1);
    expect(plan?.sheet).toBe("在任");
    expect(plan?.leftOut.sheets).toEqual([
      { name: "封面", rows: 2, hidden: false },
      { name: "离任", rows: 3, hidden: false },
      { name: "底稿", rows: 1, hidden: true },
    ]);
  });

  it("subtitles across the table, repeated headers, subtotals and rows without a taken cell are named; empty numbered rows are nothing", async () => {
    const head = ["序号", "姓名", "级别", "起始日期", "籍贯"];
    const { rows, plan } = await roster(
      [
        head,
        ["第一代表团（2人）"],
        [1, "甲某", "乡镇", "2022-01-12"],
        ["小 计：1人"],
        head,
        [2, "乙某", "乡镇", "2022-01-12"],
        [3, "", "", "", "四川"],
        [4],
      ],
      { merges: ["A2:E2"] },
    );
    expect(rows.map(({ cells }) => cells["name"])).toEqual(["甲某", "乙某"]);
    expect(plan?.leftOut.rows.map(({ line, why }) => [line, why])).toEqual([
      [2, "整行合并的标题或说明"],
      [4, "合计行"],
      [5, "重复的表头"],
      [7, "没有要导入的内容"],
    ]);
  });

  it("what sounds like a foot is a record when it stands in a record's place", async () => {
    const { rows, plan } = await read(
      [
        {
          name: "台账",
          rows: [
            ["标题", "内容", "类别", "领衔代表", "提出日期"],
            ["总计划：修路", "说明：路烂了", "交通", "甲某", "2026-03-05"],
            ["小计较也不行的建议", "内容", "交通", "甲某", "2026-03-05"],
          ],
        },
      ],
      importColumns,
      importUnkept,
    );
    expect(rows).toHaveLength(2);
    expect(plan?.leftOut.rows).toEqual([]);
  });

  it("unit and post in two columns become one; of several telephones the mobile one is taken and the other named", async () => {
    const { rows, plan } = await roster([
      ["姓名", "级别", "起始日期", "工作单位", "职务", "固定电话", "手机"],
      ["甲某", "乡镇", "2022-01-12", "石桥村", "党支部书记", "0580-4470000", "13800000001"],
    ]);
    expect(rows[0]?.cells).toMatchObject({ occupation: "石桥村，党支部书记", phone: "13800000001" });
    expect(plan?.leftOut.columns).toEqual([
      { header: "固定电话", samples: ["0580-4470000"], why: "电话已取自「手机」列" },
    ]);
  });

  it("what is said once fills the blank cells and nothing else", async () => {
    const file = await readLines(
      await workbookWith([
        {
          name: "甲",
          rows: [
            ["姓名", "级别"],
            ["甲某", "县"],
            ["乙某", ""],
          ],
        },
      ]),
    );
    const given = { levels: "乡镇", startsOn: "2022-01-12" };
    const { rows, problems } = rowsOf(file, rosterColumns, { given });
    expect(problems).toEqual([]);
    expect(rows.map(({ cells }) => [cells["levels"], cells["startsOn"]])).toEqual([
      ["县", "2022-01-12"],
      ["乡镇", "2022-01-12"],
    ]);
  });
});

describe("headers as offices write them", { timeout: 30_000 }, () => {
  const keyOf = async (header: string, columns: readonly ImportColumn[]) => {
    const first = columns[0];
    const rows = [
      [first?.header ?? "", header],
      ["某某", "值"],
    ];
    const { plan } = await read([{ name: "甲", rows }], columns, []);
    return plan?.taken[1]?.as ?? plan?.leftOut.columns[0]?.header;
  };

  it.each([
    ["性 别", "性别"],
    ["性\n别", "性别"],
    ["级　别", "级别"],
    ["代表级别（必填）", "级别"],
    ["届别", "届次"],
    ["所在选区", "选区"],
    ["选区名称：", "选区"],
    ["代表小组", "小组"],
    ["是否组长", "小组职务"],
    ["小组长", "小组职务"],
    ["工作单位和职务", "职业"],
    ["现任职务", "职业"],
    ["联系方式", "电话"],
    ["手机号码(11位)", "电话"],
    ["当选时间", "起始日期"],
    ["出生日期", "出生年月"],
    ["出生年月（如1970.01）", "出生年月"],
    ["文化程度", "学历"],
    ["党派", "政治面貌"],
  ])("roster: %s is %s", async (header, column) => {
    expect(await keyOf(header, rosterColumns)).toBe(column);
  });

  it.each([
    ["建议内容", "内容"],
    ["主要内容", "内容"],
    ["分类", "类别"],
    ["提出人", "领衔代表"],
    ["领衔人", "领衔代表"],
    ["附议人", "附议代表"],
    ["联名代表", "附议代表"],
    ["收到日期", "提出日期"],
    ["提出时间", "提出日期"],
  ])("ledger: %s is %s", async (header, column) => {
    expect(await keyOf(header, importColumns)).toBe(column);
  });

  it("a unit in brackets is part of the header: 万人 is not 人", async () => {
    const rows = [
      ["名称", "代码", "总人口（万人）", "面积（平方公里）"],
      ["某镇", "330921100", "5.2", "58.5"],
    ];
    const { plan } = await read([{ name: "甲", rows }], townshipColumns, townshipUnkept);
    expect(plan?.taken.map(({ as }) => as)).toEqual(["名称", "代码", "面积"]);
    expect(plan?.leftOut.columns).toEqual([
      { header: "总人口（万人）", samples: [], why: "单位不同，请换算成人、平方公里、万元" },
    ]);
  });
});

describe("joined cells of a file that forgot their joining", () => {
  const csv = [
    "姓名,级别,选区,起始日期,电话",
    "甲一,乡镇,第一选区,2022-01-12,13800000001",
    "甲二,乡镇,,2022-01-12,",
    "甲三,乡镇,,2022-01-12,13800000003",
    "乙一,乡镇,第二选区,2022-01-12,13800000004",
    "乙二,乡镇,,2022-01-12,13800000005",
  ].join("\n");
  const taken = async (text: string, down: string[] = []) =>
    rowsOf(await readLines(new TextEncoder().encode(text)), rosterColumns, { down });
  const constituencies = ({ rows }: Awaited<ReturnType<typeof taken>>) =>
    rows.map(({ cells }) => cells["constituency"]);

  it("tells of each column how many rows have nothing in it, and which look joined [R3]", async () => {
    const { plan } = await taken(csv);
    expect(plan?.taken.map(({ as, blanks }) => [as, blanks])).toEqual([
      ["姓名", 0],
      ["级别", 0],
      ["选区", 3],
      ["起始日期", 0],
      ["电话", 1],
    ]);
    expect(plan?.merged).toEqual([{ key: "constituency", header: "选区", blanks: 3 }]);
  });

  it("fills down only where that was said, and never a column that does not look joined [R3]", async () => {
    expect(constituencies(await taken(csv))).toEqual(["第一选区", null, null, "第二选区", null]);
    const filled = await taken(csv, ["constituency", "phone"]);
    expect(constituencies(filled)).toEqual(["第一选区", "第一选区", "第一选区", "第二选区", "第二选区"]);
    expect(filled.rows[1]?.cells["phone"]).toBeNull();
  });

  it.each([
    ["the first row is blank", ",第一选区,,第二选区,"],
    ["rows repeat what stands above", "第一选区,,第一选区,,"],
    ["most rows say their own", "第一选区,第二选区,第三选区,,第四选区"],
  ])("takes blanks for blanks where %s [R3]", async (_, column) => {
    const rows = column.split(",").map((word, at) => `人${"甲乙丙丁戊"[at] ?? ""},乡镇,${word},2022-01-12`);
    const { plan } = await taken(["姓名,级别,选区,起始日期", ...rows].join("\n"));
    expect(plan?.merged).toEqual([]);
  });
});
