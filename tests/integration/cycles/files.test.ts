import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Role } from "@/lib/roles";
import type { Context } from "@/server/trpc/init";
import { noon } from "../../support/suggestions";
import { callerAs, newKey, sessionAs, type TestTownship } from "../../support/tenants";
import { as, change, frozenCounty, office, ofTown, own, walking, year } from "./steps";

const asking: { context: Context | null } = { context: null };
vi.mock("@/server/trpc/context", () => ({ contextOf: () => Promise.resolve(asking.context) }));
const { POST } = await import("@/app/api/files/[township]/[key]/[recordId]/route");
const { GET } = await import("@/app/api/files/[township]/[key]/route");

let dataDir: string;
let world: Awaited<ReturnType<typeof frozenCounty>>;
const { begin, seat, hand, owned } = walking(() => world);
const said: { note: string; appeal: string } = { note: "", appeal: "" };

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "files-"));
  process.env["DATA_DIR"] = dataDir;
  world = await frozenCounty();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

type Sender = { role: Role; town: TestTownship; day: string };
type Kind = "selfNote" | "assessmentAppeal";

function asked({ role, town, day }: Sender): void {
  const session = sessionAs(role, world.county, role === "countyStaff" ? undefined : town);
  asking.context = { session, ip: null, requestId: randomUUID(), now: noon(day) };
}

/** Sends a file to a record of the home township, by whatever address the sender tries. */
async function send(day: string, type: Kind, recordId: string, more: Partial<Sender> = {}) {
  const { role = "townshipStaff", town = world.home } = more;
  asked({ role, town, day });
  const form = new FormData();
  form.set("file", new File(["签到表"], "签到表.txt", { type: "text/plain" }));
  const request = new Request("http://localhost/api/files", { method: "POST", body: form });
  const answer = await POST(request, {
    params: Promise.resolve({ township: town.code, key: type, recordId }),
  });
  const body = (await answer.json()) as { id: string; error?: { message: string } };
  return { status: answer.status, id: body.id, refusal: body.error?.message };
}

async function fetched(sender: Sender, id: string): Promise<number> {
  asked(sender);
  const answer = await GET(new Request("http://localhost/api/files"), {
    params: Promise.resolve({ township: sender.town.code, key: id }),
  });
  return answer.status;
}

const remove = (day: string, id: string) =>
  callerAs("townshipStaff", world.county, world.home, noon(day)).attachments.void({
    ...{ township: world.home.code, idempotencyKey: newKey(), id, reason: "传错了" },
  });
/** The year's files as the township's documents book has them. */
async function booked(day: string) {
  const caller = callerAs("townshipStaff", world.county, world.home, noon(day)).books;
  const page = { township: world.home.code, book: "documents", part: "attachment", year: year + 1 };
  const { rows } = await caller.book({ ...page, page: 1, pageSize: 50 });
  return rows.map(([, name, kind, record]) => [name, kind, record]);
}

const listed = (town: TestTownship, recordType: Kind, recordId: string) =>
  callerAs("townshipStaff", world.county, town, noon("2026-01-10")).attachments.list({
    ...{ township: town.code, recordType, recordId },
  });

/** Nobody of another township reads a file, sees its name, or puts one there. */
async function keptFrom(town: TestTownship, day: string, type: Kind, recordId: string, file: string) {
  await expect(listed(town, type, recordId)).rejects.toThrow("没有");
  expect(await fetched({ role: "townshipStaff", town, day }, file)).toBe(404);
  expect((await send(day, type, recordId, { town })).status).toBe(404);
}

describe("what a township puts to a line of its self-assessment", () => {
  let file: string;

  it("is read by itself and its reviewers, by no other township [R85][S15]", async () => {
    await begin("2026-01-06", "selfAssessment");
    said.note = (
      await office(world.county, world.home, "2026-01-07").noteIndicator(
        own(world.home, { indicator: "A1", kind: "evidence", text: "会议签到表见附件" }),
      )
    ).id;
    const sent = await send("2026-01-07", "selfNote", said.note);
    expect(sent.status).toBe(201);
    file = sent.id;
    const line = (await owned("2026-01-07")).indicators.find(({ code }) => code === "A1");
    expect(line?.note?.files).toEqual([
      expect.objectContaining({ id: file, name: "签到表.txt", by: "测试员", size: 9 }),
    ]);
    const reviewed = await as(world.county, world.people[0], "2026-01-07").review({
      ...{ year, of: world.home.code },
    });
    const item = reviewed?.items.find(({ code }) => code === "A1");
    expect(item?.note?.files.map(({ id }) => id)).toEqual([file]);
    expect(await fetched({ role: "countyStaff", town: world.home, day: "2026-01-08" }, file)).toBe(200);
    await keptFrom(world.other, "2026-01-08", "selfNote", said.note, file);
  });

  it("comes and goes until it is handed in, and not after [R85]", async () => {
    const wrong = await send("2026-01-08", "selfNote", said.note);
    await remove("2026-01-08", wrong.id);
    expect(await listed(world.home, "selfNote", said.note)).toHaveLength(1);
    expect((await send("2026-01-08", "selfNote", said.note, { role: "countyStaff" })).status).toBe(403);
    expect((await send("2026-01-08", "selfNote", randomUUID())).status).toBe(404);
    await office(world.county, world.home, "2026-01-09").submitSelf(own(world.home, {}));
    const late = await send("2026-01-09", "selfNote", said.note);
    expect([late.status, late.refusal]).toEqual([412, expect.stringContaining("自评已于 2026-01-09 提交")]);
    await expect(remove("2026-01-09", file)).rejects.toThrow("自评已于 2026-01-09 提交");
    expect(await listed(world.home, "selfNote", said.note)).toHaveLength(1);
  });

  it("stands in the township's book of files, as what it was put to [R9]", async () => {
    expect(await booked("2026-01-09")).toEqual([["签到表.txt", "自评意见", "2025 年自评意见（A1）"]]);
  });

  it("opens again with the self-assessment, for that township alone [R85]", async () => {
    await as(world.county, world.people[3], "2026-01-10").reopenSelf(
      ofTown(world.home, { until: "2026-01-15", reason: "补充签到表" }),
    );
    expect((await send("2026-01-12", "selfNote", said.note)).status).toBe(201);
    await office(world.county, world.home, "2026-01-12").submitSelf(own(world.home, {}));
    expect((await send("2026-01-12", "selfNote", said.note)).status).toBe(412);
  });
});

describe("what a township puts to its appeal", () => {
  let file: string;

  it("is read by itself and by those who decide, by no other township [R85][S15]", async () => {
    await begin("2026-01-19", "review");
    for (const town of [world.home, world.other])
      for (const index of [0, 1] as const) {
        await seat("2026-01-19", index, world.people[index], town.code);
        await hand(world.people[index], town.code);
      }
    await begin("2026-01-21", "preliminary");
    // 22 January is a Thursday; appeals may be made until the 29th.
    await begin("2026-01-22", "appeal");
    said.appeal = (
      await office(world.county, world.home, "2026-01-22").fileAppeal(
        own(world.home, { indicator: "A1", recordId: null, recordType: null, grounds: "两次都开了" }),
      )
    ).id;
    const sent = await send("2026-01-22", "assessmentAppeal", said.appeal);
    expect(sent.status).toBe(201);
    file = sent.id;
    expect((await owned("2026-01-22")).appeals[0]?.files.map(({ id }) => id)).toEqual([file]);
    const { rows } = await as(world.county, world.people[3], "2026-01-22").appeals({ year });
    expect(rows[0]?.files.map(({ name }) => name)).toEqual(["签到表.txt"]);
    expect(await fetched({ role: "countyStaff", town: world.home, day: "2026-01-22" }, file)).toBe(200);
    await keptFrom(world.other, "2026-01-22", "assessmentAppeal", said.appeal, file);
  });

  it("comes and goes until the window closes or it is decided; its decision names it [R85]", async () => {
    const late = await send("2026-01-30", "assessmentAppeal", said.appeal);
    expect([late.status, late.refusal]).toEqual([412, expect.stringContaining("申诉已于 2026-01-29 截止")]);
    await expect(remove("2026-01-30", file)).rejects.toThrow("附件不能再增减");
    const judge = as(world.county, world.people[3], "2026-01-23");
    await judge.decideAppeal({
      ...{ idempotencyKey: newKey(), id: said.appeal, version: 1, upheld: false },
      ...{ found: "调阅了签到表", reason: "与记录一致" },
    });
    const after = await send("2026-01-23", "assessmentAppeal", said.appeal);
    expect([after.status, after.refusal]).toEqual([412, "这件申诉已经决定，附件不能再增减。"]);
    const paper = await judge.exportAppeal({ id: said.appeal });
    expect(JSON.stringify(paper)).toContain("随申诉提交的材料：签到表.txt。");
    expect(await booked("2026-01-23")).toContainEqual(["签到表.txt", "考核申诉", "2025 年考核申诉（A1）"]);
    await expect(judge.beginStage(change({ stage: "archived", version: 1 }))).rejects.toThrow();
  });
});
