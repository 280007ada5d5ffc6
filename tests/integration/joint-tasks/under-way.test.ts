import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, issued, partIn } from "./joint";

const day = "2026-06-09";
const unit = "市场监管所";
const key = () => ({ idempotencyKey: newKey() });

let county: TestCounty;
let home: TestTownship;
let calls: ReturnType<typeof callsOf>;
let deputyIds: string[];

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  calls = callsOf(county);
  const mandate = { level: "township", termName: "第十九届", constituency: null, startsOn: "2022-01-10" };
  const { deputies } = callerAs("townshipStaff", county, home, noon(day));
  const { change } = calls.of(home, day);
  const { id } = await deputies.create(change({ name: "周代表", mandates: [mandate] }) as never);
  deputyIds = [id];
});

const points = [
  { code: "1", text: "有没有进货台账", article: "第五十三条" },
  { code: "2", text: "从业人员有没有健康证明", article: "第四十五条" },
];
const checklist = { name: "小餐饮检查要点", lawName: "食品安全法", items: points };

/** The township has entered the activity and answered a point. */
async function underway(more: object) {
  const taskId = await issued(calls, "2026-05-20", [home], more);
  const { id } = (await partIn(calls, home, day, taskId)).part;
  const { jointTasks, change, at } = calls.of(home, day);
  await jointTasks.accept(change({ id, version: 2 }));
  const { activityId } = await jointTasks.carryOut(change({ id, version: 3, occurredOn: day, deputyIds }));
  const said = { id, code: "1", unit, version: null, seenOn: day };
  const answer = (more2: object, sent = newKey()) =>
    jointTasks.answerPoint({ ...at({ ...said, ...more2 }), idempotencyKey: sent } as never);
  return { taskId, id, activityId, jointTasks, change, at, answer };
}

describe("what changes while townships are under way [R87]", () => {
  it("a checklist that is changed leaves issued tasks and their answers as they were; who saves second is told", async () => {
    const staff = calls.staff("2026-05-20");
    const { id: list } = await staff.saveChecklist({ ...key(), id: null, version: null, ...checklist });
    const { id, jointTasks, at, answer } = await underway({ title: "小餐饮检查", checklist: list });
    await answer({ answer: "ok" });
    const changed = { ...key(), ...checklist, id: list, version: 1, items: points.slice(1) };
    await calls.staff(day).saveChecklist(changed);
    await expect(calls.staff(day).saveChecklist({ ...changed, ...key() })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { checklist: told } = await jointTasks.part(at({ id }));
    expect(told.points.map(({ code }) => code)).toEqual(["1", "2"]);
    await answer({ code: "2", answer: "ok" });
    expect((await jointTasks.check(at({ id }))).progress).toMatchObject({ places: 2, answered: 2 });
  });

  it("a task recalled with a result handed in keeps it, its activity and its findings, and takes no more", async () => {
    const { taskId, id, activityId, jointTasks, change, at, answer } = await underway({ title: "农药经营" });
    await answer({ code: "2", answer: "problem", severity: "general", note: "没有台账", place: "农资店" });
    const { supervision } = callerAs("townshipStaff", county, home, noon(day));
    await supervision.complete(change({ id: activityId, version: 1, report: "查了一家。", reportedOn: day }));
    await jointTasks.submit(change({ id, version: 4, resultText: "发现问题一个。" }));
    await calls.staff("2026-06-12").recall({ ...key(), id: taskId, version: 2, reason: "改由县局检查" });
    const { part, may } = await jointTasks.part(at({ id }));
    expect(part).toMatchObject({ state: "recalled", resultText: "发现问题一个。", submittedOn: day });
    expect(may.submit.allowed).toBe(false);
    expect((await supervision.byId(at({ id: activityId }))).state).toBe("done");
    expect(
      (await supervision.findings(at({}))).rows.some(({ description }) => description.includes("没有台账")),
    ).toBe(true);
    const { parts } = await calls.staff("2026-06-12").task({ id: taskId });
    expect(parts).toMatchObject([
      { state: "recalled", resultText: "发现问题一个。", activity: { findings: 1 } },
    ]);
    await expect(
      calls.staff("2026-06-12").judge({ ...key(), id, version: 5, verdict: "accepted", why: null }),
    ).rejects.toThrow("没有等待认定");
    // What a telephone kept back and sends only now is refused in a sentence.
    await expect(answer({ code: "1", answer: "ok" })).rejects.toThrow("撤回");
  });

  it("a form sent twice is done once, and two that carry the same part out are not both kept", async () => {
    const taskId = await issued(calls, "2026-05-20", [home], { title: "校外托管" });
    const { id } = (await partIn(calls, home, day, taskId)).part;
    const { jointTasks, change } = calls.of(home, day);
    const accept = change({ id, version: 2 });
    expect(await jointTasks.accept(accept)).toEqual(await jointTasks.accept(accept));
    const carry = change({ id, version: 3, occurredOn: day });
    const first = await jointTasks.carryOut(carry);
    expect(await jointTasks.carryOut(carry)).toEqual(first);
    await expect(jointTasks.carryOut({ ...carry, ...key() })).rejects.toThrow("已经登记了监督活动");
  });
});
