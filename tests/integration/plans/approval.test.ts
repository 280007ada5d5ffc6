import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;

const staff = (day: string) => callerAs("townshipStaff", county, home, new Date(`${day}T10:00:00+08:00`));
const change = <Rest extends object>(rest: Rest) => ({
  township: home.code,
  idempotencyKey: newKey(),
  ...rest,
});
const item = { topic: "视察水库", kind: "visit", year: 2026, month: 3 } as const;
const approval = { year: 2026, documentNumber: "高党〔2026〕5号" };

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

describe("an approved plan", () => {
  it("is approved as it stood that day, and its approval is neither struck out nor moved to another year [R7]", async () => {
    const { id } = await staff("2026-01-05").plans.create(change(item));
    const other = { ...item, topic: "明年的", year: 2027 };
    await staff("2026-01-05").plans.create(change(other));
    const adjusted = { id, version: 1, topic: item.topic, month: 12, reason: "推迟" };
    await staff("2026-06-10").plans.adjust(change(adjusted));
    const approve = (occurredOn: string) =>
      staff("2026-06-20").annualPlans.create(change({ ...approval, occurredOn }));
    await expect(approve("2026-02-20")).rejects.toThrow("计划事项在 2026-06-10 还改过");
    await expect(approve("2026-06-21")).rejects.toThrow("还没到");
    const { id: approved } = await approve("2026-06-10");
    const edit = (facts: object) =>
      staff("2026-06-25").annualPlans.edit(
        change({ id: approved, version: 1, ...approval, occurredOn: "2026-06-10", ...facts }),
      );
    await expect(edit({ occurredOn: "2026-02-20" })).rejects.toThrow("还改过");
    await expect(edit({ year: 2027 })).rejects.toThrow("年度不能再改");
    const strike = change({ id: approved, version: 1, reason: "重新批准" });
    await expect(staff("2026-06-25").annualPlans.void(strike)).rejects.toThrow("批准不能作废");
    // What was changed after the approval, each with its reason, does not move it.
    const later = { id, version: 2, topic: item.topic, month: 11, reason: "提前" };
    await staff("2026-06-25").plans.adjust(change(later));
    await edit({ documentNumber: "高党〔2026〕6号" });
  });
});
