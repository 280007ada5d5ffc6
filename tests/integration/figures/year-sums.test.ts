import { beforeAll, describe, expect, inject, it } from "vitest";
import { sumEvidence, type YearSum } from "@/domains/figures/data/evidence";
import { countedIn } from "@/domains/figures/data/schemes";
import { sumTogether } from "@/domains/figures/data/year-sums";
import { beside } from "@/server/db/beside";
import { type CountyScope, withCountyScope } from "@/server/db/scope";
import { withClient } from "../../../scripts/lib/roles";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { createCounty, type TestCounty } from "../../support/tenants";

const today = "2026-11-20";
const actor = { accountId: "", name: "测试", role: "countyStaff", ip: null, requestId: null };

let county: TestCounty;
let desk: Desk;
beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  const [home] = county.townships;
  if (home === undefined) throw new Error("a county has townships");
  desk = await openDesk(county, home);
  await desk.enter("2026-03-10");
});

const inCounty = <Result>(work: (scope: CountyScope) => Promise<Result>) =>
  withCountyScope(county.id, { actor, now: noon(today), readOnly: true }, work);
const period = () => ({ countyId: county.id, townshipId: null, fromYear: 2026, toYear: 2026, today });
const inOrder = (sums: readonly YearSum[]) => sums.map((one) => JSON.stringify(one)).sort();
const together = () => inCounty(async (scope) => sumTogether(scope, period(), await countedIn(scope)));
const alone = () => inCounty(async (scope) => sumEvidence(scope.tx, period(), await countedIn(scope)));
const suggestions = (sums: readonly YearSum[], metric: string) =>
  sums
    .filter((one) => one.metric === metric && one.townshipId === desk.township.id)
    .reduce((sum, { records }) => sum + records, 0);

describe("a county's year that two connections count at once", () => {
  it("is what one statement counts [R72]", async () => {
    const sums = inOrder(await together());
    expect(sums.length).toBeGreaterThan(0);
    expect(sums).toEqual(inOrder(await alone()));
  });

  it("is counted again as one where somebody saved in the meantime, so that no two states are mixed [R72]", async () => {
    await withClient(inject("adminUrl"), async (admin) => {
      const waiting = async () => {
        const sql =
          "SELECT count(*)::int AS n FROM pg_locks WHERE relation = 'reply'::regclass AND NOT granted";
        return (await admin.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
      };
      const before = suggestions(await together(), "C1");
      // One half waits here while the other is done; a suggestion is entered without a reply.
      await admin.query("BEGIN; LOCK TABLE reply IN ACCESS EXCLUSIVE MODE");
      const counting = together();
      await expect.poll(waiting).toBeGreaterThan(0);
      await desk.enter("2026-04-10", "关于增设路灯的建议");
      await admin.query("COMMIT");
      const sums = await counting;
      expect(suggestions(sums, "C1")).toBe(before + 1);
      expect(inOrder(sums)).toEqual(inOrder(await alone()));
    });
  });

  it("never has two wait for a second connection of theirs at once", async () => {
    await inCounty(async (scope) => {
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => (end = resolve));
      const first = beside(scope, () => ended);
      expect(first).not.toBeNull();
      expect(beside(scope, () => Promise.resolve())).toBeNull();
      end();
      await first;
      await beside(scope, () => Promise.resolve());
      await expect(beside(scope, () => Promise.reject(new Error("半途而废")))).rejects.toThrow("半途而废");
      expect(await beside(scope, () => Promise.resolve(1))).toBe(1);
    });
  });

  it("fails when either half does, and leaves none running", async () => {
    await inCounty(async (scope) => {
      const asked = sumTogether(scope, { ...period(), today: "不是日子" }, await countedIn(scope));
      await expect(asked).rejects.toThrow();
    }).catch(() => undefined);
    expect(inOrder(await together())).toEqual(inOrder(await alone()));
  });
});
