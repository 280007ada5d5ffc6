import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

let desk: Desk;
let away: string;
const day = "2026-03-10";
const key = () => ({ ...desk.at, idempotencyKey: newKey() });
const on = () => desk.on(day);

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
  away = desk.deputies[2] ?? "";
  const days = { startsOn: "2026-03-01", endsOn: "2026-03-31" };
  await on().deputies.addLeave({ ...key(), deputyId: away, ...days, reason: null });
});

describe("who is on leave", () => {
  it("is not present at a session by saying nothing, and does not speak there [R21]", async () => {
    const term = await on().sessions.createTerm({ ...key(), number: 19, startsOn: "2022-01-10" });
    const held = { termId: term.id, number: 8, kind: "regular", startsOn: day } as const;
    const { id } = await on().sessions.create({ ...key(), ...held });
    const roll = async (exceptions: object[]) => {
      const { version } = await on().sessions.byId({ ...desk.at, id });
      return on().sessions.recordAttendance({ ...key(), id, version, exceptions } as never);
    };
    const { version } = await on().sessions.byId({ ...desk.at, id });
    const speeches = [{ deputyId: away, times: 1 }];
    await expect(on().sessions.saveSpeeches({ ...key(), id, version, speeches })).rejects.toThrow(
      "登记了请假",
    );
    await expect(roll([])).rejects.toThrow(
      "代表丙（2026-03-01 至 2026-03-31）登记了请假，请在名单中改为请假或缺席",
    );
    await roll([{ deputyId: away, status: "leave", leaveReason: "外出" }]);
    const { turnout } = await on().sessions.byId({ ...desk.at, id });
    expect(turnout).toMatchObject({ expected: 6, present: 5, leave: 1 });
  });

  it("is on leave at the presidium's meeting, too, where all were said to have come; who is no deputy has no leave [R23]", async () => {
    const member = { post: "member", fullTime: false, startsOn: "2022-01-10" } as const;
    await on().presidiumMembers.create({ ...key(), ...member, name: "代表丙", deputyId: away });
    await on().presidiumMembers.create({ ...key(), ...member, name: "单涛" });
    const meeting = { kind: "regular", topic: "听取汇报", occurredOn: day } as const;
    const { id } = await on().presidium.create({ ...key(), ...meeting, exceptions: [] });
    const { version, marks, turnout } = await on().presidium.byId({ ...desk.at, id });
    expect(turnout).toMatchObject({ expected: 2, present: 1, leave: 1, absent: 0 });
    expect(marks).toContainEqual(
      expect.objectContaining({ name: "代表丙", status: "leave", leaveReason: "已登记请假" }),
    );
    const roll = { ...key(), id, version, exceptions: [] };
    await expect(on().presidium.recordAttendance(roll)).rejects.toThrow("登记了请假，请在名单中改为");
  });

  it("stands on every roll as on leave before anybody calls it, and is told to every form that asks who was there [R21][R23]", async () => {
    const [meeting] = (await on().presidium.list({ ...desk.at })).rows;
    const { members } = await on().presidium.attendanceSheet({ ...desk.at, id: meeting?.id ?? "" });
    const [session] = (await on().sessions.list({ ...desk.at })).rows;
    const { deputies } = await on().sessions.attendanceSheet({ ...desk.at, id: session?.id ?? "" });
    const leave = { from: "2026-03-01", until: "2026-03-31", reason: null };
    expect(members.map((one) => [one.name, one.leave])).toEqual([
      ["代表丙", leave],
      ["单涛", null],
    ]);
    expect(deputies.flatMap((one) => (one.leave === null ? [] : [one.name]))).toEqual(["代表丙"]);
    const { from, until } = leave;
    for (const [asked, expected] of [
      [day, [{ from, until }]],
      ["2026-04-01", []],
    ] as const) {
      const offered = await on().deputies.options({ ...desk.at, on: asked });
      const options = await on().supervision.options({ ...desk.at, on: asked });
      for (const list of [offered, options.deputies])
        expect(list.flatMap((one) => one.leave ?? [])).toEqual(expected);
    }
  });

  it("verifies nothing that day, and was away on no day on which something was verified, heard or voted on [R31]", async () => {
    const activity = { kind: "inspectionVisit", topic: "视察农贸市场", occurredOn: "2026-02-02" } as const;
    const visit = await on().supervision.create({
      ...key(),
      ...activity,
      endedOn: "2026-02-04",
      deputyIds: [desk.mover],
    });
    const { id } = await on().supervision.addFinding({
      ...{
        ...key(),
        activityId: visit.id,
        description: "消防通道被占",
        perLine: false,
        occurredOn: "2026-02-03",
      },
    });
    const steps = [
      ["notifyFinding", { unitId: desk.lead, notifiedOn: "2026-02-05", dueOn: "2026-03-20" }],
      ["planFinding", { plan: "清理", plannedOn: "2026-02-06" }],
      ["rectifyFinding", { rectification: "已清理", rectifiedOn: "2026-02-20" }],
    ] as const;
    const take = async (act: string, facts: object) => {
      const { version } = await on().supervision.finding({ ...desk.at, id });
      return (on().supervision as never as Record<string, (input: object) => Promise<object>>)[act]?.({
        ...{ ...key(), id, version, ...facts },
      });
    };
    for (const [act, facts] of steps) await take(act, facts);
    const seen = { verifiedOn: "2026-03-09", note: "已看过" };
    await expect(take("verifyFinding", { deputyId: away, ...seen })).rejects.toThrow(
      "登记了请假，当天不能核实",
    );
    const other = desk.deputies[3] ?? "";
    await take("verifyFinding", { deputyId: other, ...seen });
    const leave = { startsOn: "2026-03-09", endsOn: "2026-03-09", reason: null };
    await expect(on().deputies.addLeave({ ...key(), deputyId: other, ...leave })).rejects.toThrow(
      "2026-03-09 已有履职记录「核实问题整改」",
    );
    // The visit took three days: nobody was away on its last one either.
    const lastDay = { startsOn: "2026-02-04", endsOn: "2026-02-04", reason: null };
    await expect(on().deputies.addLeave({ ...key(), deputyId: desk.mover, ...lastDay })).rejects.toThrow(
      "已有履职记录「参加视察、调研等活动」",
    );
    const file = await on().participation.ofDeputy({ ...desk.at, id: other });
    expect(file.map(({ type, role }) => [type, role])).toContainEqual(["finding", "verified"]);
  });

  it("is so on no day on which the deputy was there, as the records say [R43]", async () => {
    const deputyId = desk.mover;
    const visit = { deputyId, kind: "visit", households: 2, occurredOn: "2026-03-05" } as const;
    const { id } = await on().deputyVisits.create({ ...key(), ...visit });
    const leave = { deputyId, startsOn: "2026-03-01", endsOn: "2026-03-08", reason: null };
    await expect(on().deputies.addLeave({ ...key(), ...leave })).rejects.toThrow(
      "这位代表 2026-03-05 已有履职记录「联系走访选民」，请假请避开这一天",
    );
    await on().deputyVisits.void({ ...key(), id, version: 1, reason: "录错" });
    await on().deputies.addLeave({ ...key(), ...leave });
  });
});
