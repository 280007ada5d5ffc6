import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

let desk: Desk;
const on = () => desk.on("2026-11-26");
const made = () => ({ ...desk.at, idempotencyKey: newKey() });

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
});

describe("what others stand on is not moved out from under them", () => {
  it("a station stays open on the days on which voters were received there [R57]", async () => {
    const facts = { name: "青山站", kind: "liaisonStation", startsOn: "2024-01-01" } as const;
    const { id: stationId } = await on().stations.create({ ...made(), ...facts });
    const receive = (occurredOn: string) =>
      on().receptions.create({ ...made(), stationId, occurredOn, deputyIds: [desk.mover] });
    await expect(receive("2023-12-31")).rejects.toThrow("才启用");
    await receive("2026-03-15");
    await receive("2026-05-15");
    const edit = (days: object) =>
      on().stations.edit({ ...made(), id: stationId, version: 1, ...facts, ...days });
    await expect(edit({ startsOn: "2026-03-16" })).rejects.toThrow("2026-03-15 已有接待或意见登记");
    await expect(edit({ endsOn: "2026-05-14" })).rejects.toThrow("2026-05-15 还有接待或意见登记");
    await edit({ startsOn: "2026-03-15", endsOn: "2026-05-15" });
    await expect(receive("2026-05-16")).rejects.toThrow("停用");
  });

  it("a group is formed before it meets [R46]", async () => {
    const facts = { name: "第一小组", occurredOn: "2026-01-01" };
    const { id } = await on().groups.create({ ...made(), ...facts });
    const activity = { topic: "学习", kind: "study" as const, deputyIds: [desk.mover], groupId: id };
    await on().groupActivities.create({ ...made(), ...activity, occurredOn: "2026-05-01" });
    const edit = (occurredOn: string) =>
      on().groups.edit({ ...made(), id, version: 1, ...facts, occurredOn });
    await expect(edit("2026-05-02")).rejects.toThrow("2026-05-01 已有活动登记");
    await edit("2026-05-01");
  });
});
