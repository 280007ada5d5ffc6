import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, issued, partIn } from "./joint";

const day = "2026-06-09";
const unit = "市场监管所";

let county: TestCounty;
let home: TestTownship;
let calls: ReturnType<typeof callsOf>;
let part: { id: string; activityId: string };

/** One more member of the same office. */
const member = () => calls.of(home, day);
const ok = { code: "1", unit, version: null, answer: "ok" as const, seenOn: day };
const problem = {
  ...{ code: "2", unit, version: null, answer: "problem" as const, seenOn: day },
  ...{ severity: "general" as const, note: "一家小吃店没有许可证", place: "人民路12号" },
};
const check = () => member().jointTasks.check(member().at({ id: part.id }));
const answer = (said: object, key = newKey()) =>
  member().jointTasks.answerPoint({ ...member().at({ id: part.id, ...said }), idempotencyKey: key } as never);
const findings = async () => {
  const { supervision } = callerAs("townshipStaff", county, home, noon(day));
  return (await supervision.findings(member().at({}))).rows;
};

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  calls = callsOf(county);
  const { id } = (await partIn(calls, home, day, await issued(calls, "2026-05-20", [home]))).part;
  const { jointTasks, change, at } = member();
  await expect(jointTasks.answerPoint(change({ id, ...ok }))).rejects.toThrow("请先登记开展情况");
  await jointTasks.accept(change({ id, version: 2 }));
  const { activityId } = await jointTasks.carryOut(change({ id, version: 3, occurredOn: day }));
  part = { id, activityId };
  expect((await jointTasks.check(at({ id }))).may.allowed).toBe(true);
});

describe("a checklist filled in on the spot [R87]", () => {
  it("keeps each point by itself, and the same sending twice does it once", async () => {
    const key = newKey();
    const first = await answer(ok, key);
    expect(await answer(ok, key)).toEqual(first);
    expect(await check()).toMatchObject({
      answers: [{ code: "1", unit, answer: "ok", version: 1, finding: null }],
      progress: { places: 7, answered: 1, problems: 0, clean: false },
    });
  });

  it("makes a problem one finding of the activity, also when it is sent again by another phone", async () => {
    const key = newKey();
    await answer(problem, key);
    await answer(problem, key);
    expect(await answer(problem)).toMatchObject({ state: "saved", version: 1 });
    const rows = await findings();
    expect(rows.map(({ description }) => description)).toEqual([
      "市场监管所：一家小吃店没有许可证（人民路12号，一般问题，检查要点2）",
    ]);
    expect((await check()).answers[1]).toMatchObject({ code: "2", finding: { id: rows[0]?.id, number: 1 } });
  });

  it("leads to the finding instead of changing it, and takes the point back once that was struck out", async () => {
    await expect(answer({ ...ok, code: "2", version: 1 })).rejects.toThrow("已登记为问题1");
    const { supervision } = callerAs("townshipStaff", county, home, noon(day));
    const [row] = await findings();
    await supervision.voidFinding(member().change({ id: row?.id ?? "", version: 1, reason: "看错了" }));
    expect(await answer({ ...ok, code: "2", version: 1 })).toMatchObject({ state: "saved", version: 2 });
    expect(await findings()).toEqual([]);
  });

  it("shows both answers where two members differ, and lets the later one choose", async () => {
    await answer({ ...ok, code: "3", note: "食堂有证" });
    const late = { ...problem, code: "3", note: "留样柜坏了" };
    const told = await answer(late);
    expect(told).toMatchObject({ state: "differs", there: { answer: "ok", note: "食堂有证", version: 1 } });
    expect((await check()).answers.find(({ code }) => code === "3")).toMatchObject({
      answer: "ok",
      version: 1,
    });
    expect(await answer({ ...late, version: 1 })).toMatchObject({ state: "saved", version: 2 });
    expect((await findings()).map(({ description }) => description)).toEqual([
      expect.stringContaining("留样柜坏了"),
    ]);
  });

  it("keeps one of two that arrive at the same moment and tells the other what is there", async () => {
    const said = [
      { ...ok, code: "4", note: "甲看的" },
      { ...ok, code: "4", note: "乙看的" },
    ];
    const told = await Promise.all(said.map((one) => answer(one)));
    expect(told.map(({ state }) => state).sort()).toEqual(["differs", "saved"]);
    expect((await check()).answers.filter(({ code }) => code === "4")).toHaveLength(1);
  });

  it("refuses a point that is not asked, a unit that is not inspected, a day to come and a problem without words", async () => {
    await expect(answer({ ...ok, code: "99" })).rejects.toThrow("没有这一条");
    await expect(answer({ ...ok, unit: "别的所" })).rejects.toThrow("受检单位");
    await expect(answer({ ...ok, unit: null })).rejects.toThrow("受检单位");
    await expect(answer({ ...ok, code: "5", seenOn: "2026-06-10" })).rejects.toThrow("不能晚于今天");
    await expect(answer({ ...ok, code: "5", seenOn: "2026-06-08" })).rejects.toThrow("不能早于活动日期");
    await expect(answer({ ...problem, code: "5", note: null })).rejects.toThrow("有什么问题");
    await expect(answer({ ...problem, code: "5", severity: null })).rejects.toThrow("轻重");
  });
});
