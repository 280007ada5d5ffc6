import { beforeAll, describe, expect, it } from "vitest";
import { callerAs } from "../../support/tenants";
import { openWorkspace } from "./workspace";

const sessionOn = "2026-03-10";
let w: Awaited<ReturnType<typeof openWorkspace>>;
const on = (day: string) => callerAs("townshipChair", w.county, w.town, new Date(`${day}T04:00:00Z`));
const task = async (topic: string, day: string) => {
  const { rows } = await on(day).sessionTasks.list({ township: w.town.code });
  return rows.find((row) => row.topic === topic && row.sessionOn === day);
};
const tick = async (topic: string, doneOn: string, of = sessionOn) => {
  const { id = "", version = 0 } = (await task(topic, of)) ?? {};
  await on(doneOn).sessionTasks.step({ ...w.key(), id, version, step: "done", doneOn });
};

beforeAll(async () => {
  w = await openWorkspace();
  for (const day of [sessionOn, "2026-03-12"])
    await on("2026-02-01").sessionTasks.prepare({ ...w.key(), sessionOn: day });
});

describe("the days on which notice and papers were sent", () => {
  it("are entered once: ticked off before the session they are the session's own, and the other way round [R20]", async () => {
    await tick("发出会议通知", "2026-03-01");
    const id = await w.newSession({ startsOn: sessionOn, documentsSentOn: "2026-03-08" });
    expect(await w.read(id)).toMatchObject({ noticeSentOn: "2026-03-01", documentsSentOn: "2026-03-08" });
    expect((await task("会议材料印发到代表", sessionOn))?.doneOn).toBe("2026-03-08");
  });

  it("ticked off later they are told to the session that waits for them, and never a day after it began [R20]", async () => {
    const id = await w.newSession({ startsOn: "2026-03-12" });
    await tick("发出会议通知", "2026-03-02", "2026-03-12");
    expect(await w.read(id)).toMatchObject({ noticeSentOn: "2026-03-02", documentsSentOn: null });
    await tick("会议材料印发到代表", "2026-03-15", "2026-03-12");
    expect((await w.read(id)).documentsSentOn).toBeNull();
    expect((await w.read(id)).timeline[0]?.summary).toBe("会前准备「发出会议通知」的日期记入会议");
  });

  it("a plan's item of a session is linked to it as to any other record [R37]", async () => {
    const item = { topic: "开好人代会", kind: "session" as const, year: 2026, month: 1 };
    const { id: itemId } = await on("2026-01-05").plans.create({ ...w.key(), ...item });
    const id = await w.newSession({ startsOn: "2026-01-20" });
    const link = { id: itemId, version: 1, recordType: "session", recordId: id };
    await w.chair.plans.link({ ...w.key(), ...link });
    const [linked] = await w.chair.plans.ofRecord({ township: w.town.code, recordType: "session", id });
    expect(linked).toMatchObject({ id: itemId, linked: true, state: "done" });
  });
});
