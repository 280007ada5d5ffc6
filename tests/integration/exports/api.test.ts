import { beforeAll, describe, expect, it } from "vitest";
import { answerShape, refusalShape } from "@/domains/exports/data/document";
import { sessionsEndpoint, suggestionsEndpoint } from "@/domains/exports/data/records";
import { figuresEndpoint } from "@/domains/exports/data/figures";
import { addDays, addMonths, dayOf } from "@/lib/dates";
import { exportGet, exportPost, issueToken } from "../../support/export-api";
import { openDesk } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { behind } from "../http/web";
import { callsOf, taskOf } from "../joint-tasks/joint";

let county: TestCounty;
let home: TestTownship;
let desk: Awaited<ReturnType<typeof openDesk>>;

const staff = () => callerAs("countyStaff", county);
const suggestions = (asked: Record<string, string>, secret: string) =>
  exportGet("suggestions", asked, secret).then(({ status, json, text }) => {
    expect(status, text).toBe(200);
    return answerShape(suggestionsEndpoint).parse(json);
  });
const message = ({ json }: { json: unknown }): string => refusalShape.parse(json).message;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [home] = county.townships as [TestTownship];
  desk = await openDesk(county, home);
  for (let index = 1; index <= 5; index += 1) await desk.enter("2026-03-10", `第${String(index)}条路的路灯`);
}, 120_000);

describe("a token", () => {
  it("is shown once, kept as its hash alone, and counted by its use [S23]", async () => {
    const input = {
      ...{ idempotencyKey: newKey(), name: "督查系统", scopes: ["townships" as const] },
      expiresOn: dayOf(new Date()),
    };
    const caller = staff();
    const first = await caller.exports.issue(input);
    expect(first.secret).toMatch(/^rda_[\w-]{43}$/);
    expect(await caller.exports.issue(input)).toEqual({ ...first, secret: null });
    const kept = await behind<{ row: string }>(
      `SELECT t::text AS row FROM export_token t WHERE county_id = $1 UNION ALL
       SELECT k.response::text FROM idempotency_key k WHERE county_id = $1 UNION ALL
       SELECT a::text FROM audit_event a WHERE county_id = $1`,
      [county.id],
    );
    expect(kept.filter(({ row }) => row.includes((first.secret ?? "").slice(4)))).toEqual([]);
    for (const _ of [1, 2, 3]) expect((await exportGet("townships", {}, first.secret)).status).toBe(200);
    const { tokens } = await caller.exports.tokens({});
    expect(tokens.find(({ id }) => id === first.id)).toMatchObject({
      ...{ uses: 3, lastUsedOn: dayOf(new Date()), state: "valid" },
      end: (first.secret ?? "").slice(-4),
    });
    const told = await behind<{ action: string; summary: string }>(
      "SELECT action, summary FROM audit_event WHERE record_id = $1 ORDER BY seq",
      [first.id],
    );
    expect(told).toEqual([
      { action: "exports.issue", summary: expect.stringContaining("签发数据接口令牌「督查系统」") as string },
    ]);
  });

  it("lasts a year at most, has a name of its own while it lasts, and is no account administrator's to issue", async () => {
    const today = dayOf(new Date());
    const issue = (name: string, expiresOn: string) =>
      staff().exports.issue({ idempotencyKey: newKey(), name, scopes: ["figures"], expiresOn });
    await expect(issue("太久", addDays(addMonths(today, 12), 1))).rejects.toThrow("有效期最长一年");
    await expect(issue("过去", addDays(today, -1))).rejects.toThrow("已经过去");
    await issue("整一年", addMonths(today, 12));
    await expect(issue("整一年", today)).rejects.toThrow("已有一个可用的令牌");
    await expect(
      callerAs("countyAccountAdmin", county).exports.issue({
        ...{ idempotencyKey: newKey(), name: "账号管理员的", scopes: ["figures"], expiresOn: today },
      }),
    ).rejects.toThrow("没有办理这件事的权限");
  });

  it("that is revoked half-way through its pages is refused the next one, with a sentence; the page before was whole", async () => {
    const { id, secret } = await issueToken(county, "中途停用");
    const first = await suggestions({ limit: "2" }, secret);
    expect(first.rows).toHaveLength(2);
    await staff().exports.revoke({ idempotencyKey: newKey(), id, version: 1, reason: "对方系统更换" });
    const next = await exportGet("suggestions", { limit: "2", after: first.next ?? "" }, secret);
    expect(next.status).toBe(401);
    expect(next.headers.get("www-authenticate")).toBe("Bearer");
    expect(message(next)).toMatch(/令牌「中途停用」已于 .* 停用。请向县人大常委会申请新的令牌。/);
    await expect(
      staff().exports.revoke({ idempotencyKey: newKey(), id, version: 2, reason: "再停一次" }),
    ).rejects.toThrow("没有找到这条记录");
    await expect(behind("UPDATE export_token SET revoked_at = NULL WHERE id = $1", [id])).rejects.toThrow(
      "stays revoked",
    );
  });

  it("reads nothing after its last day, and nothing of a county that was suspended [S20]", async () => {
    const other = await createCounty(["丙镇"]);
    const old = await issueToken(other, "到期的");
    const valid = await issueToken(other, "可用的");
    await behind(
      "UPDATE export_token SET issued_at = now() - interval '2 days', expires_on = $2 WHERE id = $1",
      [old.id, addDays(dayOf(new Date()), -1)],
    );
    expect(message(await exportGet("townships", {}, old.secret))).toContain("到期");
    await behind("UPDATE county SET status = 'suspended' WHERE id = $1", [other.id]);
    const refused = await exportGet("townships", {}, valid.secret);
    expect([refused.status, message(refused)]).toEqual([403, "本县已停用本系统，数据接口不再提供数据。"]);
  });

  it("is told nothing of whether a guess was near, and guesses are written down [S32]", async () => {
    const { secret } = await issueToken(county, "被猜的");
    const near = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    const answers = [near, "rda_", "x", `${secret}x`, secret.toUpperCase()];
    const told = new Set<string>();
    for (const guess of answers) {
      const { status, text } = await exportGet("townships", {}, guess);
      expect(status, guess).toBe(401);
      told.add(text);
    }
    expect(told.size).toBe(1);
    const [denied] = await behind<{ n: number }>(
      "SELECT count(*)::int AS n FROM access_log WHERE detail ->> 'path' = 'exports.api'",
    );
    expect(denied?.n).toBeGreaterThanOrEqual(answers.length);
  });

  it("that asks more than 600 times in a quarter of an hour waits [S32]", async () => {
    const { id, secret } = await issueToken(county, "太勤的");
    await behind(
      `INSERT INTO rate_limit (bucket, window_start, used) VALUES ($1, now(), 600)
       ON CONFLICT (bucket) DO UPDATE SET used = 600`,
      [`export:${id}`],
    );
    const answer = await exportGet("townships", {}, secret);
    expect([answer.status, message(answer)]).toEqual([429, expect.stringContaining("15 分钟") as string]);
  });
});

describe("what is read", () => {
  it("comes in pages that together are the whole, each row once, also while records change", async () => {
    const { secret } = await issueToken(county, "分页");
    const ids: string[] = [];
    let next: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof suggestions>> = await suggestions(
        { limit: "2", ...(next === null ? {} : { after: next }) },
        secret,
      );
      ids.push(...page.rows.map((row) => String(row["id"])));
      if (next === null) await desk.enter("2026-03-11", "读的时候新加的一条");
      next = page.next;
    } while (next !== null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(6);
  });

  it("tells what changed since a time, voided ones as voided, and no draft", async () => {
    const { secret } = await issueToken(county, "增量");
    const all = await suggestions({}, secret);
    const [first] = all.rows;
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect((await suggestions({ updatedSince: later }, secret)).rows).toEqual([]);
    // Ten minutes are read again, so that nothing is lost that was under way.
    const since = await suggestions({ updatedSince: all.asOf }, secret);
    expect(since.rows.map((row) => row["id"])).toEqual(all.rows.map((row) => row["id"]));
    const id = String(first?.["id"]);
    await desk.on("2026-03-12", "townshipChair").suggestions.void({
      ...{ township: home.code, idempotencyKey: newKey(), id, version: Number(first?.["version"]) },
      reason: "重复登记",
    });
    const voided = (await suggestions({}, secret)).rows.find((row) => row["id"] === id);
    expect(voided).toMatchObject({ voided: true, version: Number(first?.["version"]) + 1 });
    const draft = await desk.on("2026-03-12").suggestions.create({
      ...{ township: home.code, idempotencyKey: newKey(), kind: "suggestion", title: "还没有提交的草稿" },
      ...{ content: "草稿", category: "construction", origin: "intersession" },
      ...{ leadDeputyId: desk.mover, cosignerIds: [], occurredOn: "2026-03-12", submit: false },
    });
    const read = await suggestions({}, secret);
    expect(read.rows.map((row) => row["id"])).not.toContain(draft.id);
  });

  it("as CSV opens in Excel: with its mark, its header, and no formula [S59]", async () => {
    await desk.enter("2026-03-13", '=HYPERLINK("http://x")，逗号和"引号"');
    const { secret } = await issueToken(county, "表格");
    const { text, headers } = await exportGet("suggestions", { format: "csv", limit: "1000" }, secret);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(text.startsWith("\ufeffid,township,townshipName,updatedAt,")).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")，逗号和""引号"""`);
    const page = await exportGet("suggestions", { format: "csv", limit: "1" }, secret);
    expect(page.headers.get("x-next")).toMatch(/^[\w-]+$/);
  });

  it("figures are the comparison's own, with how many rows make each", async () => {
    const { secret } = await issueToken(county, "指标");
    const { json } = await exportGet("figures", { year: "2026", metric: "C1", township: home.code }, secret);
    const [figure] = answerShape(figuresEndpoint).parse(json).rows;
    const { townships } = await staff().oversight.comparison({ year: 2026 });
    const cell = townships
      .find(({ code }) => code === home.code)
      ?.cells.find(({ metric }) => metric === "C1");
    expect(figure).toMatchObject({
      ...{ state: cell?.state, value: cell?.value, numerator: cell?.numerator },
      ...{ counted: cell?.counted, leftOut: cell?.leftOut, township: home.code },
    });
  });

  it("holds nothing of a visit that nobody announced, before and after it is prepared [S6]", async () => {
    const place = await createCounty(["丁镇", "戊镇"]);
    const { secret } = await issueToken(place, "全部");
    const asked = [
      ["figures", { year: "2026", limit: "1000" }],
      ["suggestions", {}],
      ["sessions", {}],
      ["projects", {}],
      ["townships", {}],
    ] as const;
    const answers = async () => {
      const told: unknown[] = [];
      for (const [path, query] of asked)
        told.push({ ...((await exportGet(path, query, secret)).json as object), asOf: null });
      return told;
    };
    const before = await answers();
    await callsOf(place)
      .staff("2026-06-09")
      .draft(
        taskOf(place.townships, {
          ...{ title: "夜查冷库", kind: "unannouncedVisit", ask: "夜查冷库" },
          parts: place.townships.map(({ id: townshipId }) => ({
            ...{ townshipId, from: "2026-06-10", until: "2026-06-10", units: ["夜查冷库"] },
          })),
        }),
      );
    expect(await answers()).toEqual(before);
  });
});

describe("the address", () => {
  it("is only read: what is sent there is refused, other paths are not there, and a parameter stands once", async () => {
    const { secret } = await issueToken(county, "地址");
    expect((await exportPost("townships", secret)).status).toBe(405);
    const strange = [
      "",
      "nothing",
      "townships/1",
      "../trpc/accounts.me",
      "suggestions%2f",
      "__proto__",
      "constructor",
    ];
    for (const path of strange) expect((await exportGet(path, {}, secret)).status, path).toBe(404);
    const twice = await exportGet("figures", "year=2026&year=2025", secret);
    expect([twice.status, message(twice)]).toEqual([400, expect.stringContaining("写了两次") as string]);
  });

  it("allows no other site to read it, and keeps its answers out of every cache [S41]", async () => {
    const { secret } = await issueToken(county, "跨站");
    const { headers } = await exportGet("sessions", {}, secret, { origin: "https://other.example" });
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(
      answerShape(sessionsEndpoint).safeParse((await exportGet("sessions", {}, secret)).json).success,
    ).toBe(true);
  });
});
