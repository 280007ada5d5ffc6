import { beforeAll, describe, expect, it } from "vitest";
import { reasonText } from "@/domains/figures/labels";
import { type Desk, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

const today = "2026-11-26";
let desk: Desk;
let sessionId: string;
const on = (day = today) => desk.on(day);
const made = () => ({ ...desk.at, idempotencyKey: newKey() });

const ballot = {
  ...{ year: 2026, occurredOn: "2026-01-13", seats: 1, deputiesTotal: 6, present: 6 },
  ...{ ballotsIssued: 6, ballotsReturned: 6 },
} as const;

/** A project that the ballot chose. */
async function chosen(name: string): Promise<string> {
  const facts = { name, year: 2026, solicitedFrom: "deputies", occurredOn: "2025-11-10" } as const;
  const { id } = await on("2025-11-12").projects.create({ ...made(), ...facts, unitId: desk.lead });
  const projects = [{ id, version: 1 }];
  await on("2025-12-21").projects.nominate({ ...made(), projects, nominatedOn: "2025-12-20" });
  const lines = [{ projectId: id, inFavour: 6 }];
  await on("2026-01-14").projectBallots.create({ ...made(), ...ballot, sessionId, lines });
  return id;
}

const shown = (id: string) => on().projects.byId({ ...desk.at, id });
const seen = async (id: string) => ({ ...made(), id, version: (await shown(id)).version });
async function plan(id: string, what: string, plannedOn: string, day = "2026-02-01"): Promise<string> {
  await on(day).projects.planMilestone({ ...(await seen(id)), what, plannedOn, deputyIds: [] });
  return (await shown(id)).milestoneRows.find((row) => row.what === what)?.id ?? "";
}
async function verify(id: string, milestoneId: string, doneOn: string, verifiedOn: string): Promise<void> {
  await on(doneOn).projects.finishMilestone({ ...(await seen(id)), milestoneId, doneOn });
  const told = { milestoneId, deputyId: desk.seconder, verifiedOn, note: "属实" };
  await on(verifiedOn).projects.verifyMilestone({ ...(await seen(id)), ...told });
}
const strike = async (id: string, milestoneId: string, day = today) =>
  on(day).projects.removeMilestone({ ...(await seen(id)), milestoneId, reason: "录错" });
const drop = async (id: string, name: string, decidedOn: string, day = today) =>
  on(day).projects.adjust({
    ...(await seen(id)),
    ...{ name, dropped: true, document: "人代会决定", decidedOn, reason: "改线" },
  });

/** E2 of one project: numerator, denominator. */
async function figure(name: string): Promise<[number, number]> {
  const { rows } = await on().oversight.ownEvidence({ ...desk.at, metric: "E2", year: 2026 });
  const row = rows.find(({ title }) => title?.includes(name));
  return [row?.numerator ?? 0, row?.denominator ?? 0];
}

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
  const term = await on().sessions.createTerm({ ...made(), number: 19, startsOn: "2022-01-10" });
  const days = { startsOn: "2026-01-12", endsOn: "2026-01-13" };
  const held = { termId: term.id, number: 8, kind: "regular", ...days } as const;
  sessionId = (await on().sessions.create({ ...made(), ...held })).id;
});

describe("milestones entered when all was done [R83]", () => {
  it("dilute no figure: met they tell nothing, open they are open", async () => {
    const id = await chosen("码头改造");
    await plan(id, "开工", "2026-03-31");
    for (const what of ["验收一", "验收二"]) {
      const late = await plan(id, what, "2026-05-20", "2026-05-20");
      await verify(id, late, "2026-05-20", "2026-05-20");
    }
    expect(await figure("码头改造")).toEqual([0, 1]);
    const open = await plan(id, "验收三", "2026-05-20", "2026-06-20");
    expect(await figure("码头改造")).toEqual([0, 2]);
    await verify(id, open, "2026-06-25", "2026-06-25");
    expect(await figure("码头改造")).toEqual([0, 1]);
    const { leftOut } = await on().oversight.ownEvidence({ ...desk.at, metric: "E2", year: 2026 });
    const told = leftOut.find(({ title }) => title?.includes("码头改造"));
    expect(told && reasonText(told.reason, told.amount)).toBe(
      "3 个节点在日期已过或已完成后才登记，完成了也不计入",
    );
  });
});

it("a milestone's wrong day is put right with a reason, in order, and counts as written down then [R83]", async () => {
  const id = await chosen("村口驿站");
  const milestoneId = await plan(id, "开工", "2026-05-20");
  const correct = async (days: object, day = today) =>
    on(day).projects.correctMilestone({
      ...{ ...(await seen(id)), milestoneId, reason: "录错月份", doneOn: "2026-05-10" },
      ...days,
    });
  await expect(correct({})).rejects.toThrow("请先点「登记完成」");
  await verify(id, milestoneId, "2026-05-18", "2026-05-20");
  await expect(correct({})).rejects.toThrow("请填写核实日期");
  await expect(correct({ verifiedOn: "2026-05-09" })).rejects.toThrow("不能早于节点完成日期");
  await expect(correct({ doneOn: "2026-01-01", verifiedOn: "2026-05-20" })).rejects.toThrow(
    "不能早于票决日期",
  );
  await expect(correct({ doneOn: "2026-05-18", verifiedOn: "2026-05-20" })).rejects.toThrow("日期都没有改");
  await correct({ doneOn: "2026-05-25", verifiedOn: "2026-05-26" }, "2026-07-01");
  const { milestoneRows, timeline } = await shown(id);
  expect(milestoneRows[0]).toMatchObject({ doneOn: "2026-05-25", verifiedOn: "2026-05-26" });
  expect(timeline[0]?.summary).toBe("「村口驿站」更正节点日期：开工：录错月份");
  const { rows } = await on().oversight.ownEvidence({ ...desk.at, metric: "G2", year: 2026 });
  const late = rows.filter(({ title, step }) => title?.includes("村口驿站") && step !== "registered");
  expect(
    late
      .filter(({ reason }) => reason === "enteredLate")
      .map(({ step }) => step)
      .sort(),
  ).toEqual(["milestoneDone", "verified"]);
});

describe("the figure of projects", () => {
  it("is not raised by striking out a milestone that has fallen due; it stays to be seen with its reason [R83]", async () => {
    const id = await chosen("口袋公园");
    const due = await plan(id, "开工", "2026-03-31");
    const toCome = await plan(id, "完工", "2026-12-20");
    const mistaken = await plan(id, "误录", "2026-05-01", today);
    expect(await figure("口袋公园")).toEqual([0, 2]);
    await strike(id, mistaken);
    await strike(id, due);
    await strike(id, toCome);
    expect(await figure("口袋公园")).toEqual([0, 1]);
    const { milestoneRows, struckMilestones, timeline } = await shown(id);
    expect(milestoneRows).toEqual([]);
    expect(struckMilestones.map(({ what, voidReason, counts }) => [what, voidReason, counts])).toEqual(
      expect.arrayContaining([
        ["开工", "录错", true],
        ["完工", "录错", false],
        ["误录", "录错", false],
      ]),
    );
    expect(JSON.stringify(timeline)).toContain("作废节点：开工（已到期，仍计入考核）");
    const { leftOut } = await on().oversight.ownEvidence({ ...desk.at, metric: "E2", year: 2026 });
    expect(leftOut.map(({ reason, amount }) => reasonText(reason, amount))).toContain(
      "2 个节点在到期以前作废，不再计入",
    );
  });

  it("asks for the milestones of a completed project, which is completed after its last verification [R83]", async () => {
    const id = await chosen("停车场");
    const only = await plan(id, "完工", "2026-12-20");
    await verify(id, only, "2026-06-01", "2026-06-10");
    const early = on().projects.complete({ ...(await seen(id)), completedOn: "2026-06-09" });
    await expect(early).rejects.toThrow("最后一个节点的核实日期");
    await on().projects.complete({ ...(await seen(id)), completedOn: "2026-06-10" });
    await strike(id, only);
    expect((await shown(id)).struckMilestones.map(({ counts }) => counts)).toEqual([true]);
  });

  it("goes by the old day where a delay was written down after it, whatever day the decision is given [R83]", async () => {
    const id = await chosen("村道路灯");
    const put = async (what: string, day: string) => {
      const milestoneId = await plan(id, what, "2026-06-30");
      const delay = { milestoneId, newDay: "2026-12-31", decidedOn: "2026-06-25", reason: "台风" };
      await on(day).projects.delayMilestone({ ...(await seen(id)), ...delay });
    };
    await put("补登的", "2026-07-05");
    await put("倒填的", "2026-07-06");
    const { milestoneRows } = await shown(id);
    expect(Object.fromEntries(milestoneRows.map(({ what, judgedOn }) => [what, judgedOn]))).toEqual({
      补登的: "2026-12-31",
      倒填的: "2026-06-30",
    });
  });

  it("asks for what fell due before a project was dropped, whatever day its decision is given [R83]", async () => {
    const [back, honest] = [await chosen("文化礼堂"), await chosen("健身步道")];
    for (const id of [back, honest]) await plan(id, "完工", "2026-06-30");
    await drop(back, "文化礼堂", "2026-06-01");
    await drop(honest, "健身步道", "2026-06-01", "2026-06-11");
    expect(await figure("文化礼堂")).toEqual([0, 1]);
    expect(await figure("健身步道")).toEqual([0, 0]);
  });
});
