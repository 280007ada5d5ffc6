import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
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
const { GET, POST } = await import("@/app/api/notice-files/[id]/route");

let dataDir: string;
let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
let neighbours: TestCounty;
let notice: string;
let file: string;

const staff = () => callerAs("countyStaff", county).notices;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "notice-files-"));
  process.env["DATA_DIR"] = dataDir;
  county = await createCounty(["甲镇", "乙镇"]);
  neighbours = await createCounty(["丙镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  const said = { title: "通知", body: "见附件", importance: "normal" as const, townships: [home.id] };
  notice = (await staff().draft({ ...said, idempotencyKey: newKey() })).id;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function as(role: Role, at: TestCounty, township?: TestTownship): void {
  const session = sessionAs(role, at, township);
  asking.context = { session, ip: null, requestId: randomUUID(), now: new Date() };
}

async function send(id = notice) {
  const form = new FormData();
  form.set("file", new File(["会议议程"], "议程.txt", { type: "text/plain" }));
  const request = new Request("http://localhost/api/notice-files", { method: "POST", body: form });
  const answer = await POST(request, { params: Promise.resolve({ id }) });
  return {
    status: answer.status,
    body: (await answer.json()) as { id: string; error?: { message: string } },
  };
}
const fetched = async (id = file) =>
  (await GET(new Request("http://localhost/api/notice-files"), { params: Promise.resolve({ id }) })).status;
const kept = () => readdirSync(join(dataDir, "files", county.id, county.id));

it("a file is put to a draft by its county alone [R93][S15]", async () => {
  as("townshipStaff", county, home);
  expect((await send()).status).toBe(403);
  as("countyStaff", neighbours);
  expect((await send()).status).toBe(404);
  as("countyStaff", county);
  const sent = await send();
  expect(sent.status).toBe(201);
  file = sent.body.id;
  expect(kept()).toEqual([file]);
  expect(await fetched()).toBe(200);
});

it("a township reads it once the notice was sent to it, and no other township does [R93][S15]", async () => {
  as("townshipStaff", county, home);
  expect(await fetched()).toBe(404);
  await staff().send({ idempotencyKey: newKey(), id: notice, version: 1 });
  expect(await fetched()).toBe(200);
  as("townshipStaff", county, other);
  expect(await fetched()).toBe(404);
  as("countyStaff", neighbours);
  expect(await fetched()).toBe(404);
  as("countyAccountAdmin", county);
  expect(await fetched()).toBe(403);
});

it("what was sent stays as it was sent; of a recalled notice a township reads no file [R93]", async () => {
  as("countyStaff", county);
  const late = await send();
  expect(late.status).toBe(412);
  expect(late.body.error?.message).toContain("附件不能再增减");
  await staff().recall({ idempotencyKey: newKey(), id: notice, version: 2, reason: "改期" });
  as("townshipStaff", county, home);
  expect(await fetched()).toBe(404);
});

it("the sweep keeps a county's files that have a row, and takes those that have none [S79]", async () => {
  const { storeFile, placeOfCounty } = await import("@/server/files/store");
  await storeFile(placeOfCounty(county.id, randomUUID()), Buffer.from("übrig"));
  expect(kept()).toHaveLength(2);
  expect(await sweepOrphans(new Date(Date.now() + 1000), 0)).toBe(1);
  expect(kept()).toEqual([file]);
});

it("a file on its way and the sending of its notice wait for one another: what is sent is whole [R93]", async () => {
  const { attachNoticeFile } = await import("@/domains/notices/commands/files");
  const { sendNotice } = await import("@/domains/notices/commands/notices");
  const { withCountyScope } = await import("@/server/db/scope");
  const actor = { accountId: randomUUID(), name: "测试", role: "countyStaff", ip: null, requestId: null };
  const inside = <Result>(work: Parameters<typeof withCountyScope<Result>>[2]) =>
    withCountyScope(county.id, { actor, readOnly: false }, work);
  const draft = async (title: string) =>
    (await staff().draft({ title, body: "见附件", importance: "normal", idempotencyKey: newKey() })).id;
  const added = (id: string) =>
    inside((scope) =>
      attachNoticeFile(scope, id, {
        ...{ id: randomUUID(), name: "议程.txt", mime: "text/plain", bytes: Buffer.from("议程") },
      }),
    );
  const sent = (id: string) =>
    inside((scope) => sendNotice(scope, { id, version: 1, idempotencyKey: newKey() }));
  const filesOf = async (id: string) => (await staff().notice({ id })).files.length;
  /** Begins one, and the other while the first is not yet kept. @returns how the second ended */
  async function meanwhile(
    first: (id: string) => Promise<unknown>,
    second: (id: string) => Promise<unknown>,
    id: string,
  ) {
    const held = await holding(id);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
    const one = first(id);
    await pause();
    const other = second(id).then(
      () => "done",
      (error: unknown) => (error instanceof Error ? error.message : ""),
    );
    await pause();
    await held();
    await one;
    return other;
  }
  /** Keeps the notice's row locked until it is let go, so that both stand in line. */
  async function holding(id: string): Promise<() => Promise<void>> {
    let letGo = (): void => undefined;
    const until = new Promise<void>((resolve) => (letGo = resolve));
    let locked = (): void => undefined;
    const lock = new Promise<void>((resolve) => (locked = resolve));
    const kept = inside(async ({ tx, countyId }) => {
      await tx.$queryRaw`SELECT id FROM county_notice WHERE county_id = ${countyId}::uuid AND id = ${id}::uuid FOR UPDATE`;
      locked();
      await until;
    });
    await lock;
    return async () => {
      letGo();
      await kept;
    };
  }
  const early = await draft("附件先到");
  expect(await meanwhile(added, sent, early)).toBe("done");
  expect(await filesOf(early)).toBe(1);
  const late = await draft("附件晚到");
  expect(await meanwhile(sent, added, late)).toContain("附件不能再增减");
  expect(await filesOf(late)).toBe(0);
});
