import { randomUUID } from "node:crypto";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as importFile } from "@/app/api/import/[path]/route";
import { GET as askJob } from "@/app/api/jobs/[id]/route";
import type { ImportPlan } from "@/lib/sheets";
import type { SessionOnRequest } from "@/server/auth/session";
import { withTownshipScope } from "@/server/db/scope";
import { finishJob, startJob } from "@/server/sheets/jobs";
import { signedInAs } from "../../support/signed-in";
import { callerAs, createCounty, sessionAs, type TestCounty, type TestTownship } from "../../support/tenants";
import { rosterAsKept, workbookWith } from "../../support/workbooks";

let county: TestCounty;
let home: TestTownship;
let staff: { cookie: string; accountId: string };
let countyStaff: { cookie: string };

beforeAll(async () => {
  county = await createCounty(["云台镇"]);
  [home] = county.townships as [TestTownship];
  staff = await signedInAs("townshipStaff", county, home);
  countyStaff = await signedInAs("countyStaff", county);
});

type Body = { plan?: ImportPlan; created?: number; errors?: { message: string }[] } & Record<string, unknown>;

async function send(
  path: string,
  file: Uint8Array<ArrayBuffer>,
  fields: Record<string, string>,
  cookie = staff.cookie,
): Promise<{ status: number; body: Body }> {
  const form = new FormData();
  form.set("file", new Blob([file]), "名册.xlsx");
  for (const [name, value] of Object.entries({ idempotencyKey: randomUUID(), ...fields }))
    form.set(name, value);
  const request = new Request("http://localhost:3000/api/import/x", {
    method: "POST",
    headers: { cookie, host: "localhost:3000" },
    body: form,
  });
  const response = await importFile(request, { params: Promise.resolve({ path }) });
  return { status: response.status, body: (await response.json()) as Body };
}

const roster = (file: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) =>
  send("deputies.importRows", file, { township: home.code, ...fields });
const people = () => callerAs("townshipStaff", county, home).deputies;
const total = async () => (await people().list({ township: home.code, state: "all" })).total;

describe("what a file holds and the import does not take is agreed to before anything is written", () => {
  const given = JSON.stringify({ levels: "乡镇", termName: "第十九届", startsOn: "2022.1.12" });

  it("a roster as kept: told first, written only as agreed, named again at the end, and kept with all that is taken [R3]", async () => {
    const file = await workbookWith([rosterAsKept]);
    const told = await roster(file, { step: "check" });
    expect(told.status).toBe(200);
    expect(told.body.plan?.rows).toBe(3);
    expect(told.body.plan?.asked.map(({ header }) => header)).toEqual(["级别", "届次", "起始日期"]);
    const unagreed = await roster(file, { given });
    expect(unagreed.status).toBe(409);
    expect(unagreed.body.plan?.leftOut.columns.map(({ header }) => header)).toEqual([
      "联系方式·办公电话",
      "身份证号码",
      "参加工作时间",
    ]);
    expect(await total()).toBe(0);
    const done = await roster(file, { given, seal: told.body.plan?.seal ?? "" });
    expect(done.body).toMatchObject({
      created: 3,
      links: [{ label: "查看导入的代表", query: "level=township" }],
      leftOut: { rows: [{ line: 8 }, { line: 9 }, { line: 10 }] },
    });
    expect(JSON.stringify(done.body)).not.toContain("80000001");
    const { rows } = await people().list({ township: home.code, q: "常青" });
    const record = await people().byId({ township: home.code, id: rows[0]?.id ?? "" });
    expect(record).toMatchObject({
      birthYear: 1968,
      birthMonth: 5,
      education: "大专",
      party: "中共党员",
      occupation: "云台社区党总支书记",
      phoneMasked: "138****0031",
      sourceNote: "连任",
    });
    expect(record.mandates[0]).toMatchObject({
      level: "township",
      termName: "第十九届",
      startsOn: "2022-01-12",
    });
  });

  it("an agreement to other losses than the file's is none, and a value said once is checked like a cell", async () => {
    const sheet = {
      name: "甲",
      rows: [
        ["姓名", "级别", "起始日期", "籍贯"],
        ["另一人", "乡镇", "2022-01-12", "四川"],
      ],
    };
    const file = await workbookWith([sheet]);
    expect((await roster(file, { seal: "0".repeat(64) })).status).toBe(409);
    const wrong = await roster(file, { given: JSON.stringify({ startsOn: "去年" }) });
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([400, expect.stringContaining("不是日期")]);
    for (const odd of ['{"name":"所有人"}', "[", '{"levels":7}'])
      expect((await roster(file, { given: odd })).status).toBe(400);
  });

  it("leaders come from the roster: by a word, a tick, the name in each row, or behind the group; two in one group are refused [R4]", async () => {
    const head = ["姓名", "级别", "起始日期", "选区", "小组", "小组长"];
    const row = (name: string, group: string, leader: string) => [
      name,
      "乡镇",
      "2022-01-12",
      name,
      group,
      leader,
    ];
    const two = await workbookWith([
      { name: "甲", rows: [head, row("组甲", "一组", "是"), row("组乙", "一组", "组长")] },
    ]);
    expect((await roster(two)).body.errors?.[0]?.message).toBe(
      "第3行「小组职务」：「一组」在第2行已有组长，一个小组只能有一位组长",
    );
    const rows = [
      row("组甲", "一组", "√"),
      row("组乙", "一组", ""),
      row("组丙", "二组", "组丙"),
      row("组丁", "二组", "组丙"),
      row("组戊", "三组（组长）", ""),
      row("组己", "三组", "副组长"),
    ];
    expect((await roster(await workbookWith([{ name: "甲", rows: [head, ...rows] }]))).body.created).toBe(6);
    const { groups } = await people().groups({ township: home.code });
    const roles = groups.map(({ name, members }) => [
      name,
      Object.fromEntries(members.map((member) => [member.name, member.role])),
    ]);
    expect(roles).toEqual([
      ["一组", { 组甲: "leader", 组乙: "member" }],
      ["二组", { 组丙: "leader", 组丁: "member" }],
      ["三组", { 组戊: "leader", 组己: "deputyLeader" }],
    ]);
    const late = await workbookWith([{ name: "甲", rows: [head, row("组庚", "一组", "是")] }]);
    expect((await roster(late)).body.errors?.[0]?.message).toContain("「一组」已有组长「组甲」");
    const stranger = await workbookWith([{ name: "甲", rows: [head, row("组辛", "一组", "某甲")] }]);
    expect((await roster(stranger)).body.errors?.[0]?.message).toContain("应为组长、副组长或组员");
  });

  it("a month that nobody can tell is asked back, not guessed", async () => {
    const head = ["姓名", "级别", "起始日期", "选区", "出生年月"];
    const file = await workbookWith([
      { name: "甲", rows: [head, ["月某", "乡镇", "2022-01-12", "九", 1979.1]] },
    ]);
    expect((await roster(file)).body.errors?.[0]?.message).toBe(
      "第2行「出生年月」：「1979.1」分不清是1月还是10月，请写成 1979年1月 或 1979年10月",
    );
  });

  it("a suggestion's content arrives as long as it is, and one that is too long is named with its place; links lead to the years", async () => {
    const content = "1．老街排水管道年久失修，每逢暴雨积水，沿街居民出行不便。".repeat(150);
    const head = ["标题", "内容", "类别", "领衔代表", "提出日期"];
    const row = (title: string, text: string, day: string) => [title, text, "城建", "组甲", day];
    const bring = async (...rows: string[][]) =>
      send("suggestions.importRows", await workbookWith([{ name: "甲", rows: [head, ...rows] }]), {
        township: home.code,
      });
    const long = await bring(row("太长", "长".repeat(5_001), "2026-03-05"));
    expect(long.body.errors?.[0]?.message).toBe("第2行「内容」：有5001字，不能超过5000字");
    const { body } = await bring(row("老街", content, "2026-03-05"), row("旧事", content, "2025-03-05"));
    expect(body["links"]).toEqual([
      { label: "查看 2026 年的建议（1 件）", query: "year=2026" },
      { label: "查看 2025 年的建议（1 件）", query: "year=2025" },
    ]);
    const register = callerAs("townshipStaff", county, home).suggestions;
    const { rows } = await register.list({ township: home.code, q: "老街", year: 2026 });
    const record = await register.byId({ township: home.code, id: rows[0]?.id ?? "" });
    expect(record.content).toBe(content);
  });
});

describe("the county's townships come from a file [R5]", () => {
  const bring = (file: Uint8Array<ArrayBuffer>, cookie = countyStaff.cookie) =>
    send("tenancy.importTownships", file, {}, cookie);
  const head = ["乡镇名称", "行政区划代码", "常住人口", "面积（平方公里）", "建制"];

  it("all of them or none, with every bad cell named", async () => {
    const bad = await workbookWith([
      {
        name: "甲",
        rows: [
          head,
          ["新桥镇", `${county.code}201`, "5.2万", "58.5", ""],
          ["外县镇", "110101001", "", "", ""],
          ["云台镇", `${county.code}202`, "", "", "镇"],
          ["新桥镇", `${county.code}201`, "", "", "省"],
        ],
      },
    ]);
    const { body } = await bring(bad);
    expect(body.errors?.map(({ message }) => message)).toEqual([
      "第2行「人口」：「5.2万」不对，应为整数，不带单位，不超过 5000000",
      `第3行「代码」：「110101001」不属于本县，应以 ${county.code} 开头`,
      "第4行「名称」：「云台镇」已经登记过，请删去这一行或核对",
      "第5行「建制」：「省」不对，应为：乡、民族乡、镇、街道（人大工委）",
      "第5行「名称」：「新桥镇」与第2行重复，请删去这一行或核对",
      `第5行「代码」：「${county.code}201」与第2行重复，请删去这一行或核对`,
    ]);
    const good = await workbookWith([
      {
        name: "甲",
        rows: [
          head,
          ["新桥镇", `${county.code}201000`, 52_000, 58.5],
          ["望海街道", `${county.code}202`, "", ""],
        ],
      },
    ]);
    expect((await bring(good)).body).toMatchObject({ created: 2 });
    const listed = await callerAs("countyStaff", county).tenancy.townships({ q: "", withMerged: false });
    expect(
      listed.map(({ name, shortName, kind, population }) => [name, shortName, kind, population]),
    ).toEqual([
      ["云台镇", "云台镇", expect.anything(), null],
      ["新桥镇", "新桥", "town", 52_000],
      ["望海街道", "望海", "subdistrict", null],
    ]);
  });

  it("only by the county [S1]", async () => {
    const file = await workbookWith([{ name: "甲", rows: [head, ["某镇", `${county.code}299`, "", ""]] }]);
    expect((await bring(file, staff.cookie)).status).toBe(403);
  });
});

describe("an import whose server has gone is told at once, by what it has written", () => {
  const session = (): SessionOnRequest => ({
    ...sessionAs("townshipStaff", county, home),
    accountId: staff.accountId,
  });
  const state = async (id: string) => {
    const request = new Request(`http://localhost:3000/api/jobs/${id}`, {
      headers: { cookie: staff.cookie, host: "localhost:3000" },
    });
    const response = await askJob(request, { params: Promise.resolve({ id }) });
    return (await response.json()) as { status: string; result: unknown };
  };
  /** As a process leaves it that is killed at work. */
  async function abandoned(): Promise<string> {
    const key = randomUUID();
    await startJob(session(), key, "deputies.importRows", 700);
    (globalThis as { jobsAtWork?: Set<string> }).jobsAtWork?.delete(key);
    return key;
  }
  const inScope = <Result>(work: Parameters<typeof withTownshipScope<Result>>[2]) =>
    withTownshipScope(
      { as: "township", countyId: county.id, townshipId: home.id },
      {
        actor: {
          accountId: staff.accountId,
          name: "测试员",
          role: "townshipStaff",
          ip: null,
          requestId: null,
        },
        now: new Date(),
        readOnly: false,
      },
      work,
    );

  it("nothing was written: interrupted, and the file may be sent again under the same key", async () => {
    const key = await abandoned();
    expect(await state(key)).toMatchObject({
      status: "failed",
      result: { message: expect.stringContaining("没有写入任何一行") as string },
    });
    expect(await startJob(session(), key, "deputies.importRows", 700)).toBe(true);
    expect(await state(key)).toMatchObject({ status: "running" });
    expect(await startJob(session(), key, "deputies.importRows", 700)).toBe(false);
    await finishJob(session(), key, "done", { created: 700 });
    expect(await state(key)).toMatchObject({ status: "done", result: { created: 700 } });
  });

  it("everything was written before the end could be put down: done", async () => {
    const key = await abandoned();
    await inScope(({ tx }) => {
      const response = JSON.stringify({ created: 700 });
      return tx.$executeRaw`
        INSERT INTO idempotency_key (county_id, id, township_id, account_id, key, procedure, request_hash, response)
        VALUES (${county.id}::uuid, ${uuid()}::uuid, ${home.id}::uuid, ${staff.accountId}::uuid, ${key}::uuid, 'x', 'x', ${response}::jsonb)`;
    });
    expect(await state(key)).toMatchObject({ status: "done", result: { created: 700 } });
  });

  it("another process still works on it: running", async () => {
    const key = await abandoned();
    await inScope(async ({ tx }) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${staff.accountId + key}, 0))`;
      expect(await state(key)).toMatchObject({ status: "running" });
    });
    expect(await state(key)).toMatchObject({ status: "failed" });
  });
});
