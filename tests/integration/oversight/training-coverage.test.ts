import { beforeAll, describe, expect, it } from "vitest";
import { type EvidenceRow, listEvidence, sumEvidence } from "@/domains/figures/data/evidence";
import { reasonText } from "@/domains/figures/labels";
import { cellOf } from "@/domains/figures/rules/cells";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { readAsCounty, recordIn, today } from "./records";

let county: TestCounty;
let home: TestTownship;
let silent: TestTownship;

/**
 * 甲 twice and 乙 once in 2026, 丙 not at all; 丁 left with 2025. 2024's one training was struck out. 安 sits in the county's
 * congress alone and came to the second of 2026, 丙 sits in both.
 */
beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, silent] = county.townships as [TestTownship, TestTownship];
  await recordIn(county, silent, async (add) => {
    await add.deputy("戊");
  });
  await recordIn(county, home, async (add) => {
    const [one, two, three] = [
      await add.deputy("甲"),
      await add.deputy("乙"),
      await add.deputy("丙", null, ["township", "county"]),
    ];
    const former = await add.deputy("丁", "2025-12-31");
    const above = await add.deputy("安", null, ["county"]);
    await add.training("2026-04-20", [one]);
    await add.training("2026-09-10", [one, two, former, above]);
    await add.training("2026-09-11", [three], { voided: true });
    await add.training("2025-09-11", [three, former]);
    await add.training("2024-09-11", [three], { voided: true });
  });
});

const period = (year: number) => ({
  countyId: county.id,
  townshipId: null,
  fromYear: year,
  toYear: year,
  today,
});

async function coverageOf({ id }: TestTownship, year: number) {
  const sums = await readAsCounty(county, (tx) => sumEvidence(tx, period(year), ["D6"]));
  const own = sums.filter(({ townshipId }) => townshipId === id);
  const { state, numerator, denominator, leftOut } = cellOf("D6", own);
  return [state, numerator, denominator, leftOut];
}

const rowsOf = (counted: boolean): Promise<EvidenceRow[]> =>
  readAsCounty(county, async (tx) => {
    const own = { ...period(2026), townshipId: home.id };
    return (await listEvidence(tx, own, "D6", counted, { page: 1, pageSize: 100 })).rows;
  });

describe("how many of a township's deputies were trained", () => {
  it("asks each deputy in office once, of whatever level, and names by pinyin whoever took part in none [R49]", async () => {
    expect(await coverageOf(home, 2026)).toEqual(["value", 3, 4, 1]);
    const told = ({ title, recordType, numerator, denominator, reason, amount, occurredOn }: EvidenceRow) =>
      `${title ?? ""} ${recordType} ${numerator}/${denominator} ${reasonText(reason, amount)} ${occurredOn ?? "–"}`;
    expect((await rowsOf(true)).map(told)).toEqual([
      "丙 deputy 0/1 未参加培训 –",
      "安 deputy 1/1 参加培训 1 次 2026-09-10",
      "甲 deputy 1/1 参加培训 2 次 2026-04-20",
      "乙 deputy 1/1 参加培训 1 次 2026-09-10",
    ]);
    expect(await rowsOf(false)).toMatchObject([{ recordType: "training", reason: "voided" }]);
  });

  it("of a year that is over, asks whoever was in office on its last day [R49]", async () => {
    expect(await coverageOf(home, 2025)).toEqual(["value", 2, 5, 0]);
  });

  it("is 未录 where no training of the year stands, and not 0% [R49][R89]", async () => {
    expect(await coverageOf(home, 2024)).toEqual(["notEntered", 0, 0, 1]);
    expect(await coverageOf(silent, 2026)).toEqual(["notEntered", 0, 0, 0]);
  });

  it("opens down to the deputies for the township itself and the county, and earns the points of D6 [R49]", async () => {
    const staff = callerAs("townshipStaff", county, home);
    const opened = await staff.oversight.ownEvidence({ township: home.code, metric: "D6", year: 2026 });
    expect(JSON.stringify(opened)).toContain("untrained");
    const seen = await callerAs("countyStaff", county).oversight.comparison({ year: 2026 });
    expect(seen.metrics.map(({ code }) => code)).toContain("D6");
  });
});
