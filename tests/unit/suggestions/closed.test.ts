import { describe, expect, it } from "vitest";
import { closedProblems, type ClosedMatter, outcomeIn, ratingOf } from "@/domains/suggestions/rules/closed";
import { readWorkbook } from "@/domains/suggestions/rules/workbook";
import { importColumns } from "@/domains/suggestions/rules/workbook-columns";
import { nextActions } from "@/domains/suggestions/rules/next-actions";
import { stepsOf } from "@/domains/suggestions/rules/steps";
import { nameIndex } from "@/lib/person-name";
import { rowsOf } from "@/server/sheets/rows";
import { suggestion, today, zhejiang } from "./facts";

const matter = (changes: Partial<ClosedMatter> = {}): ClosedMatter => ({
  assignedOn: "2025-03-10",
  repliedOn: "2025-05-20",
  reply: null,
  documentNumber: null,
  rating: "satisfied",
  ratedOn: null,
  outcome: "A",
  outcomeNote: null,
  closedOn: null,
  ...changes,
});
const fieldsOf = (changes: Partial<ClosedMatter>, receivedOn = "2025-03-05") =>
  closedProblems(receivedOn, matter(changes), today).map(({ field }) => field);

describe("a result as ledgers write it", () => {
  it.each([
    ["A（已解决）", "A"],
    ["A", "A"],
    ["b类", "B"],
    ["已解决", "A"],
    ["正在解决", "B"],
    ["列入计划", "C"],
    ["C（列入计划）", "C"],
    ["解释说明", "D"],
    ["E 超越权限，已上报", "E"],
    ["未解决", "D"],
    ["A（正在解决）", null],
    ["办了", null],
  ])("%s is %s; letter and words that disagree are asked about [R75]", (text, outcome) => {
    expect(outcomeIn(text)).toBe(outcome);
  });

  it("a word of satisfaction that is none of the three is not guessed at", () => {
    expect([ratingOf("满意"), ratingOf("基本满意"), ratingOf("较满意")]).toEqual([
      "satisfied",
      "basic",
      null,
    ]);
  });
});

describe("what may be brought in closed", () => {
  it("only earlier years' matters: this year's go through every gate [R72]", () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ assignedOn: null, repliedOn: null }, "2026-01-02")).toEqual(["receivedOn"]);
  });

  it("a promise without a closing day is not closed: it must not hide as history [R75]", () => {
    expect(fieldsOf({ outcome: "B" })).toEqual(["closedOn"]);
    expect(fieldsOf({ outcome: "B", closedOn: "2025-11-01" })).toEqual([]);
  });

  it("days follow one another and none lies ahead", () => {
    expect(fieldsOf({ assignedOn: "2025-03-01" })).toEqual(["assignedOn"]);
    expect(fieldsOf({ repliedOn: "2025-03-09" })).toEqual(["repliedOn"]);
    expect(fieldsOf({ closedOn: "2026-06-02" })).toEqual(["closedOn"]);
  });

  it("nothing is left to do, no step is still to come, and unknown ones are skipped", () => {
    const facts = suggestion("closed", {
      enteredClosed: true,
      checkedOn: null,
      acceptedOn: null,
      outcome: "A",
      closedOn: null,
      replies: [{ attempt: 1, repliedOn: "2025-05-20", dueOn: null }],
    });
    expect(nextActions(facts, zhejiang, today)).toEqual([]);
    expect(stepsOf(facts, today).map(({ key, state }) => `${key} ${state}`)).toEqual([
      "raise done",
      "check skipped",
      "assign done",
      "accept skipped",
      "consult1 skipped",
      "reply done",
      "rate skipped",
      "consult2 skipped",
      "close done",
    ]);
  });
});

describe("a ledger of last year", () => {
  const head =
    "序号,编号,案由,建议内容,类别,领衔代表,附议代表,提出日期,承办单位,交办日期,答复日期,办理结果,满意度".split(
      ",",
    );
  const cells =
    "1,1号,关于修复石门村机耕路的建议,机耕路雨后塌陷，建议修复。,交通,仇小兵,,2025年3月5日,镇农业农村办、镇水利站,2025年3月10日,2025年5月20日,A（已解决）,满意".split(
      ",",
    );
  const read = async (line: string[], extra: string[] = []) => {
    const lines = [
      { line: 1, cells: [...head, ...extra] },
      { line: 2, cells: line },
    ];
    const sheets = [{ name: "台账", hidden: false, rows: 2, lines, fault: null }];
    const sheet = rowsOf({ sheets, from1904: false }, importColumns);
    const roster = nameIndex([{ id: "deputy", name: "仇小兵" }]);
    return { ...sheet, ...(await readWorkbook(sheet.rows, roster, new Set(), today, zhejiang)) };
  };
  const changed = (column: string, value: string) =>
    cells.map((cell, at) => (head[at] === column ? value : cell));

  it("is understood with its own column names, and nothing of it is dropped [R68]", async () => {
    const { ignored, problems, suggestions } = await read(cells);
    expect([ignored, problems]).toEqual([[], []]);
    expect(suggestions[0]).toMatchObject({
      ledgerNumber: "1号",
      closed: {
        units: ["镇农业农村办", "镇水利站"],
        assignedOn: "2025-03-10",
        repliedOn: "2025-05-20",
        rating: "satisfied",
        ratedOn: null,
        outcome: "A",
        closedOn: null,
      },
    });
  });

  it("a row that says how it was handled but not how it ended is asked about, never half taken", async () => {
    const { problems } = await read(changed("办理结果", ""));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain("没有填办理结果");
  });

  it("a bill closed on paper whose ledger names the first signer alone is taken; one put forward now is not", async () => {
    const bill = (line: string[]) => read([...line, "议案"], ["建议/议案"]);
    expect((await bill(cells)).problems).toEqual([]);
    const open = cells.map((cell, at) =>
      /^(承办单位|交办日期|答复日期|办理结果|满意度)$/.test(head[at] ?? "") ? "" : cell,
    );
    expect((await bill(open)).problems.map(({ column }) => column)).toEqual(["附议代表"]);
  });

  it("a row of this year is not brought in closed", async () => {
    const { problems } = await read(changed("提出日期", "2026年3月5日"));
    expect(problems.map(({ message }) => message).join()).toContain("不能补录为已办结");
  });
});
