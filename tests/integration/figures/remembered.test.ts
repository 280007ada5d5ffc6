import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { rememberedSums } from "@/domains/figures/data/remembered";
import { verifySums, yearsRemembered } from "@/domains/figures/data/verify";
import { withCountyScope } from "@/server/db/scope";
import { withClient } from "../../../scripts/lib/roles";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, type TestCounty } from "../../support/tenants";

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

const comparison = (day = today) =>
  callerAs("countyStaff", county, undefined, noon(day)).oversight.comparison({ year: 2026 });
const registered = async () => {
  const { townships } = await comparison();
  const cell = townships.find(({ name }) => name === "甲镇")?.cells.find(({ metric }) => metric === "C1");
  return (cell?.counted ?? 0) + (cell?.leftOut ?? 0);
};

/** The administrator's hand, which leaves no trace in the audit. */
const byHand = <Row extends object>(sql: string): Promise<Row[]> =>
  withClient(inject("adminUrl"), async (admin) => (await admin.query<Row>(sql)).rows);
const kept = () =>
  byHand<{ name: string; at: string }>(
    `SELECT t.name, s.counted_at::text AS at FROM figure_sums s JOIN township t ON t.county_id = s.county_id AND t.id = s.township_id
   WHERE s.county_id = '${county.id}' ORDER BY t.name`,
  );
const settled = async (rows: number) => expect.poll(async () => (await kept()).length).toBe(rows);
const inCounty = <Result>(work: Parameters<typeof withCountyScope<Result>>[2], readOnly = false) =>
  withCountyScope(county.id, { actor, now: noon(today), readOnly }, work);

describe("the sums of a county's year", () => {
  it("are kept by whoever asks first, and read by whoever asks next [R72]", async () => {
    expect(await registered()).toBe(1);
    await settled(2);
    const before = await kept();
    expect(await registered()).toBe(1);
    expect(await kept()).toEqual(before);
  });

  it("are counted anew for the township that changed, and for it alone [R72]", async () => {
    const before = await kept();
    await desk.enter("2026-04-10", "关于增设路灯的建议");
    expect(await registered()).toBe(2);
    await expect
      .poll(async () => (await kept())[1]?.at)
      .not.toBe(before.find(({ name }) => name === "甲镇")?.at);
    const after = await kept();
    const of = (rows: typeof before, name: string) => rows.find((row) => row.name === name)?.at;
    expect(of(after, "甲镇")).not.toBe(of(before, "甲镇"));
    expect(of(after, "乙镇")).toBe(of(before, "乙镇"));
  });

  it("are counted once when fifty ask at once after a change", async () => {
    await byHand(`DO $do$ BEGIN
      CREATE SCHEMA counting; CREATE SEQUENCE counting.writes; GRANT USAGE ON SCHEMA counting TO scope_county;
      GRANT USAGE ON SEQUENCE counting.writes TO scope_county;
      CREATE FUNCTION counting.tell() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN PERFORM nextval('counting.writes'); RETURN NULL; END $f$;
      CREATE TRIGGER counting AFTER INSERT OR UPDATE ON figure_sums FOR EACH ROW WHEN (NEW.county_id = '${county.id}')
        EXECUTE FUNCTION counting.tell();
    END $do$`);
    try {
      await desk.enter("2026-05-10", "关于修缮桥梁的建议");
      const all = await Promise.all(Array.from({ length: 50 }, registered));
      expect(new Set(all)).toEqual(new Set([3]));
      const writes = "SELECT last_value::int AS value, is_called AS called FROM counting.writes";
      await expect.poll(() => byHand(writes)).toEqual([{ value: 1, called: true }]);
      await sleep(300);
      expect(await byHand(writes)).toEqual([{ value: 1, called: true }]);
    } finally {
      await byHand("DROP TRIGGER counting ON figure_sums");
      await byHand("DROP SCHEMA counting CASCADE");
    }
  });

  it("of earlier years stay when a later year's suggestion moves on, and no others do [R72]", async () => {
    const both = () => inCounty((scope) => rememberedSums(scope, [2025, 2026]), true);
    const at = () =>
      byHand<{ year: number; at: string }>(
        `SELECT year, counted_at::text AS at FROM figure_sums WHERE township_id = '${desk.township.id}' ORDER BY year`,
      );
    await both();
    await expect.poll(async () => (await at()).length).toBe(2);
    const before = await at();
    await desk.enter("2026-05-20", "关于清淤的建议");
    await both();
    await expect.poll(async () => (await at())[1]?.at).not.toBe(before[1]?.at);
    expect((await at())[0]).toEqual(before[0]);
    await desk.enter("2025-05-20", "关于补种行道树的建议");
    await both();
    await expect.poll(async () => (await at())[0]?.at).not.toBe(before[0]?.at);
  });

  it("are counted by one at a time: who comes after a further change waits, and hears of it", async () => {
    await withClient(inject("adminUrl"), async (admin) => {
      // Other tests count other counties beside this one, and wait at the same table: these here carry a mark.
      const mark = 20_261_127;
      const waiting = async () => {
        const sql = `SELECT count(*)::int AS n FROM pg_locks w JOIN pg_locks m ON m.pid = w.pid AND m.locktype = 'advisory' AND m.objid = ${mark}
          WHERE w.relation = 'training'::regclass AND NOT w.granted`;
        return (await admin.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
      };
      const registered = async () => {
        const sums = await inCounty(async (scope) => {
          await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${mark}::bigint)`;
          return rememberedSums(scope, [2026]);
        }, true);
        const own = sums.filter(
          ({ metric, townshipId }) => metric === "C1" && townshipId === desk.township.id,
        );
        return own.reduce((sum, { records }) => sum + records, 0);
      };
      const before = await registered();
      await desk.enter("2026-06-10", "关于加固河堤的建议");
      await admin.query("BEGIN; LOCK TABLE training IN ACCESS EXCLUSIVE MODE");
      const first = registered();
      await expect.poll(waiting).toBe(1);
      await desk.enter("2026-06-11", "关于疏通水渠的建议");
      const second = registered();
      await sleep(500);
      expect(await waiting()).toBe(1);
      await admin.query("COMMIT");
      expect([before + 1, before + 2]).toContain(await first);
      expect(await second).toBe(before + 2);
    });
  });

  it("are found wrong and put right when somebody wrote past the audit, and counted again when they are gone", async () => {
    const all = await registered();
    await byHand(`DELETE FROM figure_sums WHERE county_id = '${county.id}' AND year <> 2026`);
    await settled(2);
    await byHand(
      `UPDATE figure_sums SET sums = '[]', counted_at = clock_timestamp() WHERE township_id = '${desk.township.id}'`,
    );
    expect(await registered()).toBe(0);
    expect(await inCounty((scope) => verifySums(scope, 2026, false), true)).toHaveLength(1);
    expect(await inCounty((scope) => verifySums(scope, 2026, true))).toHaveLength(1);
    expect(await registered()).toBe(all);
    expect(await inCounty((scope) => verifySums(scope, 2026, true))).toEqual([]);
    await byHand(`DELETE FROM figure_sums WHERE county_id = '${county.id}'`);
    expect(await registered()).toBe(all);
    await settled(2);
    expect(await inCounty(yearsRemembered)).toEqual([2026]);
  });

  it("follow the day and the county's law, and a clock set back does no harm", async () => {
    const late = async (day: string) => {
      const { townships } = await comparison(day);
      return townships.find(({ name }) => name === "甲镇")?.cells.find(({ metric }) => metric === "C1")
        ?.numerator;
    };
    const days = ["2026-03-11", today, "2026-03-11", "2027-01-05", today];
    const asked = [];
    for (const day of days) asked.push(await late(day));
    for (const [index, day] of days.entries()) {
      const counted = await withCountyScope(county.id, { actor, now: noon(day), readOnly: true }, (scope) =>
        rememberedSums(scope, [2026]),
      );
      expect(
        counted.filter(({ metric }) => metric === "C1").reduce((sum, one) => sum + one.numerator, 0),
        day,
      ).toBe(asked[index]);
    }
  });

  it("are counted together with the township's other years, as one by one [R72]", async () => {
    const years = [2024, 2025, 2026];
    for (const day of ["2024-05-06", "2025-05-06"]) await desk.enter(day, `关于${day}的建议`);
    const remembered = () => inCounty((scope) => rememberedSums(scope, years), true);
    const rows = () =>
      byHand<{ year: number; seq: string }>(`SELECT year, township_seq::text AS seq FROM figure_sums
        WHERE township_id = '${desk.township.id}' AND year IN (${years.join()}) ORDER BY year`);
    await remembered();
    await expect.poll(async () => (await rows()).length).toBe(years.length);
    const [before] = await rows();
    await desk.enter("2024-06-06", "关于校车的建议");
    await inCounty((scope) => rememberedSums(scope, [2024]), true);
    await expect.poll(async () => (await rows()).every(({ seq }) => seq !== before?.seq)).toBe(true);
    expect(new Set((await rows()).map(({ seq }) => seq)).size).toBe(1);
    for (const year of years)
      expect(await inCounty((scope) => verifySums(scope, year, false), true)).toEqual([]);
  });
});
