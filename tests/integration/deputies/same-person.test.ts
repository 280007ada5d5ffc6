import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import type { RowAnswer, RowQuestion } from "@/lib/sheets";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
const now = new Date("2026-11-22T02:00:00Z");

const staff = (township = home) => callerAs("townshipStaff", county, township, now).deputies;
const key = () => ({ township: home.code, idempotencyKey: newKey() });
type Cells = Record<string, string | null>;
const base = { levels: "乡镇", constituency: "第一选区", startsOn: "2022-01-12" };

const load = (people: Cells[], answers: RowAnswer[] = []) =>
  staff().importRows({
    ...key(),
    rows: people.map((cells, index) => ({ line: index + 2, cells: { ...base, ...cells } })),
    answers,
  });

/** What is asked before the rows go in. */
async function asked(load: Promise<unknown>): Promise<RowQuestion[]> {
  const refusal: unknown = await load.then(
    () => null,
    (error: unknown) => (error as Error).cause,
  );
  if (!(refusal instanceof AppError)) throw new Error("nothing was asked");
  const { questions, question } = refusal.details as { questions?: RowQuestion[]; question?: RowQuestion };
  return questions ?? (question ? [question] : []);
}

const choose = (questions: RowQuestion[], kind: string, line = questions[0]?.line ?? 0): RowAnswer => ({
  line,
  value:
    questions.find((question) => question.line === line)?.choices.find((choice) => choice.kind === kind)
      ?.value ?? "",
});

async function found(name: string) {
  const { rows } = await staff().list({ township: home.code, q: name, state: "all" });
  return Promise.all(rows.map(({ id }) => staff().byId({ township: home.code, id })));
}

beforeAll(async () => {
  county = await createCounty(["云岭镇", "石门镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  await load([
    { name: "单涛", phone: "13800000001" },
    { name: "尉迟敏", phone: "13800000002" },
    { name: "阿依古丽·买买提", constituency: "第二选区" },
    { name: "仇小兵", constituency: "第二选区" },
  ]);
});

/** Where the list shows what was imported: township deputies, all in office. */
const inTownship = { levels: ["township"], allInOffice: true };

describe("the same person in a file and in the roster", () => {
  const newPhone = [
    { name: "单　涛（男）", phone: "13800000099" },
    { name: "新来的", constituency: "第三选区" },
  ];

  it("is recognised under another telephone number and asked about; nothing is written before the answer [R3]", async () => {
    const questions = await asked(load(newPhone));
    expect(questions.map(({ line, title }) => [line, title])).toEqual([[2, "单涛"]]);
    expect(questions[0]?.choices.map(({ kind }) => kind)).toEqual(["update", "keep", "another"]);
    expect(questions[0]?.choices[0]?.label).toContain("138****0001 → 138****0099");
    expect(JSON.stringify(questions)).not.toContain("13800000099");
    expect(await found("新来的")).toEqual([]);
    await expect(load(newPhone, [{ line: 2, value: "update:another-person@1" }])).rejects.toThrow("是同一人");
    expect(await found("新来的")).toEqual([]);
  });

  it("is asked about when only the file's constituency differs, as where a cell was merged too far [R3]", async () => {
    const rows = [{ name: "阿依古丽•买买提", constituency: "第一选区（云岭社区）", phone: "13800000003" }];
    const questions = await asked(load(rows));
    expect(questions.map(({ line, title }) => [line, title])).toEqual([[2, "阿依古丽·买买提"]]);
    await load(rows, [choose(questions, "keep")]);
    expect(await found("阿依古丽")).toHaveLength(1);
  });

  it("keeps the roster's number, takes the file's, or becomes a second person, as the answer says [R3]", async () => {
    const [row] = newPhone;
    const rows = [row ?? {}];
    const questions = await asked(load(rows));
    expect(await load(rows, [choose(questions, "keep")])).toEqual({
      created: 0,
      ...inTownship,
      notes: ["1 行是名册或文件中已有的人，没有重复登记。"],
    });
    expect((await found("单涛")).map(({ phoneMasked }) => phoneMasked)).toEqual(["138****0001"]);
    expect(await load(rows, [choose(questions, "update")])).toEqual({
      created: 0,
      ...inTownship,
      notes: ["更新了名册中的 1 人。"],
    });
    const [updated, ...more] = await found("单涛");
    expect(more).toEqual([]);
    expect(updated).toMatchObject({ phoneMasked: "138****0099", gender: "male" });
    expect(updated?.timeline[0]?.summary).toContain("更新电话、性别");
    expect(JSON.stringify(updated)).not.toContain("13800000099");
    // The roster has changed since: the old answer is asked anew.
    const again = await asked(load([{ ...row, phone: "13800000077" }], [choose(questions, "update")]));
    await load([{ ...row, phone: "13800000077" }], [choose(again, "another")]);
    expect((await found("单涛")).map(({ phoneMasked }) => phoneMasked).sort()).toEqual([
      "138****0077",
      "138****0099",
    ]);
  });

  it("who is loaded at another level gets a second mandate, not a second record [R3]", async () => {
    const rows = [{ name: "尉迟敏", levels: "县", constituency: "县第十二选区" }];
    const questions = await asked(load(rows));
    expect(questions[0]?.choices.map(({ label }) => label)).toEqual([
      "是同一人，增加县级任职",
      "不是同一人，另行登记一位「尉迟敏」",
    ]);
    await load(rows, [choose(questions, "keep")]);
    const [person, ...more] = await found("尉迟敏");
    expect(more).toEqual([]);
    expect(person?.mandates.map(({ level, constituency }) => [level, constituency]).sort()).toEqual([
      ["county", "县第十二选区"],
      ["township", "第一选区"],
    ]);
    expect(person?.phoneMasked).toBe("138****0002");
  });

  it("is recognised whatever dot or blank the name is written with, and whoever has a seat elsewhere is another once that is said [R3]", async () => {
    const dotted = await asked(load([{ name: "阿依古丽 • 买买提", constituency: "第2选区（石门村）" }]));
    expect(dotted).toHaveLength(1);
    const elsewhere = [{ name: "仇小兵", constituency: "第七选区" }];
    const questions = await asked(load(elsewhere));
    expect(await load(elsewhere, [choose(questions, "another")])).toEqual({ created: 1, ...inTownship });
    expect(await found("仇小兵")).toHaveLength(2);
  });

  it("told twice in one file is asked about, and two rows of one person make one record with both mandates", async () => {
    const rows = [
      { name: "双行人", phone: "13800000055" },
      { name: "双行人", levels: "县", constituency: null, occupation: "教师" },
    ];
    const questions = await asked(load(rows));
    expect(questions.map(({ line }) => line)).toEqual([3]);
    expect(await load(rows, [choose(questions, "keep")])).toMatchObject({ created: 1 });
    const [person, ...more] = await found("双行人");
    expect(more).toEqual([]);
    expect(person).toMatchObject({ phoneMasked: "138****0055", occupation: "教师" });
    expect(person?.mandates.map(({ level }) => level).sort()).toEqual(["county", "township"]);
  });

  it("two rows about somebody in the roster are entered one after the other", async () => {
    await load([{ name: "三职人", constituency: null }]);
    const rows = [
      { name: "三职人", levels: "县", phone: "13800000066", constituency: null },
      { name: "三职人", levels: "县、市", occupation: "医生", constituency: "第五选区" },
    ];
    const questions = await asked(load(rows));
    const answers = [choose(questions, "update", 2), choose(questions, "update", 3)];
    await load(rows, answers);
    const [person, ...more] = await found("三职人");
    expect(more).toEqual([]);
    expect(person).toMatchObject({ phoneMasked: "138****0066", occupation: "医生" });
    expect(person?.mandates.map(({ level }) => level).sort()).toEqual(["city", "county", "township"]);
  });

  it("is nobody of another township [S1]", async () => {
    const loaded = await staff(other).importRows({
      township: other.code,
      idempotencyKey: newKey(),
      rows: [{ line: 2, cells: { ...base, name: "单涛" } }],
      answers: [],
    });
    expect(loaded).toEqual({ created: 1, ...inTownship });
  });
});

describe("the same person in the form", () => {
  const seat = {
    level: "township" as const,
    termName: "第十九届",
    constituency: "第六选区",
    startsOn: "2022-01-12",
  };

  it("is asked about, and gets the mandate instead of a second record [R3]", async () => {
    await staff().create({ ...key(), name: "表单人", phone: "13800000011", mandates: [seat] });
    const county = { ...seat, level: "county" as const, constituency: null };
    const input = { name: "表　单　人", phone: "13800000012", mandates: [county] };
    const questions = await asked(staff().create({ ...key(), ...input }));
    const answer = choose(questions, "update").value;
    await staff().create({ ...key(), ...input, answer });
    const [person, ...more] = await found("表单人");
    expect(more).toEqual([]);
    expect(person).toMatchObject({ phoneMasked: "138****0012" });
    expect(person?.mandates).toHaveLength(2);
  });

  it("is another person when that is the answer", async () => {
    const input = { name: "表单人", mandates: [seat] };
    const questions = await asked(staff().create({ ...key(), ...input }));
    await staff().create({ ...key(), ...input, answer: choose(questions, "another").value });
    expect(await found("表单人")).toHaveLength(2);
  });

  it("is one when two people register them at once", async () => {
    const register = () => staff().create({ ...key(), name: "同时人", mandates: [seat] });
    const outcomes = await Promise.allSettled([register(), register(), register()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
