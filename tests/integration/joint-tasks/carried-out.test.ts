import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, issued, partIn, taskOf } from "./joint";

let county: TestCounty;
let home: TestTownship;
let next: TestTownship;
let calls: ReturnType<typeof callsOf>;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, next] = county.townships as [TestTownship, TestTownship];
  calls = callsOf(county);
});

const key = () => ({ idempotencyKey: newKey() });
const viewOf = (id: string, day = "2026-07-20") => calls.staff(day).task({ id });

describe("a joint task from its draft to its end [R87]", () => {
  it("is carried out by an activity of the township's own, which is typed once", async () => {
    const taskId = await issued(calls, "2026-05-20", [home, next]);
    const day = "2026-06-09";
    const { jointTasks, change, at } = calls.of(home, day);
    const { part, checklist, task } = await partIn(calls, home, day, taskId);
    expect(part.state).toBe("waiting");
    expect(checklist.points).toHaveLength(7);
    const { id } = part;
    await expect(jointTasks.carryOut(change({ id, version: 2, occurredOn: day }))).rejects.toThrow(
      "请先接受",
    );
    await jointTasks.accept(change({ id, version: 2 }));
    const carried = await jointTasks.carryOut(change({ id, version: 3, occurredOn: day }));
    await expect(jointTasks.submit(change({ id, version: 4, resultText: "查了三家" }))).rejects.toThrow(
      "还没有办结",
    );
    const api = callerAs("townshipStaff", county, home, noon(day));
    const made = await api.supervision.byId(at({ id: carried.activityId }));
    expect(made.facts).toMatchObject({
      ...{ topic: task.title, kind: "lawInspection", occurredOn: day, isJoint: true, lawName: task.lawName },
    });
    const { id: deputyId } = await api.deputies.create(
      change({
        name: "周代表",
        mandates: [{ level: "township", termName: "第十九届", constituency: null, startsOn: "2022-01-10" }],
      }) as never,
    );
    await api.supervision.edit(
      change({ id: carried.activityId, version: 1, ...made.facts, deputyIds: [deputyId] }),
    );
    await api.supervision.addFinding(
      change({ activityId: carried.activityId, description: "一家没有健康证", occurredOn: day }),
    );
    await api.supervision.complete(
      change({ id: carried.activityId, version: 2, report: "查了三家。", reportedOn: day }),
    );
    await jointTasks.submit(change({ id, version: 4, resultText: "查了三家，发现问题1个。" }));
    expect((await viewOf(taskId)).parts.find((one) => one.id === id)).toMatchObject({
      ...{ state: "submitted", submittedOn: day, activity: { findings: 1, state: "done" } },
    });
    const staff = calls.staff("2026-06-20");
    await expect(staff.judge({ ...key(), id, version: 5, verdict: "returned", why: null })).rejects.toThrow(
      "补充什么",
    );
    await staff.judge({ ...key(), id, version: 5, verdict: "returned", why: "补照片" });
    expect((await partIn(calls, home, "2026-06-21", taskId)).part.state).toBe("returned");
    await calls.of(home, "2026-06-22").jointTasks.submit(change({ id, version: 6, resultText: "已补充。" }));
    await staff.judge({ ...key(), id, version: 7, verdict: "accepted", why: null });
    await staff.report({ ...key(), id: taskId, version: 2 });
    const close = (noReportWhy: string | null) =>
      staff.close({ ...key(), id: taskId, version: 3, noReportWhy });
    await expect(close(null)).rejects.toThrow("汇总报告还没有印发");
    await close("只有一个乡镇，成果直接送财经工委");
    const closed = await viewOf(taskId);
    expect([closed.task.state, closed.progress.done, closed.parts.map(({ state }) => state)]).toEqual([
      ...["closed", 1, ["done", "waiting"]],
    ]);
  });

  it("waits to be carried out again once the activity that did is struck out", async () => {
    const taskId = await issued(calls, "2026-05-20", [next], { title: "校园安全" });
    const day = "2026-06-10";
    const { jointTasks, change, at } = calls.of(next, day);
    const { id } = (await partIn(calls, next, day, taskId)).part;
    await jointTasks.accept(change({ id, version: 2 }));
    const { activityId } = await jointTasks.carryOut(change({ id, version: 3, occurredOn: day }));
    const api = callerAs("townshipStaff", county, next, noon(day));
    const waits = async () =>
      (await api.today.due(at({ all: true }))).rows.filter((row) => row.id === id).map(({ kind }) => kind);
    expect(await waits()).toEqual(["jointSubmit"]);
    await api.supervision.void(change({ id: activityId, version: 1, reason: "误录" }));
    expect(await waits()).toEqual(["jointCarryOut"]);
    expect((await partIn(calls, next, day, taskId)).part.state).toBe("accepted");
  });

  it("is moved, merged and dropped with the trace in both histories, and asks the township again", async () => {
    const one = await issued(calls, "2026-05-20", [home], { title: "安全生产" });
    const two = await issued(calls, "2026-05-20", [home, next], { title: "水源保护", checklist: null });
    const first = (await partIn(calls, home, "2026-05-21", one)).part;
    const { jointTasks, change } = calls.of(home, "2026-05-21");
    await jointTasks.accept(change({ id: first.id, version: 2 }));
    const second = (await partIn(calls, home, "2026-05-21", two)).part;
    await jointTasks.requestMerge(change({ id: second.id, version: 2, with: first.id, why: "两天一次来" }));
    const staff = calls.staff("2026-05-22");
    await staff.answerProposal({ ...key(), id: second.id, version: 3, agreed: true, why: "好" });
    expect((await partIn(calls, home, "2026-05-23", two)).together).toMatchObject({ title: "安全生产" });
    await staff.movePart({
      ...{ ...key(), id: first.id, version: 3, from: "2026-06-22", until: "2026-06-22", why: "县里有会" },
      acceptWhy: "已与乡镇商定",
    });
    expect((await partIn(calls, home, "2026-05-23", one)).part).toMatchObject({
      ...{ state: "waiting", visitFrom: "2026-06-22", version: 4 },
    });
    await expect(
      staff.movePart({
        ...key(),
        id: first.id,
        version: 4,
        from: "2026-07-22",
        until: "2026-07-22",
        why: "晚点",
      }),
    ).rejects.toThrow("不在开展时段");
    await staff.mergeParts({
      ...{
        ...key(),
        id: first.id,
        version: 4,
        into: second.id,
        from: "2026-06-23",
        until: "2026-06-24",
        why: "减负",
      },
      acceptWhy: "已与乡镇商定",
    });
    const other = (await viewOf(two)).parts.find(({ townshipName }) => townshipName === next.name);
    await staff.dropPart({ ...key(), id: other?.id ?? "", version: other?.version ?? 0, why: "刚去过" });
    expect((await viewOf(two)).parts).toHaveLength(1);
    const { rows } = await calls.of(next, "2026-05-24").jointTasks.own({ township: next.code, year: 2026 });
    expect(rows.map(({ task }) => task.title)).not.toContain("水源保护");
  });

  it("refuses a window in the past, without a working day or turned round, and a township of another county", async () => {
    const staff = calls.staff("2026-05-20");
    const draft = (more: object) => staff.draft(taskOf([home], { ...more }));
    await expect(draft({ windowUntil: "2026-05-01", parts: [] })).rejects.toThrow("早于第一天");
    await expect(draft({ windowFrom: "2026-06-06", windowUntil: "2026-06-07", parts: [] })).rejects.toThrow(
      "没有工作日",
    );
    await expect(draft({ resultDueOn: "2027-01-31" })).rejects.toThrow("同一年");
    await expect(draft({ lawName: null })).rejects.toThrow("法律法规");
    const abroad = await createCounty(["远方镇"]);
    await expect(staff.draft(taskOf(abroad.townships))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const past = await staff.draft(taskOf([home]));
    await expect(calls.staff("2026-07-10").issue({ ...key(), id: past.id, version: 1 })).rejects.toThrow(
      "已经过去",
    );
  });

  it("lets whoever saved first win, keeps what was issued, and keeps results when it is recalled", async () => {
    const staff = calls.staff("2026-05-20");
    const { id } = await staff.draft(taskOf([home], { title: "两人同改" }));
    const edit = (version: number, more: object) =>
      staff.edit({ ...taskOf([home], { title: "两人同改", ...more }), id, version, ...key() });
    await edit(1, { ask: "先改的" });
    await expect(edit(1, { ask: "后改的" })).rejects.toMatchObject({ code: "CONFLICT" });
    await staff.issue({ ...key(), id, version: 2, acceptWhy: "已商定" });
    await expect(edit(3, { windowUntil: "2026-07-01" })).rejects.toThrow("时段不能再改");
    await expect(edit(3, { resultDueOn: "2026-07-01" })).rejects.toThrow("只能推后");
    await staff.recall({ ...key(), id, version: 3, reason: "改为明年" });
    const { part } = await partIn(calls, home, "2026-05-25", id);
    expect(part.state).toBe("recalled");
    const { jointTasks, change } = calls.of(home, "2026-05-25");
    await expect(jointTasks.accept(change({ id: part.id, version: part.version }))).rejects.toThrow("撤回");
  });
});
