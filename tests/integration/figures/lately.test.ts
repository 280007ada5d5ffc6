import { expect, test } from "vitest";
import { withTownshipScope } from "@/server/db/scope";
import { recordIn } from "../oversight/records";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, type TestTownship } from "../../support/tenants";

test("a township's five years are counted once for each state of the county, and never another's [R85]", async () => {
  const county = await createCounty(["甲镇", "乙镇"]);
  const [home, other] = county.townships as [TestTownship, TestTownship];
  const year = 2026;
  const trend = async (of: TestTownship, role: "townshipStaff" | "townshipViewer" = "townshipStaff") => {
    const caller = callerAs(role, county, of, noon("2026-11-27"));
    const { trend: points } = await caller.oversight.ownEvidence({ township: of.code, metric: "A1", year });
    return points.at(-1)?.value ?? null;
  };
  expect(await trend(home)).toBeNull();
  await recordIn(county, home, async (add) => {
    await add.session(await add.term(), 1, `${year}-01-13`, { totals: [95, 100] });
  });
  // The rows were put there by hand: as every command does, somebody tells of it.
  const actor = { accountId: "", name: "测试", role: "townshipStaff", ip: null, requestId: null };
  await withTownshipScope(
    { as: "township", countyId: county.id, townshipId: home.id },
    { actor, readOnly: false },
    (scope) => scope.audit({ action: "test", recordType: "session", recordId: null, summary: "登记人代会" }),
  );
  expect(await trend(home)).toBe(1);
  expect([await trend(home), await trend(home, "townshipViewer"), await trend(other)]).toEqual([1, 1, null]);
});
