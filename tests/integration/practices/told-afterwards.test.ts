import { beforeAll, expect, it } from "vitest";
import { adoptedPractice, publishedPractice, saidOf } from "../../support/practices";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { behind } from "../http/web";

let county: TestCounty;
let author: TestTownship;
let adopter: TestTownship;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [author, adopter] = county.townships as [TestTownship, TestTownship];
}, 120_000);

const staff = (day: string) => callerAs("townshipStaff", county, adopter, noon(day));
const at = () => ({ township: adopter.code, idempotencyKey: newKey() });
const plan = { steps: "照做。", owner: "副主席", untilOn: null, metric: null };

it("an adoption that is said to have begun long ago counts from the day it was entered [R90]", async () => {
  const { editionId } = await publishedPractice(county, author, "2026-02-05", { title: "补录采用的" });
  const begun = { ...plan, id: editionId, beginsOn: "2025-03-01" };
  const { id } = await staff("2026-05-01").practices.adopt({ ...at(), ...begun });
  const said = (day: string) => saidOf(county, adopter, id, { day, helped: true });
  await expect(said("2026-05-02")).rejects.toThrow("从录入那天 2026-05-01 算起");
  // Compared are the years around the day it was entered, not around the one that was chosen.
  const { effects } = await staff("2026-05-02").effects.ofAdoption({
    ...{ township: adopter.code, adoption: id },
  });
  expect(effects.map(({ years }) => years)).toEqual([{ before: 2025, after: 2026 }]);
  await expect(said("2026-05-30")).rejects.toThrow("采用才 29 天");
  await said("2026-05-31");
});

it("a plan that is moved back afterwards shortens no waiting, and a stop before thirty days ends it [R90]", async () => {
  const { editionId } = await publishedPractice(county, author, "2026-02-06", { title: "改早开始的" });
  const id = await adoptedPractice(county, adopter, editionId, "2026-06-01");
  const moved = { ...plan, id, version: 1, beginsOn: "2026-01-01" };
  await staff("2026-06-02").practices.changePlan({ ...at(), ...moved });
  await expect(saidOf(county, adopter, id, { day: "2026-06-20", helped: true, version: 2 })).rejects.toThrow(
    "从录入那天 2026-06-01 算起",
  );
  const stop = { ...at(), id, version: 2, reason: "人手不够" };
  await staff("2026-06-10").practices.stop(stop);
  await expect(saidOf(county, adopter, id, { day: "2026-09-01", helped: true, version: 3 })).rejects.toThrow(
    "采用 9 天就停止了",
  );
});

it("the database keeps it so, whoever asks [R90]", async () => {
  const { editionId } = await publishedPractice(county, author, "2026-02-07", { title: "直接写库的" });
  const id = await adoptedPractice(county, adopter, editionId, "2026-07-01");
  const say = (day: string) =>
    behind("UPDATE practice_use SET confirmed_on = $2, helped = true, benefit = 'x' WHERE id = $1", [
      id,
      day,
    ]);
  await expect(say("2026-07-30")).rejects.toThrow("practice_use_waited_check");
  await say("2026-07-31");
});
