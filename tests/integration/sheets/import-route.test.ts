import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as exportFile } from "@/app/api/export/[path]/route";
import { POST as markFile } from "@/app/api/import/[path]/marked/route";
import { POST as importFile } from "@/app/api/import/[path]/route";
import { GET as templateFile } from "@/app/api/import/[path]/template/route";
import { GET as askJob } from "@/app/api/jobs/[id]/route";
import { notFound } from "@/lib/errors";
import { withAuthScope } from "@/server/db/scope";
import { cookieOf } from "../../support/signed-in";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";

const path = "deputies.importRows";
const site = "http://localhost:3000";
const header = ["姓名", "性别", "级别", "届次", "选区", "小组", "职业", "电话", "起始日期"];
const good = (name: string, place = "第1选区", group = "第一小组") => [
  name,
  "女",
  "县、乡镇",
  "第十九届",
  place,
  group,
  "教师",
  "13812345678",
  "2022年1月12日",
];

let county: TestCounty;
let home: TestTownship;
let big: TestTownship;
let cookie: string;
let bigCookie: string;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, big] = county.townships as [TestTownship, TestTownship];
  cookie = await cookieOf("townshipStaff", county, home);
  bigCookie = await cookieOf("townshipStaff", county, big);
});

async function xlsx(rows: unknown[][]): Promise<Blob> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("名册").addRows(rows);
  return new Blob([await book.xlsx.writeBuffer()]);
}

function request(url: string, body: FormData | null, headers: Record<string, string> = {}): Request {
  const all = { cookie, host: "localhost:3000", ...headers };
  return body === null
    ? new Request(`${site}${url}`, { headers: all })
    : new Request(`${site}${url}`, { method: "POST", headers: all, body });
}

const at = <Key extends string>(key: Key, value: string) => ({
  params: Promise.resolve({ [key]: value } as Record<Key, string>),
});

async function send(
  rows: unknown[][],
  more: { key?: string; headers?: Record<string, string>; township?: string } = {},
) {
  const form = new FormData();
  form.set("file", await xlsx(rows), "名册.xlsx");
  form.set("township", more.township ?? home.code);
  form.set("idempotencyKey", more.key ?? randomUUID());
  const response = await importFile(request("/api/import/x", form, more.headers), at("path", path));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const total = async (township: TestTownship = home) =>
  (await callerAs("townshipStaff", county, township).deputies.list({ township: township.code, state: "all" }))
    .total;

describe("importing the roster", () => {
  it("names every bad cell by row and column and writes nothing [R3]", async () => {
    const rows = [
      ["某镇代表名册"],
      header,
      good("甲一"),
      ["", "不详", "村", "第十九届", "", "", "", "123", "2022-13-40"],
      good("甲二", "第2选区"),
      [],
      ["甲三", "男", "乡镇"],
    ];
    const { status, body } = await send(rows);
    expect(status).toBe(422);
    const messages = (body["errors"] as { message: string }[]).map((fault) => fault.message);
    expect(messages).toEqual([
      "第4行「姓名」：没有填写",
      "第4行「性别」：「不详」不对，应为男或女",
      "第4行「级别」：「村」不是代表级别，应为全国、省、市、县、乡镇",
      "第4行「电话」：「123」不对，应为11位手机号或带区号的固定电话",
      "第4行「起始日期」：「2022-13-40」不是日期，应如 2026-03-05",
      "第7行「起始日期」：没有填写",
    ]);
    expect(await total()).toBe(0);
  });

  it("brings all rows in at once, with levels, groups and phones; the same upload again changes nothing [R4]", async () => {
    const key = randomUUID();
    const rows = [header, good("乙一"), good("乙二", "第2选区", "第二小组").with(7, "0580-1234567")];
    const first = await send(rows, { key });
    const answer = {
      created: 2,
      links: [{ label: "查看导入的代表", query: "" }],
      leftOut: { columns: [], sheets: [], rows: [] },
    };
    expect(first).toEqual({ status: 200, body: answer });
    expect((await send(rows, { key })).body).toEqual(answer);
    const caller = callerAs("townshipStaff", county, home);
    const listed = await caller.deputies.list({ township: home.code, q: "乙一" });
    expect(listed.rows[0]).toMatchObject({ phoneMasked: "138****5678", since: "2022-01-12" });
    expect(listed.rows[0]?.mandates.map((mandate) => mandate.level)).toEqual(["county", "township"]);
    const { groups } = await caller.deputies.groups({ township: home.code });
    expect(groups.map((group) => [group.name, group.members.length])).toEqual([
      ["第一小组", 1],
      ["第二小组", 1],
    ]);
    const again = await send(rows);
    expect((again.body["errors"] as { message: string }[])[0]?.message).toContain(
      "与名册中已有的记录是同一人",
    );
    const stranger = await send([header, good("乙三", "第3选区", "没有的小组").with(7, "13900000000")]);
    expect((stranger.body["errors"] as { message: string }[])[0]?.message).toContain(
      "没有名为「没有的小组」",
    );
    expect(await total()).toBe(2);
  });

  it("works off many rows with a progress to look at, and still all or nothing", async () => {
    const rows = Array.from({ length: 700 }, (_, index) => good(`大${index}`, `第${index}选区`).with(7, ""));
    const start = await send([header, ...rows], { township: big.code, headers: { cookie: bigCookie } });
    expect(start).toMatchObject({ status: 202, body: { total: 700 } });
    const job = String(start.body["job"]);
    const ask = async (as: string) => {
      const response = await askJob(request(`/api/jobs/${job}`, null, { cookie: as }), at("id", job));
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    await expect.poll(async () => (await ask(bigCookie)).body["status"], { timeout: 20_000 }).toBe("done");
    expect((await ask(bigCookie)).body).toMatchObject({ done: 700, total: 700, result: { created: 700 } });
    expect((await ask(cookie)).status).toBe(404);
    expect(await total(big)).toBe(700);
  });

  it("a long import that names another township is refused whole, told as failed and written down; its state is nobody else's [S20]", async () => {
    const foreign = await createCounty(["长涂镇"]);
    const [elsewhere] = foreign.townships as [TestTownship];
    const rows = Array.from({ length: 600 }, (_, index) => good(`外${index}`, `第${index}选区`).with(7, ""));
    const denials = (path: string) =>
      withAuthScope(({ tx }) =>
        tx.accessLog.count({ where: { kind: "denied", detail: { path: ["path"], equals: path } } }),
      );
    const before = { imports: await denials(path), jobs: await denials("jobs") };
    for (const township of [big, elsewhere]) {
      const owned = await total(big);
      const start = await send([header, ...rows], { township: township.code });
      const job = String(start.body["job"]);
      const ask = async (as: string) => {
        const response = await askJob(request(`/api/jobs/${job}`, null, { cookie: as }), at("id", job));
        return { status: response.status, body: (await response.json()) as Record<string, unknown> };
      };
      await expect.poll(async () => (await ask(cookie)).body["status"], { timeout: 20_000 }).toBe("failed");
      expect((await ask(cookie)).body["result"]).toEqual({
        ...{ code: "NOT_FOUND", message: notFound().message },
      });
      expect(await total(big)).toBe(owned);
      const strangers = [
        bigCookie,
        await cookieOf("townshipStaff", county, home),
        await cookieOf("countyStaff", county),
        await cookieOf("townshipStaff", foreign, elsewhere),
      ];
      for (const stranger of strangers) expect((await ask(stranger)).status).toBe(404);
    }
    expect({ imports: await denials(path), jobs: await denials("jobs") }).toEqual({
      imports: before.imports + 2,
      jobs: before.jobs + 8,
    });
    const theirs = callerAs("townshipStaff", foreign, elsewhere);
    expect((await theirs.deputies.list({ township: elsewhere.code, state: "all" })).total).toBe(0);
  });

  it("is closed to other sites, to people without the right, to other townships and to strangers [S1][S41]", async () => {
    const rows = [header, good("丙一")];
    expect((await send(rows, { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await send(rows, { headers: { cookie: "" } })).status).toBe(401);
    const viewer = await cookieOf("townshipViewer", county, home);
    expect((await send(rows, { headers: { cookie: viewer } })).status).toBe(403);
    expect((await send(rows, { township: big.code })).status).toBe(404);
    const unknown = await importFile(request("/api/import/x", new FormData()), at("path", "constructor"));
    expect(unknown.status).toBe(404);
  });

  it("gives a template to fill in, and the person's own rows back with the reasons beside them", async () => {
    const template = await templateFile(request("/api/import/x/template", null), at("path", path));
    expect(template.headers.get("content-disposition")).toContain(encodeURIComponent("代表名册导入模板"));
    const rows = [header, good("丁一").with(1, "?")];
    const { body } = await send(rows);
    const form = new FormData();
    form.set("file", await xlsx(rows), "名册.xlsx");
    form.set("errors", JSON.stringify(body["errors"]));
    const marked = await markFile(request("/api/import/x/marked", form), at("path", path));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await marked.arrayBuffer());
    const [sheet] = book.worksheets;
    expect(sheet?.getCell("J1").value).toBe("错误原因");
    expect(sheet?.getCell("J2").value).toBe("第2行「性别」：「?」不对，应为男或女");
    expect(sheet?.getCell("B2").fill.type).toBe("pattern");
  });
});

describe("exporting", () => {
  const ask = (procedure: string, input: object, as = cookie) =>
    exportFile(
      request(`/api/export/x?input=${encodeURIComponent(JSON.stringify(input))}`, null, { cookie: as }),
      at("path", procedure),
    );

  it("writes what the list shows, with the count, who took it, and masked telephones [S59]", async () => {
    const response = await ask("deputies.exportRows", { township: home.code, q: "乙一" });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("content-disposition")).toContain(encodeURIComponent("代表名册（在任）"));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const [sheet] = book.worksheets;
    expect(sheet?.getCell("A1").value).toMatch(/^代表名册（在任） {2}共 1 条 {2}高亭镇 测试员 .* 导出$/);
    expect(sheet?.getCell("A3").value).toBe("乙一");
    expect(sheet?.getCell("H3").value).toBe("138****5678");
    expect(sheet?.getCell("I3").value).toEqual(new Date("2022-01-12T00:00:00Z"));
  });

  it("runs export queries only, under the person's own rights [S1][S6]", async () => {
    const input = { township: home.code };
    for (const procedure of [
      "deputies.list",
      "deputies.importRows",
      "deputies.exportNothing",
      "constructor.exportRows",
    ]) {
      expect((await ask(procedure, input)).status).toBe(404);
    }
    expect((await ask("deputies.exportRows", input, bigCookie)).status).toBe(404);
    expect((await ask("deputies.exportRows", { ...input, sort: "phone" })).status).toBe(400);
    expect((await ask("deputies.exportRows", input, "")).status).toBe(401);
  });
});
