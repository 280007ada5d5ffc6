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
const day = "2026-03-02";
const ledger = () =>
  callerAs("countyStaff", county, undefined, noon(day)).dataRequests.burden({ year: 2026 });
const staff = () => calls.staff(day);
const at = (townshipId: string, from: string, until = from) => ({ townshipId, from, until, units: [] });

const draft = async (title: string, parts: object[], more: object = {}) => {
  const { id } = await staff().draft(taskOf([], { title, checklist: null, members: [], parts, ...more }));
  const { parts: made } = await staff().task({ id });
  return { id, parts: made };
};
const discard = async (...ids: string[]) => {
  for (const id of ids) await staff().discard({ ...key(), id, version: 1, reason: "试排" });
};

describe("a year's plan is checked before it is issued [R87]", () => {
  it("knows the days that a township has for itself, holidays by name and the days the county marks", async () => {
    const api = callerAs("townshipStaff", county, home, noon(day));
    await api.presidium.create({
      ...{ ...key(), township: home.code, occurredOn: "2026-03-02", topic: "研究检查安排", kind: "regular" },
    } as never);
    await staff().saveMark({ ...key(), name: "农忙", from: "2026-06-24", until: "2026-06-26" });
    const task = await draft("三处都撞", [at(home.id, "2026-03-02"), at(next.id, "2026-06-19")], {
      windowFrom: day,
    });
    const other = await draft("农忙也来", [at(next.id, "2026-06-25")], { kind: "unannouncedVisit" });
    const sentences = (await staff().conflicts({ year: 2026 })).map(({ sentence }) => sentence).join("\n");
    expect(sentences).toMatch(/高亭镇.*主席团会议/);
    expect(sentences).toMatch(/6月19日去衢山镇.*端午/);
    expect(sentences).toMatch(/6月25日去衢山镇.*农忙/);
    expect(sentences).toContain("相隔不到 14 天");
    await discard(task.id, other.id);
  });

  it("visits no township that was merged away before, and what was drafted before is not issued [R1][R87]", async () => {
    const own = await createCounty(["高亭镇", "旧乡"]);
    const [town, gone] = own.townships as [TestTownship, TestTownship];
    const { staff: office } = callsOf(own);
    const drafted = await office(day).draft(taskOf([town, gone]));
    await callerAs("countyStaff", own, undefined, noon("2026-04-01")).tenancy.mergeTownship({
      ...{ ...key(), id: gone.id, version: 1, intoId: town.id, mergedOn: "2026-04-01" },
    });
    const told = /旧乡已于2026年4月1日并入高亭镇.*改选高亭镇/;
    const issue = { ...key(), id: drafted.id, version: 1, acceptWhy: "已商定" };
    await expect(office("2026-04-02").issue(issue)).rejects.toThrow(told);
    await expect(office("2026-04-02").draft(taskOf([town, gone]))).rejects.toThrow(told);
  });

  it("issues against a conflict only with a reason, which is kept where no township reads it", async () => {
    const first = await issued(calls, day, [next], { title: "先下发的", checklist: null });
    const second = await draft("后来的", [at(next.id, "2026-06-16")]);
    const issue = (acceptWhy: string | null) =>
      staff().issue({ ...key(), id: second.id, version: 1, acceptWhy });
    await expect(issue(null)).rejects.toThrow("请写明理由");
    await issue("乡镇同意");
    expect((await staff().task({ id: second.id })).overrides).toMatchObject([
      { why: "乡镇同意", conflicts: [expect.stringContaining("先下发的")] },
    ]);
    const { part } = await partIn(calls, next, day, second.id);
    expect(JSON.stringify(part)).not.toContain("先下发的");
    for (const id of [first, second.id]) {
      const { version } = (await staff().task({ id })).task;
      await staff().recall({ ...key(), id, version, reason: "改期" });
    }
  });

  it("merges or moves drafts by one click, both histories told, and never one that was issued", async () => {
    const one = await draft("安全生产", [at(home.id, "2026-06-02")]);
    const two = await draft("饮用水", [at(home.id, "2026-06-04")]);
    const [part, kept] = [two.parts[0]?.id ?? "", one.parts[0]?.id ?? ""];
    const { remedies, sentences } = await staff().remedies({ id: part });
    expect(sentences).toHaveLength(1);
    const merge = remedies.find(({ kind }) => kind === "merge");
    if (merge?.kind !== "merge") throw new Error("no merge was proposed");
    expect([merge.into, merge.before.visits, merge.after.visits]).toEqual([kept, 2, 1]);
    const change = { kind: "merge", id: part, version: merge.version, into: kept, ...merge.span } as const;
    await staff().arrange({ ...key(), changes: [change], why: "一次去" });
    expect(await staff().conflicts({ year: 2026 })).toEqual([]);
    expect((await staff().task({ id: two.id })).parts[0]).toMatchObject({ together: "安全生产" });
    await expect(staff().arrange({ ...key(), changes: [change], why: "再来" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await staff().issue({ ...key(), id: one.id, version: 1, acceptWhy: null });
    const { version } = (await staff().task({ id: one.id })).parts[0] ?? { version: 0 };
    await expect(
      staff().arrange({ ...key(), changes: [{ kind: "drop", id: kept, version }], why: "免" }),
    ).rejects.toThrow("已经下发");
    await discard(two.id);
    await staff().recall({ ...key(), id: one.id, version: 2, reason: "改期" });
  });

  it("solves a whole year at once, and refuses a solution that the plan has outrun", async () => {
    const span = { windowFrom: "2026-04-01", windowUntil: "2026-06-30" };
    const titles = ["甲", "乙", "丙"];
    const tasks = [];
    for (const title of titles)
      tasks.push(
        await draft(title, [at(home.id, "2026-05-11"), at(next.id, "2026-05-11")], {
          ...{ kind: "unannouncedVisit", lawName: null, ...span },
        }),
      );
    const solved = await staff().solved({ year: 2026 });
    expect([solved.before.conflicts > 0, solved.after.conflicts, solved.stuck]).toEqual([true, 0, []]);
    const changes = solved.changes.map((change) => {
      const seen = { id: change.visit, version: change.version };
      if (change.kind === "drop") return { kind: "drop" as const, ...seen };
      if (change.kind === "move") return { kind: "move" as const, ...seen, ...change.span };
      return { kind: "merge" as const, ...seen, into: change.into, ...change.span };
    });
    const [first] = changes;
    if (first?.kind !== "move") throw new Error("nothing is moved");
    const places = [at(home.id, first.from), at(next.id, first.from)];
    const late = await draft("插进来的", places, { kind: "unannouncedVisit", ...span });
    const arrange = () => staff().arrange({ ...key(), changes, why: "全部排好" });
    await expect(arrange()).rejects.toThrow("请重新检查");
    await discard(late.id);
    await arrange();
    expect(await staff().conflicts({ year: 2026 })).toEqual([]);
    await discard(...tasks.map(({ id }) => id));
  });

  it("counts what a township is asked for: one visit for who comes together, a report for each result", async () => {
    for (const { id, version, state } of (await staff().year({ year: 2026 })).tasks)
      if (state === "draft") await staff().discard({ ...key(), id, version, reason: "试排" });
    const before = await ledger();
    const of = (burden: typeof before) => burden.byTownship.find(({ township }) => township === next.id);
    const task = await issued(calls, day, [next], { title: "减负台账" });
    await draft("同一天来", [at(next.id, "2026-06-08", "2026-06-09")]);
    const after = await ledger();
    expect(of(after)?.total).toEqual({ visits: 1, days: 2, people: 1, forms: 0, reports: 1 });
    expect(of(after)?.months[5]).toMatchObject({ visits: 1, reports: 1 });
    expect(after.byUnit.map(({ unit, name }) => `${name}${unit}`)).toContain("衢山镇市场监管所");
    expect(after.byCommittee).toEqual([expect.objectContaining({ committee: "culture", score: 2.5 })]);
    expect(of(before)?.total.visits).toBe(0);
    await staff().recall({ ...key(), id: task, version: 2, reason: "改期" });
  });
});
