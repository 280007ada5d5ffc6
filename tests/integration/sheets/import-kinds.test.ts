import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as importFile } from "@/app/api/import/[path]/route";
import { GET as templateFile } from "@/app/api/import/[path]/template/route";
import { recordKinds } from "@/domains/record-kinds";
import type { AppError } from "@/lib/errors";
import type { Field } from "@/lib/records/fields";
import { isImported } from "@/lib/records/importing";
import type { ImportPlan } from "@/lib/sheets";
import { withTownshipScope } from "@/server/db/scope";
import { readLines } from "@/server/sheets/read";
import { seatDeputies } from "../../support/seated";
import { cookieOf } from "../../support/signed-in";
import { callerAs, createCounty, sessionAs, type TestCounty, type TestTownship } from "../../support/tenants";
import { workbookWith } from "../../support/workbooks";

let county: TestCounty;
let home: TestTownship;
let cookie: string;

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  cookie = await cookieOf("townshipStaff", county, home);
  await seatDeputies(county, home, [{ name: "林海" }, { name: "王芳" }, { name: "王芳" }]);
});

type Rows = (string | number | Date | null)[][];
type Body = {
  created?: number;
  plan?: ImportPlan;
  errors?: { row: number; column: string; message: string }[];
};

/** As the page sends it: the plan is agreed to where the file holds more than is taken. */
async function send(router: string, rows: Rows, fields: Record<string, string> = {}) {
  const file = await workbookWith([{ name: "台账", rows }]);
  const post = async (more: Record<string, string>) => {
    const form = new FormData();
    form.set("file", new Blob([file]), "台账.xlsx");
    const all = { township: home.code, idempotencyKey: randomUUID(), ...fields, ...more };
    for (const [name, value] of Object.entries(all)) form.set(name, value);
    const headers = { cookie, host: "localhost:3000" };
    const request = new Request("http://localhost:3000/api/import/x", {
      method: "POST",
      headers,
      body: form,
    });
    const response = await importFile(request, { params: Promise.resolve({ path: `${router}.importRows` }) });
    return { status: response.status, body: (await response.json()) as Body };
  };
  const told = await post({ step: "check" });
  const written = () => post({ seal: told.body.plan?.seal ?? "" });
  return { told, written, unagreed: () => post({}) };
}

const faults = ({ errors = [] }: Body) => errors.map(({ message }) => message);
const staff = () => callerAs("townshipStaff", county, home);
const policies = async () => staff().policies.list({ township: home.code });

describe("a kind that is said once comes in from the tables offices keep", () => {
  const head = ["序号", "制度名称", "制度类别", "版次", "制定时间", "是否上墙", "牵头领导"];

  it("policies: full-width signs, days as they are written, a column nobody knows named before anything is written [R12]", async () => {
    const file = await send("policies", [
      ["高亭镇人大工作制度一览表"],
      head,
      ["1", "主席团议事规则", "主席团议事规则", "２０２６年修订", "2026年3月5日", "是", "张主席"],
      ["2", " 代表述职 制度", "代表述职制度", null, "２０２５．６．１", "未上墙", "李副主席"],
      ["3", "接待制度", "其他制度", null, new Date("2024-11-20T00:00:00Z"), null, null],
    ]);
    expect(file.told.body.plan?.rows).toBe(3);
    expect(file.told.body.plan?.leftOut.columns.map(({ header }) => header)).toEqual(["牵头领导"]);
    expect((await file.unagreed()).status).toBe(409);
    expect((await policies()).total).toBe(0);
    expect((await file.written()).body).toMatchObject({
      created: 3,
      links: [{ label: "查看工作制度", query: "" }],
      leftOut: { columns: [{ header: "牵头领导" }] },
    });
    const { rows } = await policies();
    expect(
      rows.map(({ title, occurredOn, edition, posted }) => [title, occurredOn, edition, posted]),
    ).toEqual([
      ["主席团议事规则", "2026-03-05", "2026年修订", true],
      ["代表述职 制度", "2025-06-01", null, false],
      ["接待制度", "2024-11-20", null, null],
    ]);
    const record = await staff().policies.byId({ township: home.code, id: rows[0]?.id ?? "" });
    expect(record.sourceNote).toBe("导入文件第3行");
  });

  it("a file read twice, and a row that is there twice, are named; nothing is written", async () => {
    const file = await send("policies", [
      head.slice(0, 5),
      ["1", "主席团议事规则", "主席团议事规则", null, "2026-03-05"],
      ["2", "学习制度", "学习制度", null, "2026-01-01"],
      ["3", "学习制度", "学习制度", null, "2026/1/1"],
    ]);
    expect(faults((await file.written()).body)).toEqual([
      "第2行：2026-03-05的制度「主席团议事规则」已经登记，请删去这一行",
      "第4行：与第3行是同一项，请删去一行",
    ]);
    expect((await policies()).total).toBe(3);
  });

  it("every bad cell is named by row and column, and a kind's own rule by its row", async () => {
    const bad = await send("policies", [
      ["名称", "对应的制度", "通过日期", "废止日期"],
      ["学习制度", "学习办法", "去年", null],
      ["学".repeat(101), null, null, "2026-02-30"],
    ]);
    const told = faults((await bad.written()).body);
    expect(told.map((one) => one.slice(0, one.indexOf("：")))).toEqual([
      "第2行「对应的制度」",
      "第2行「通过日期」",
      "第3行「名称」",
      "第3行「对应的制度」",
      "第3行「通过日期」",
      "第3行「废止日期」",
    ]);
    const early = await send("policies", [
      ["名称", "对应的制度", "通过日期", "废止日期"],
      ["学习制度", "学习制度", "2026-01-01", null],
      ["档案制度", "档案管理制度", "2026-01-01", "2025-01-01"],
    ]);
    expect(faults((await early.written()).body)).toEqual(["第3行：废止日期早于通过日期，请核对。"]);
    expect((await policies()).total).toBe(3);
  });

  it("funds: amounts as they are written, the year from the title, other units refused, one line a purpose within the file [R14]", async () => {
    const head = ["经费项目", "预算安排（元）", "实际支出", "批准日期"];
    const [title, given] = ["高亭镇2026年度人大经费预算表", JSON.stringify({ year: "2026" })];
    const wrong = await send("funds", [
      [title],
      ["经费项目", "预算安排（万元）", "批准日期"],
      ["工作经费", "5", "2026-01-20"],
    ]);
    expect(faults((await wrong.written()).body)).toContain("第2行「预算数」：缺少这一列，请补上");
    const rows = (last: string): Rows => [
      [title],
      head,
      ["工作经费", "１２０，０００元", 38_000.5, "2026年1月20日"],
      ["代表活动经费", "80,000", "一半", "2026.1.20"],
      ["合计", "200000", null, null],
      [last, "1000", null, "2026-01-21"],
    ];
    const bad = await send("funds", rows("工作经费"), { given });
    expect(bad.told.body.plan?.asked).toMatchObject([{ key: "year", guess: "2026", blanks: 3 }]);
    expect(faults((await bad.written()).body)).toEqual(["第4行「支出数」：「一半」不是数字，应以元为单位"]);
    const mended = (last: string) =>
      rows(last).map((row) => row.map((cell) => (cell === "一半" ? null : cell)));
    const twice = await send("funds", mended("工作经费"), { given });
    expect(faults((await twice.written()).body)).toEqual([
      "第6行：2026年的工作经费已经登记，追加或调整请修改那一笔。",
    ]);
    const good = await send("funds", mended("会议经费"), { given });
    expect((await good.written()).body.created).toBe(3);
    const { rows: saved } = await staff().funds.list({ township: home.code, sort: "budgeted" });
    expect(saved.map(({ year, budgeted, spent }) => [year, budgeted, spent])).toEqual([
      [2026, 120_000, 38_000.5],
      [2026, 80_000, null],
      [2026, 1_000, null],
    ]);
  });

  it("plans: what would be refused is told before it is agreed to, and offices' own words are understood [R7]", async () => {
    const head = ["工作事项", "类别", "年度", "月份"];
    const bad = await send("plans", [
      head,
      ["视察饮水", "视察", 2026, "三月"],
      ["年终总结", "其他", 2026, "第四季度"],
      ["走访", "吃饭", 2026, "全年"],
    ]);
    expect(faults(bad.told.body)).toEqual([
      "第3行「计划月份」：「第四季度」不是数字，应写 1 到 12 中的一个月",
      expect.stringContaining("第4行「类别」：「吃饭」不对，应为：人代会、"),
      "第4行「计划月份」：「全年」不是数字，应写 1 到 12 中的一个月",
    ]);
    const before = await staff().plans.list({ township: home.code });
    const good = await send("plans", [
      head,
      ["视察饮水", "视察", 2026, "三月"],
      ["代表学法", "培训", 2026, "9月份"],
      ["接待日", "接待", 2026, "十二月"],
    ]);
    expect(faults(good.told.body)).toEqual([]);
    expect((await staff().plans.list({ township: home.code })).total).toBe(before.total);
    expect((await good.written()).body.created).toBe(3);
    const { rows } = await staff().plans.list({ township: home.code, sort: "month" });
    expect(rows.map(({ kind, month }) => `${kind} ${month}`).sort()).toEqual([
      "reception 12",
      "training 9",
      "visit 3",
    ]);
  });

  it("posts: deputies are found by name, namesakes named, and a deputy keeps the roster's spelling [R2]", async () => {
    const head = ["姓 名", "职务", "本级代表", "专兼职", "任职时间"];
    const bad = await send("posts", [
      head,
      ["王 芳", "秘书", "王芳", "兼职", "2024-01-10"],
      ["赵六", "联络员", "赵六", "是", "2024-01-10"],
    ]);
    expect(faults((await bad.written()).body)).toEqual([
      "第2行「本级代表」：名册中有2位「王芳」，请把这一行改用表单登记",
      "第3行「本级代表」：代表名册中没有「赵六」，请核对姓名或先登记代表",
      "第3行「专兼职」：「是」不对，应为：专职、兼职",
    ]);
    const good = await send("posts", [
      head,
      ["林　海", "主席", "林 海", "专职", "2022年1月12日"],
      ["赵六", "联络员", null, "兼职", "2024.1.10"],
    ]);
    expect((await good.written()).body.created).toBe(2);
    const { rows } = await staff().posts.list({ township: home.code, sort: "name", direction: "asc" });
    expect(rows.map(({ name, names, fullTime }) => [name, names["deputyId"], fullTime])).toEqual(
      expect.arrayContaining([
        ["林海", "林海", true],
        ["赵六", null, false],
      ]),
    );
  });

  it("trainings: the deputies of a cell are found by name, whoever was not in office then is named by row [R49]", async () => {
    await seatDeputies(county, home, [{ name: "周洋" }, { name: "孙涛", endsOn: "2025-12-31" }]);
    const head = ["培训内容", "培训方式", "培训时间", "课时", "授课人", "参加人员"];
    const bad = await send("trainings", [
      head,
      ["代表法", "集中培训", "2026.4.10", "8", "县委党校", "林海、周洋、孙涛"],
      ["代表法", "集中培训", "2026-04-10", "8", "县委党校", null],
      ["监督法", "自学", "2026-05-10", null, null, "林 海、吴用"],
    ]);
    expect(faults((await bad.written()).body)).toEqual([
      "第3行：与第2行是同一次，请删去一行",
      "第4行「培训形式」：「自学」不对，应为：集中培训、专题讲座、外出学习、以会代训、网上学习",
      "第4行「参加代表」：代表名册中没有「吴用」，请核对姓名或先登记代表",
    ]);
    const left = await send("trainings", [
      head,
      ["代表法", "集中培训", "2026.4.10", "8", "县委党校", "林海、周洋、孙涛"],
    ]);
    expect(faults((await left.written()).body)).toEqual([
      "第2行：孙涛在 2026-04-10 不是在任代表，请核对参加人员或任期。",
    ]);
    const good = await send("trainings", [
      head,
      ["代表法", "集中培训", "2026.4.10", "8", "县委党校", "林海、周洋"],
    ]);
    expect((await good.written()).body.created).toBe(1);
    const { rows } = await staff().trainings.list({ township: home.code });
    expect(rows.map(({ names, hours }) => [names["deputyIds"], hours])).toEqual([["周洋、林海", 8]]);
  });

  it("a rule over a kind's other records holds across all of a long file, and against what stands already [R2]", async () => {
    const person = (n: number, startsOn = "2024-01-10", endsOn: string | null = null) => ({
      ...{ name: `岗位${n}号`, post: "工作人员", fullTime: "专职", startsOn, endsOn },
    });
    // So long a file is a job of its own over HTTP; its procedure is called here.
    const posts = staff().posts as unknown as { importRows: (input: object) => Promise<{ created: number }> };
    const bring = (all: object[]) => {
      const rows = all.map((cells, at) => ({ line: at + 2, cells }));
      return posts.importRows({ township: home.code, idempotencyKey: randomUUID(), rows });
    };
    const refusedOf = async (all: object[]) => {
      const error = await bring(all).catch((thrown: unknown) => (thrown as { cause: AppError }).cause);
      const { problems } = (error as AppError).details as { problems: { line: number; message: string }[] };
      return problems.map(({ line, message }) => `第${line}行：${message}`);
    };
    const total = async () => (await staff().posts.list({ township: home.code })).total;
    const many = Array.from({ length: 620 }, (_, n) => person(n));
    const before = await total();
    const refused = await refusedOf([
      ...many,
      person(3, "2024-02-01"),
      person(619, "2024-02-01"),
      // One that is refused stands beside nobody.
      person(700, "2024-01-10", "2023-01-01"),
      person(700, "2024-03-01"),
    ]);
    expect(refused).toEqual([
      "第622行：岗位3号在这段时间已登记为工作人员，请修改原来的记录。",
      "第623行：岗位619号在这段时间已登记为工作人员，请修改原来的记录。",
      "第624行：离任日期早于任职日期，请核对。",
    ]);
    expect(await total()).toBe(before);
    expect(await bring(many)).toEqual({ created: 620 });
    expect(await refusedOf([person(5, "2025-01-01"), person(701)])).toEqual([
      "第2行：岗位5号在这段时间已登记为工作人员，请修改原来的记录。",
    ]);
    const { rows } = await staff().posts.list({ township: home.code, q: "岗位619号" });
    const record = await staff().posts.byId({ township: home.code, id: rows[0]?.id ?? "" });
    expect([record.version, record.sourceNote]).toEqual([1, "导入文件第621行"]);
  });

  it("is one act in the audit, and its records carry their origin [S74]", async () => {
    const session = sessionAs("countyStaff", county);
    const actor = { accountId: session.accountId, name: "", role: session.role, ip: null, requestId: null };
    const place = { as: "county" as const, countyId: county.id, code: home.code };
    const told = await withTownshipScope(place, { actor, now: new Date(), readOnly: true }, ({ tx }) =>
      tx.auditEvent.findMany({ where: { action: "policies.importRows" }, select: { summary: true } }),
    );
    expect(told).toEqual([{ summary: "由文件导入工作制度 3 项" }]);
  });

  it.each(recordKinds.filter(isImported))(
    "$name has a template whose example is left out when it is read",
    async (kind) => {
      const request = new Request("http://localhost:3000/x", { headers: { cookie, host: "localhost:3000" } });
      const path = { params: Promise.resolve({ path: `${kind.router}.importRows` }) };
      const file = new Uint8Array(await (await templateFile(request, path)).arrayBuffer());
      const { sheets } = await readLines(file);
      const rows = sheets[0]?.lines.map(({ cells }) => cells) ?? [];
      expect(rows[0]).toEqual(Object.values<Field>(kind.fields).map(({ label }) => label));
      const { told } = await send(kind.router, rows);
      expect(faults(told.body)).toEqual(["第1行：表头下面没有数据"]);
    },
  );
});
