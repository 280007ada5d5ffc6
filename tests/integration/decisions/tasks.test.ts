import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
const staff = () => callerAs("townshipStaff", county, home, new Date("2026-11-26T12:00:00+08:00"));
const key = () => ({ township: home.code, idempotencyKey: newKey() });

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

describe("a resolution", () => {
  it("is adopted before its tasks are done, concluded after them, and given no others then [R25]", async () => {
    const facts = { title: "关于修路的决议", kind: "resolution", occurredOn: "2026-01-13" } as const;
    const { id } = await staff().resolutions.create({ ...key(), ...facts });
    const tasks = (doneOn: string | null) => [
      { id: null, content: "修路", responsible: null, dueOn: null, doneOn },
    ];
    const set = (version: number, doneOn: string | null) =>
      staff().resolutions.setTasks({ ...key(), id, version, tasks: tasks(doneOn) });
    await set(1, "2026-06-20");
    const edit = (version: number, more: object) =>
      staff().resolutions.edit({ ...key(), id, version, ...facts, ...more });
    await expect(edit(2, { occurredOn: "2026-06-21" })).rejects.toThrow("有任务在 2026-06-20 已经完成");
    const conclude = (concludedOn: string) =>
      staff().resolutions.step({
        ...{ ...key(), id, version: 2, step: "conclude", concludedOn, progress: "已修好" },
      });
    await expect(conclude("2026-06-19")).rejects.toThrow("有任务在 2026-06-20 才完成");
    await conclude("2026-06-20");
    await expect(set(3, null)).rejects.toThrow("已在 2026-06-20 办结，任务不能再改");
  });
});
