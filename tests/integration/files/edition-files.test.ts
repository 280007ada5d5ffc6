import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "@/lib/roles";
import { sweepOrphans } from "@/server/files/sweep";
import type { Context } from "@/server/trpc/init";
import { practiceText, someEvidence } from "../../support/practices";
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
const { GET } = await import("@/app/api/files/[township]/practices/[edition]/[file]/route");

let dataDir: string;
let county: TestCounty;
let abroad: TestCounty;
let author: TestTownship;
let other: TestTownship;
let stranger: TestTownship;
let practice: string;
let edition: string;
let file: string;

function as(role: Role, at: TestCounty, township?: TestTownship): void {
  const session = sessionAs(role, at, township);
  asking.context = { session, ip: null, requestId: randomUUID(), now: new Date() };
}
const chair = () => callerAs("townshipChair", county, author).practices;
const at = () => ({ township: author.code, idempotencyKey: newKey() });
const office = () => callerAs("countyStaff", county).practices;

async function attach(name: string, content: string) {
  as("townshipChair", county, author);
  const form = new FormData();
  form.set("file", new File([content], name, { type: "text/plain" }));
  const request = new Request("http://localhost/api/files", { method: "POST", body: form });
  const params = Promise.resolve({ township: author.code, key: "practice", recordId: practice });
  const answer = await POST(request, { params });
  return { status: answer.status, body: (await answer.json()) as { id: string } };
}

/** Asked for by somebody of a township, or of the county under the author's code. */
async function fetched(township: string, of = { edition, file }) {
  const answer = await GET(new Request("http://localhost/api/files"), {
    params: Promise.resolve({ township, ...of }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "edition-files-"));
  process.env["DATA_DIR"] = dataDir;
  county = await createCounty(["甲镇", "乙镇"]);
  abroad = await createCounty(["外镇"]);
  [author, other] = county.townships as [TestTownship, TestTownship];
  [stranger] = abroad.townships as [TestTownship];
  const recordId = await someEvidence(county, author, "2026-03-02");
  const evidence = [{ recordType: "policy", recordId }];
  const said = practiceText({ title: "带附件的做法", evidence }) as never;
  practice = (await chair().write({ ...(said as Parameters<ReturnType<typeof chair>["write"]>[0]), ...at() }))
    .id;
  file = (await attach("对账表.txt", "一月一对账")).body.id;
  await chair().confirm({ ...at(), id: practice, version: 1 });
  edition = (await office().publish({ idempotencyKey: newKey(), id: practice, version: 2 })).id;
}, 120_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it("a file of a published practice is read by every township of its county and by the county, as it was sent [R90][S15]", async () => {
  for (const township of [author, other]) {
    as("townshipStaff", county, township);
    const { status, text, headers } = await fetched(township.code);
    expect([status, text]).toEqual([200, "一月一对账"]);
    expect(headers.get("content-disposition")).toContain("attachment");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
  as("countyStaff", county);
  expect((await fetched(author.code)).status).toBe(200);
});

it("no other county reads it, nor who reads no practices, nor by another's address [S1][S3][S15]", async () => {
  as("townshipStaff", abroad, stranger);
  expect((await fetched(stranger.code)).status).toBe(404);
  expect((await fetched(author.code)).status).toBe(404);
  as("countyStaff", abroad);
  expect((await fetched(author.code)).status).toBe(404);
  as("countyAccountAdmin", county);
  expect((await fetched(author.code)).status).toBe(403);
  as("townshipStaff", county, other);
  for (const of of [
    { edition: practice, file },
    { edition, file: randomUUID() },
    { edition: randomUUID(), file },
    { edition: "..", file: "%00" },
  ])
    expect((await fetched(other.code, of)).status).toBe(404);
});

it("a file that only the draft has is nobody else's; one that the draft lost stays with the edition [R90][S79]", async () => {
  const { version } = await chair().practice({ township: author.code, id: practice });
  const recordId = await someEvidence(county, author, "2026-03-03");
  const evidence = [{ recordType: "policy", recordId }];
  const said = practiceText({ title: "带附件的做法，改过", evidence }) as never;
  await chair().edit({
    ...(said as Parameters<ReturnType<typeof chair>["edit"]>[0]),
    ...{ ...at(), id: practice, version },
  });
  const draft = await attach("还没有发布.txt", "草稿");
  expect(draft.status).toBe(201);
  await callerAs("townshipChair", county, author).attachments.void({ ...at(), id: file, reason: "换新的" });
  as("townshipStaff", county, other);
  expect((await fetched(other.code, { edition, file: draft.body.id })).status).toBe(404);
  expect(await sweepOrphans(new Date(Date.now() + 1000), 0)).toBe(0);
  expect((await fetched(other.code)).text).toBe("一月一对账");
});

it("of a retired practice nobody reads a file any more [R90]", async () => {
  const newest = (await office().countyLibrary({})).rows.find(({ title }) => title.startsWith("带附件"));
  const { version } = (await office().countyEdition({ id: newest?.id ?? "" })).edition;
  await office().retire({ idempotencyKey: newKey(), id: edition, version, reason: "改由平台统一办理" });
  as("townshipStaff", county, other);
  expect((await fetched(other.code)).status).toBe(404);
});
