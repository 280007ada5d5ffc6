import { beforeAll, describe, expect, it } from "vitest";
import { wordOf } from "@/server/documents/word";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { linesOf } from "../../support/word-files";
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
const day = "2026-03-02";
const staff = () => calls.staff(day);
const plain = { checklist: null, members: [], kind: "investigation" as const, lawName: null };
const at = (town: TestTownship, from: string) => ({
  parts: [{ townshipId: town.id, from, until: from, units: [] }],
});
const partOf = async (id: string) => {
  const { parts, overrides } = await staff().task({ id });
  const [part] = parts;
  if (part === undefined) throw new Error("the task has no part");
  return { part, overrides };
};

describe("an issued visit that is given other days [R87]", () => {
  it("is checked again: what speaks against them is accepted with a reason, which no township reads", async () => {
    const first = await issued(calls, day, [], { ...plain, title: "先下发的", ...at(home, "2026-06-02") });
    const second = await issued(calls, day, [], { ...plain, title: "后来的", ...at(home, "2026-06-25") });
    const { part } = await partOf(second);
    const move = (from: string, acceptWhy: string | null) =>
      staff().movePart({
        ...key(),
        id: part.id,
        version: part.version,
        from,
        until: from,
        why: "改期",
        acceptWhy,
      });
    await expect(move("2026-06-05", null)).rejects.toThrow("有 1 处冲突");
    expect((await partOf(second)).part.visitFrom).toBe("2026-06-25");
    await move("2026-06-05", "两项人员不同，乡镇同意");
    const moved = await partOf(second);
    expect(moved.part.visitFrom).toBe("2026-06-05");
    expect(moved.overrides.at(-1)).toMatchObject({ why: "两项人员不同，乡镇同意" });
    const told = JSON.stringify(await partIn(calls, home, day, second));
    expect(told).not.toContain("两项人员不同");

    const companions = await staff().companions({ id: moved.part.id });
    expect(companions.map(({ title }) => title)).toEqual(["先下发的"]);
    const merge = {
      ...{ id: moved.part.id, version: moved.part.version, into: companions[0]?.id ?? "" },
      ...{ from: "2026-06-16", until: "2026-06-16", why: "一次去", acceptWhy: null },
    };
    await staff().mergeParts({ ...key(), ...merge });
    const both = [await partOf(first), await partOf(second)].map(({ part: { visitFrom } }) => visitFrom);
    expect(both).toEqual(["2026-06-16", "2026-06-16"]);
    expect((await staff().companions({ id: moved.part.id })).map(({ title }) => title)).toEqual([]);
    const { timeline } = await staff().task({ id: second });
    expect(timeline.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["jointTasks.mergeParts", "jointTasks.movePart", "jointTasks.acceptConflicts"]),
    );
  });
});

describe("an issued task whose people are changed [R87]", () => {
  it("is checked again: whoever is elsewhere that day is left out, or kept with a reason", async () => {
    const wang = { id: null, name: "王主任", role: null };
    const there = { ...plain, title: "别处的", members: [wang], ...at(home, "2026-06-29") };
    await issued(calls, day, [], there);
    const told = { ...plain, title: "换人的", ...at(next, "2026-06-29") };
    const id = await issued(calls, day, [], told);
    const { task } = await staff().task({ id });
    const edit = (title: string, version: number, acceptWhy: string | null, members = [wang]) => {
      const { title: _, parts, ...more } = taskOf([], told);
      return staff().edit({ ...more, ...key(), id, version, title, members, parts, acceptWhy });
    };
    await expect(edit("换人的", task.version, null)).rejects.toThrow("王主任");
    expect((await staff().task({ id })).task).toMatchObject({ members: [], version: task.version });
    // A name alone is no conflict, and what was accepted once is not asked for again.
    await edit("改了名的", task.version, null, []);
    await edit("改了名的", task.version + 1, "上午下午各去一处");
    await edit("又改了名的", task.version + 2, null);
    const { overrides, task: now } = await staff().task({ id });
    expect(now.members).toMatchObject([wang]);
    expect(overrides.map(({ why }) => why)).toContain("上午下午各去一处");
    expect(JSON.stringify(await partIn(calls, next, day, id))).not.toContain("上午下午各去一处");
  });
});

describe("what a township asked for and cannot be had any more [R87]", () => {
  const asked = async (title: string, ask: { with: string } | { from: string }) => {
    const id = await issued(calls, day, [], { ...plain, title, ...at(next, "2026-06-24") });
    const own = (await partIn(calls, next, day, id)).part;
    const { jointTasks, change } = calls.of(next, day);
    const seen = { id: own.id, version: own.version, why: "少来一次" };
    if ("with" in ask) await jointTasks.requestMerge(change({ ...seen, with: ask.with }));
    else await jointTasks.propose(change({ ...seen, from: ask.from, until: ask.from }));
    return { taskId: id, part: async () => (await partIn(calls, next, day, id)).part };
  };
  const answer = async (part: { id: string; version: number }, agreed: boolean, on = day) =>
    calls.staff(on).answerProposal({
      ...{ ...key(), id: part.id, version: part.version, agreed },
      ...{ why: "另商日期", acceptWhy: "已与乡镇商定" },
    });

  it.each(["dropped", "recalled"] as const)(
    "a merge with a visit that was %s is not agreed to, can be declined, and leaves the visit to be accepted",
    async (how) => {
      const first = await issued(calls, day, [], { ...plain, title: `先${how}`, ...at(next, "2026-06-04") });
      const company = await partOf(first);
      const { part } = await asked(`并${how}`, { with: company.part.id });
      const { task } = await staff().task({ id: first });
      if (how === "dropped")
        await staff().dropPart({
          ...{ ...key(), id: company.part.id, version: company.part.version, why: "不去了" },
        });
      else await staff().recall({ ...key(), id: first, version: task.version, reason: "不开展了" });
      await expect(answer(await part(), true)).rejects.toThrow("请答复不同意");
      await answer(await part(), false);
      const { jointTasks, change } = calls.of(next, day);
      const { id, version } = await part();
      await jointTasks.accept(change({ id, version }));
      expect((await part()).state).toBe("accepted");
    },
  );

  it("days that have passed meanwhile are not agreed to, and the first ones stand", async () => {
    const { part } = await asked("等久了", { from: "2026-06-11" });
    await expect(answer(await part(), true, "2026-06-12")).rejects.toThrow("2026-06-11）已经过去");
    await answer(await part(), false, "2026-06-12");
    expect((await part()).visitFrom).toBe("2026-06-24");
  });
});

describe("a result whose activity was struck out [R87]", () => {
  it("is carried out and handed in again, and waits for the county only then", async () => {
    const on = "2026-06-10";
    const taskId = await issued(calls, day, [], { ...plain, title: "校园周边", ...at(next, on) });
    const { jointTasks, change } = calls.of(next, on);
    const api = callerAs("townshipStaff", county, next, noon(on));
    const above = async () =>
      (await callerAs("countyStaff", county, undefined, noon(on)).notifications.county({})).rows
        .filter(({ href }) => href.endsWith(`/joint/${taskId}`))
        .flatMap(({ key }) => (key.startsWith("jointJudge:") ? ["jointJudge"] : []));
    const onFirstPage = async () => {
      const office = callerAs("countyStaff", county, undefined, noon(on)).oversight;
      const { rows } = await office.rows({ of: "partsUnjudged", township: next.code });
      return rows.filter(({ href }) => href?.endsWith(`/joint/${taskId}`)).length;
    };
    const { id } = (await partIn(calls, next, on, taskId)).part;
    await jointTasks.accept(change({ id, version: 2 }));
    const mandate = { level: "township", termName: "第十九届", constituency: null, startsOn: "2022-01-10" };
    const { id: deputyId } = await api.deputies.create(
      change({ name: "周代表", mandates: [mandate] }) as never,
    );
    const carry = async (version: number) => {
      const { activityId } = await jointTasks.carryOut(
        change({ id, version, occurredOn: on, deputyIds: [deputyId] }),
      );
      await api.supervision.addFinding(change({ activityId, description: "摊点占道", occurredOn: on }));
      await api.supervision.complete(
        change({ id: activityId, version: 1, report: "查了两处。", reportedOn: on }),
      );
      return activityId;
    };
    await carry(3);
    await jointTasks.submit(change({ id, version: 4, resultText: "见报告。" }));
    expect(await above()).toEqual(["jointJudge"]);
    const { part } = await partIn(calls, next, on, taskId);
    const { findings } = await api.supervision
      .findings({ township: next.code, year: 2026 })
      .then(({ rows }) => ({ findings: rows }));
    await api.supervision.voidFinding(change({ id: findings[0]?.id ?? "", version: 1, reason: "误录" }));
    const activity = await api.supervision.byId({ township: next.code, id: part.activity?.id ?? "" });
    await api.supervision.void(change({ id: activity.id, version: activity.version, reason: "误录" }));
    expect((await partIn(calls, next, on, taskId)).part.state).toBe("accepted");
    expect(await above()).toEqual([]);
    expect(await onFirstPage()).toBe(0);
    const due = await api.today.due({ township: next.code, all: true });
    expect(due.rows.filter((row) => row.id === id).map(({ kind }) => kind)).toEqual(["jointCarryOut"]);
    await carry(5);
    expect((await partIn(calls, next, on, taskId)).part.state).toBe("underway");
    await jointTasks.submit(change({ id, version: 6, resultText: "重新开展。" }));
    expect(await above()).toEqual(["jointJudge"]);
    expect(await onFirstPage()).toBe(1);
  });
});

describe("the year's plan for the public [R87]", () => {
  it("names no persons, no units and no unannounced visit, as text and in Word", async () => {
    const secret = {
      ...plain,
      kind: "unannouncedVisit" as const,
      title: "暗访餐饮",
      ...at(home, "2026-06-29"),
    };
    await issued(calls, day, [], secret);
    await issued(calls, day, [next], {
      title: "公开的检查",
      members: [{ id: null, name: "王主任", role: null }],
    });
    const { text, left } = await staff().publicPlan({ year: 2026 });
    expect(left).toBe(1);
    const word = (await linesOf(await wordOf(await staff().exportPlan({ year: 2026 }), "县人大办"))).join(
      "\n",
    );
    for (const said of [text, word]) {
      expect(said).toContain("公开的检查");
      expect(said).not.toMatch(/暗访餐饮|王主任|市场监管所|2026-06-/);
    }
  });
});
