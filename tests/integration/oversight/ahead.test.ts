import { beforeAll, expect, it } from "vitest";
import { reckonAhead } from "@/domains/oversight/data/ahead";
import { behind } from "../http/web";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let desk: Desk;
beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  const [home] = county.townships as [TestTownship];
  desk = await openDesk(county, home);
  await desk.enter("2026-03-10");
});

const sums = () =>
  behind("SELECT township_id, counted_at FROM figure_sums WHERE county_id = $1 ORDER BY township_id", [
    county.id,
  ]);
const firstPage = (day: string) =>
  callerAs("countyStaff", county, undefined, noon(day)).oversight.home({ year: 2026 });
const entered = async (day: string) => {
  const { townships } = await firstPage(day);
  const cell = townships.find(({ name }) => name === "甲镇")?.cells.find(({ metric }) => metric === "C1");
  return (cell?.counted ?? 0) + (cell?.leftOut ?? 0);
};

it("a new day's figures are counted before anybody asks, and once [R72]", async () => {
  for (const day of ["2026-11-20", "2026-11-21"]) {
    const before = await sums();
    await reckonAhead(county.id, noon(day));
    await expect.poll(async () => (await sums()).length).toBe(2);
    await expect.poll(sums).not.toEqual(before);
    const ahead = await sums();
    expect(await entered(day)).toBe(1);
    await reckonAhead(county.id, noon(day));
    expect(await sums()).toEqual(ahead);
  }
});

it("what was reckoned ahead is forgotten with the next change [R72]", async () => {
  await reckonAhead(county.id, noon("2026-11-22"));
  await desk.enter("2026-04-10", "关于增设路灯的建议");
  expect(await entered("2026-11-22")).toBe(2);
});
