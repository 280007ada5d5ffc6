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

  it("is not present at the presidium's meeting either; who is no deputy has no leave [R23]", async () => {
    const member = { post: "member", fullTime: false, startsOn: "2022-01-10" } as const;
    await on().presidiumMembers.create({ ...key(), ...member, name: "代表丙", deputyId: away });
    await on().presidiumMembers.create({ ...key(), ...member, name: "单涛" });
    const meeting = { kind: "regular", topic: "听取汇报", occurredOn: day } as const;
    await expect(on().presidium.create({ ...key(), ...meeting, exceptions: [] })).rejects.toThrow(
      "请在名单中",
    );
    const { rows } = await on().presidium.list({ ...desk.at });
    expect(rows).toEqual([]);
  });

  it("is so on no day on which the deputy was there, as the records say [R43]", async () => {
    const deputyId = desk.mover;
    const visit = { deputyId, kind: "visit", households: 2, occurredOn: "2026-03-05" } as const;
    const { id } = await on().deputyVisits.create({ ...key(), ...visit });
    const leave = { deputyId, startsOn: "2026-03-01", endsOn: "2026-03-08", reason: null };
    await expect(on().deputies.addLeave({ ...key(), ...leave })).rejects.toThrow(
      "这位代表 2026-03-05 已登记参加联系走访，请假请避开这一天",
    );
    await on().deputyVisits.void({ ...key(), id, version: 1, reason: "录错" });
    await on().deputies.addLeave({ ...key(), ...leave });
  });
});
