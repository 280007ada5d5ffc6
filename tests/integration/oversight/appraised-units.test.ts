import { beforeAll, describe, expect, it } from "vitest";
import { type EvidenceRow, listEvidence, sumEvidence } from "@/domains/figures/data/evidence";
import { reasonText } from "@/domains/figures/labels";
import { cellOf } from "@/domains/figures/rules/cells";
import { supervision } from "@/domains/figures/rules/congress-indicators";
import { gainOf } from "@/domains/figures/rules/gain";
import { scoreOf } from "@/domains/figures/rules/score";
import { createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { readAsCounty, recordIn, today } from "./records";

let county: TestCounty;
let home: TestTownship;
let silent: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, silent] = county.townships as [TestTownship, TestTownship];
  await recordIn(county, home, (add) => add.appraisals());
  await recordIn(county, silent, async (add) => {
    await add.unit("水利站");
  });
});

const period = () => ({
  countyId: county.id,
  townshipId: null,
  fromYear: 2026,
  toYear: 2026,
  today,
});

async function cell({ id }: TestTownship) {
  const sums = await readAsCounty(county, (tx) => sumEvidence(tx, period(), ["B5"]));
  return cellOf(
    "B5",
    sums.filter(({ townshipId }) => townshipId === id),
  );
}

const rows = (counted: boolean): Promise<EvidenceRow[]> =>
  readAsCounty(county, async (tx) => {
    const own = { ...period(), townshipId: home.id };
    return (await listEvidence(tx, own, "B5", counted, { page: 1, pageSize: 50 })).rows;
  });

describe("appraised units", () => {
  it("are counted once a year, of those to be appraised or appraised; without a round it is 未录 [R32]", async () => {
    const { state, value, numerator, denominator } = await cell(home);
    expect([state, value, numerator, denominator]).toEqual(["value", 2 / 3, 2, 3]);
    expect((await cell(silent)).state).toBe("notEntered");
  });

  it("score coverage × turnout, which is full at four fifths [R32]", async () => {
    const indicator = supervision.find(({ code }) => code === "B5");
    if (indicator === undefined) throw new Error("no indicator B5");
    const context = { townshipClass: null };
    // 33 of 40 ballots are more than 80%: of the two points two thirds are earned.
    const score = scoreOf(indicator, await cell(home), context);
    expect(score.points).toBe(1.33);
    expect(score.sentence).toContain("评议面 66.7%");
    expect(score.sentence).toContain("参评率 82.5%");
    expect(gainOf(indicator, await cell(home), context)?.sentence).toBe("再评议 1 个站所：+0.67 分");
    expect(gainOf(indicator, await cell(silent), context)).toBeNull();
  });

  it("are listed with the ballots of each round, and the voided round apart [R89]", async () => {
    const told = (all: EvidenceRow[]) =>
      all.map(({ title, reason, amount }) => `${title ?? ""}：${reasonText(reason, amount)}`).toSorted();
    expect(told(await rows(true))).toEqual([
      "2026年第一季度站所评议：2 张评议票没有收回",
      "2026年第二季度站所评议：5 张评议票没有收回",
      "丙站：本年没有评议",
      "乙村：评议 1 次",
      "甲站：评议 2 次",
    ]);
    expect(told(await rows(false))).toEqual(["2026年第三季度站所评议：已作废"]);
  });
});
