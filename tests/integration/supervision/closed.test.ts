import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

const day = "2026-11-20";
let desk: Desk;
const on = () => desk.on(day);
const made = () => ({ ...desk.at, idempotencyKey: newKey() });
const visit = (change: object = {}) =>
  on().supervision.create({
    ...made(),
    kind: "inspectionVisit",
    topic: "视察污水管网",
    occurredOn: "2025-03-10",
    deputyIds: [desk.mover],
    report: "已视察并报告",
    reportedOn: "2025-03-15",
    ...change,
  });
const struckOff = (activityId: string, change: object = {}) =>
  on().supervision.addClosedFinding({
    ...made(),
    activityId,
    description: "检查井破损",
    occurredOn: "2025-03-10",
    unitId: desk.lead,
    dueOn: "2025-06-10",
    closedOn: "2025-05-20",
    ...change,
  });

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
});

describe("activities and findings that earlier years settled on paper", () => {
  it("come in settled, marked as brought in, and wait for nobody today [R30][R31]", async () => {
    const { id } = await visit();
    const known = { rectifiedOn: "2025-05-01", deputyId: desk.mover, verifiedOn: "2025-05-10" };
    await struckOff(id, known);
    await struckOff(id, { description: "井盖缺失" });
    const activity = await on().supervision.byId({ ...desk.at, id });
    expect(activity).toMatchObject({ state: "done", enteredClosed: true, reportedOn: "2025-03-15" });
    expect(activity.findingRows.map(({ state, enteredClosed }) => [state, enteredClosed])).toEqual([
      ["closed", true],
      ["closed", true],
    ]);
    expect(activity.timeline.filter(({ action }) => action === "supervision.create")).toMatchObject([
      { summary: expect.stringContaining("补录已办结的") as unknown, body: "2025-03-15 出报告" },
    ]);
    const { rows } = await on().today.due(desk.at);
    expect(rows.filter(({ kind }) => /^(finding|activity)/.test(kind))).toEqual([]);
    const { rows: overdue } = await on().supervision.findings({ ...desk.at, overdue: true });
    expect(overdue).toEqual([]);
  });

  it("count in their own year; a finding whose verification no paper tells is left out with the reason [R89]", async () => {
    const { rows, leftOut } = await on().oversight.ownEvidence({ ...desk.at, metric: "B4", year: 2025 });
    expect(rows.map(({ reason, enteredClosed }) => [reason, enteredClosed])).toEqual([["closed", true]]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(["notRecorded"]);
    const visits = await on().oversight.ownEvidence({ ...desk.at, metric: "B3", year: 2025 });
    expect(visits.rows.map(({ reason, numerator }) => [reason, numerator])).toEqual([["withFindings", 1]]);
  });

  it("are late entries for G2, every dated step of them [R9]", async () => {
    const { rows } = await on().oversight.ownEvidence({ ...desk.at, metric: "G2", year: 2025 });
    expect(rows.map(({ step }) => step).sort()).toEqual(
      [
        "registered",
        "reported",
        "registered",
        "rectified",
        "verified",
        "struckOff",
        "registered",
        "struckOff",
      ].sort(),
    );
    expect(rows.every(({ reason }) => reason === "enteredLate")).toBe(true);
  });

  it("are refused when of this year, or when their days cross: this year's go step by step [R31]", async () => {
    await expect(visit({ occurredOn: "2026-02-10", reportedOn: "2026-02-11" })).rejects.toThrow(
      "只有往年的活动",
    );
    await expect(visit({ report: null })).rejects.toThrow("请同时填写活动报告");
    const { id } = await visit({ topic: "另一次" });
    await expect(struckOff(id, { closedOn: "2026-02-01" })).rejects.toThrow("只有往年已经销号");
    await expect(struckOff(id, { rectifiedOn: "2025-02-01" })).rejects.toThrow("不能早于");
    await expect(struckOff(id, { deputyId: desk.mover })).rejects.toThrow("一起填写");
  });

  it("opened again it is a finding like any other, with every step before it [R31]", async () => {
    const { id } = await visit({ topic: "第三次" });
    const finding = await struckOff(id);
    const again = { id: finding.id, version: 1, reason: "又破损" };
    await expect(on().supervision.reopenFinding({ ...made(), ...again })).rejects.toThrow("请定新的整改期限");
    await on().supervision.reopenFinding({ ...made(), ...again, dueOn: "2026-12-20" });
    const record = await on().supervision.finding({ ...desk.at, id: finding.id });
    expect(record).toMatchObject({ state: "reopened", enteredClosed: false, closedOn: null });
  });
});
