import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "@/lib/roles";
import { sweepOrphans } from "@/server/files/sweep";
import type { Context } from "@/server/trpc/init";
import {
  callerAs,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";

const asking: { context: Context | null } = { context: null };
vi.mock("@/server/trpc/context", () => ({ contextOf: () => Promise.resolve(asking.context) }));
const { POST } = await import("@/app/api/files/[township]/[key]/[recordId]/route");
const { GET } = await import("@/app/api/files/[township]/[key]/route");

let dataDir: string;
let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
let neighbours: TestCounty;
let activity: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "files-"));
  process.env["DATA_DIR"] = dataDir;
  county = await createCounty(["甲镇", "乙镇"]);
  neighbours = await createCounty(["丙镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  const made = await callerAs("townshipStaff", county, home).supervision.create({
    township: home.code,
    idempotencyKey: newKey(),
    kind: "inspectionVisit",
    topic: "看河道",
    occurredOn: "2026-05-01",
  });
  activity = made.id;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function as(role: Role, at: TestCounty, township?: TestTownship): void {
  const session = sessionAs(role, at, township);
  asking.context = { session, ip: null, requestId: randomUUID(), now: new Date() };
}

type Target = { township?: string; type?: string; id?: string };
async function send(name: string, content: string | Uint8Array<ArrayBuffer>, target: Target = {}) {
  const form = new FormData();
  form.set("file", new File([content], name, { type: "text/plain" }));
  const request = new Request("http://localhost/api/files", { method: "POST", body: form });
  const { township = home.code, type = "activity", id = activity } = target;
  const answer = await POST(request, {
    params: Promise.resolve({ township, key: type, recordId: id }),
  });
  const body = (await answer.json()) as { id: string; filename: string; error?: { message: string } };
  return { status: answer.status, body };
}

const fetchFile = (township: string, id: string) =>
  GET(new Request("http://localhost/api/files"), { params: Promise.resolve({ township, key: id }) });

const filesOf = (township: TestTownship): string[] => {
  try {
    return readdirSync(join(dataDir, "files", county.id, township.id));
  } catch {
    return [];
  }
};
const pdf = "%PDF-1.7\n1 0 obj\n%%EOF\n";

it("[S55] a name never becomes a path: it is shown clean, the file lies under a random key", async () => {
  as("townshipStaff", county, home);
  const sent = await send(`../../etc/\u202efdp.exe\u0000${"长".repeat(300)}.pdf`, pdf);
  expect(sent.status).toBe(201);
  expect(Array.from(sent.body.filename)).toHaveLength(255);
  expect(sent.body.filename).toMatch(/^fdp\.exe长+\.pdf$/);
  expect(filesOf(home)).toContain(sent.body.id);
  expect(readFileSync(join(dataDir, "files", county.id, home.id, sent.body.id), "utf8")).toBe(pdf);
});

it("[S56] pages, drawings, scripts and contents that are not what the name says are refused in Chinese", async () => {
  as("townshipStaff", county, home);
  const before = filesOf(home).length;
  for (const [name, content] of [
    ["a.html", "<html></html>"],
    ["a.svg", "<svg onload=alert(1)>"],
    ["a.exe", "MZ"],
    ["a.pdf", "<script>alert(1)</script>"],
    ["a.png", pdf],
    ["a.docx", "PK\u0003\u0004 nothing inside"],
    ["a.txt", "好 <script>alert(1)</script>"],
    ["a.constructor", "x"],
  ] as const) {
    const sent = await send(name, content);
    expect(sent.status, name).toBe(400);
    expect(sent.body.error?.message, name).toMatch(/只能上传|内容与扩展名/);
  }
  expect((await send("空.pdf", "")).status).toBe(400);
  expect(filesOf(home)).toHaveLength(before);
});

it("[S56] a download is always saved, never drawn, and in no cache", async () => {
  as("townshipStaff", county, home);
  const { body } = await send("视察'报告*.pdf", pdf);
  as("countyStaff", county);
  const answer = await fetchFile(home.code, body.id);
  expect(await answer.text()).toBe(pdf);
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent("视察")}%27${encodeURIComponent("报告")}_.pdf`,
  );
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
});

it("[S15] another township, another county and an unknown id get the same answer, and nothing is attached there", async () => {
  as("townshipStaff", county, home);
  const { body } = await send("甲.pdf", pdf);
  const unknown = await fetchFile(home.code, randomUUID());
  const same = await unknown.text();
  expect(unknown.status).toBe(404);
  as("townshipStaff", county, other);
  for (const code of [home.code, other.code]) {
    const answer = await fetchFile(code, body.id);
    expect([answer.status, await answer.text()]).toEqual([404, same]);
  }
  expect((await send("乙.pdf", pdf, { township: other.code })).status).toBe(404);
  as("countyStaff", neighbours);
  expect(await (await fetchFile(home.code, body.id)).text()).toBe(same);
  as("countyStaff", county);
  expect((await send("县.pdf", pdf)).status).toBe(403);
  as("townshipStaff", county, home);
  expect((await send("丙.pdf", pdf, { id: randomUUID() })).status).toBe(404);
  expect((await send("丁.pdf", pdf, { type: "account" })).status).toBe(404);
  expect(filesOf(other)).toEqual([]);
  asking.context = { session: null, ip: null, requestId: randomUUID(), now: new Date() };
  expect((await fetchFile(home.code, body.id)).status).toBe(401);
});

it("[S74] a removed file is out of reach, and its record's history says who and why", async () => {
  as("townshipStaff", county, home);
  const { body } = await send("误传.pdf", pdf);
  const me = callerAs("townshipStaff", county, home);
  await me.attachments.void({
    township: home.code,
    idempotencyKey: newKey(),
    id: body.id,
    reason: "传错了",
  });
  expect((await fetchFile(home.code, body.id)).status).toBe(404);
  const record = { township: home.code, recordType: "activity" as const, recordId: activity };
  expect((await me.attachments.list(record)).map((file) => file.id)).not.toContain(body.id);
  const read = await me.supervision.byId({ township: home.code, id: activity });
  expect(read.timeline[0]?.summary).toBe("移除附件「误传.pdf」：传错了");
});

it("[S79] what a crash left between file and row is swept; files with a row and fresh ones stay", async () => {
  as("townshipStaff", county, home);
  const { body } = await send("留.pdf", pdf);
  const folder = join(dataDir, "files", county.id, home.id);
  const orphans = [randomUUID(), `${randomUUID()}.part`];
  const fresh = randomUUID();
  for (const name of [...orphans, fresh]) writeFileSync(join(folder, name), "half");
  const old = new Date(Date.now() - 2 * 3_600_000);
  for (const name of [...orphans, body.id]) utimesSync(join(folder, name), old, old);
  expect(await sweepOrphans()).toBe(2);
  const left = filesOf(home);
  expect(left).toEqual(expect.arrayContaining([body.id, fresh]));
  expect(left).not.toEqual(expect.arrayContaining([orphans[0]]));
});

it("[S83] when the files cannot be written the sentence says so, and no row points nowhere", async () => {
  as("townshipStaff", county, other);
  const made = await callerAs("townshipStaff", county, other).supervision.create({
    township: other.code,
    idempotencyKey: newKey(),
    kind: "inspectionVisit",
    topic: "看学校",
    occurredOn: "2026-05-01",
  });
  const good = process.env["DATA_DIR"];
  const taken = join(dataDir, "taken");
  writeFileSync(taken, "a file where the folder should be");
  process.env["DATA_DIR"] = taken;
  const sent = await send("甲.pdf", pdf, { township: other.code, id: made.id });
  process.env["DATA_DIR"] = good;
  expect(sent.status).toBe(503);
  const record = { township: other.code, recordType: "activity" as const, recordId: made.id };
  expect(await callerAs("townshipStaff", county, other).attachments.list(record)).toEqual([]);
});
