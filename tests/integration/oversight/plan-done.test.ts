import { beforeAll, describe, expect, it } from "vitest";
import { type EvidenceRow, listEvidence, sumEvidence } from "@/domains/figures/data/evidence";
import { reasonText } from "@/domains/figures/labels";
import { cellOf } from "@/domains/figures/rules/cells";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { planIn } from "./plan-facts";
import { mergeTownship, readAsCounty, recordIn, today } from "./records";

let county: TestCounty;
let home: TestTownship;
let silent: TestTownship;
let ended: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇", "东沙镇"]);
  [home, silent, ended] = county.townships as [TestTownship, TestTownship, TestTownship];
  const [seen, called, coming] = await recordIn(county, home, async (add) => [
    await add.activity("2026-03-10", { report: "已报告" }),
    await add.activity("2026-05-10", { state: "cancelled" }),
    await add.activity("2026-12-10"),
  ]);
  const of = (id = ""): [string, string] => ["activity", id];
  await planIn(county, home, 2026, [
    { month: 3, record: of(seen) },
    { month: 5, record: of(called) },
    { month: 12, record: of(coming) },
    { month: 2, cancelled: "项目停建" },
    { month: 8, changed: "推迟到8月" },
    { month: 11, changed: "推迟到11月" },
    { month: 10, done: "2026-11-02" },
    { month: 9, voided: true },
  ]);
  await planIn(county, ended, 2026, [{ month: 3 }, { month: 6 }]);
  await mergeTownship(county, ended, home, "2026-05-10");
});

const period = <Of extends string | null>(townshipId: Of) => ({
  ...{ countyId: county.id, townshipId, fromYear: 2026, toYear: 2026, today },
});

async function doneOf({ id }: TestTownship) {
  const sums = await readAsCounty(county, (tx) => sumEvidence(tx, period(null), ["G1"]));
  const { state, numerator, denominator, leftOut } = cellOf(
    "G1",
    sums.filter(({ townshipId }) => townshipId === id),
  );
  return [state, numerator, denominator, leftOut];
}

const rowsOf = (counted: boolean): Promise<EvidenceRow[]> =>
  readAsCounty(
    county,
    async (tx) => (await listEvidence(tx, period(home.id), "G1", counted, { page: 1, pageSize: 100 })).rows,
  );

describe("how much of the year's plan was done", () => {
  it("done and put off with a reason count; late and called off are asked for; what is to come is left out [R6]", async () => {
    expect(await doneOf(home)).toEqual(["value", 3, 6, 2]);
    const told = ({ title, numerator, denominator, reason, amount }: EvidenceRow) =>
      `${title ?? ""} ${numerator}/${denominator} ${reasonText(reason, amount)}`;
    expect((await rowsOf(true)).map(told).toSorted()).toEqual(
      [
        "2月：2月的事 0/1 已取消（有理由），仍计入计划",
        "3月：3月的事 1/1 已完成",
        "5月：5月的事 0/1 没有完成也没有说明，逾期 175 天",
        "8月：8月的事 0/1 没有完成也没有说明，逾期 83 天",
        "10月：10月的事 1/1 已完成",
        "11月：11月的事 1/1 有理由调整，新的月份还没过",
      ].toSorted(),
    );
    expect((await rowsOf(false)).map(({ reason }) => reason).toSorted()).toEqual(["planNotDue", "voided"]);
  });

  it("is 未录 without a plan, and of a township that ended asks the months it had [R6][R89]", async () => {
    expect(await doneOf(silent)).toEqual(["notEntered", 0, 0, 0]);
    expect(await doneOf(ended)).toEqual(["value", 0, 1, 1]);
  });

  it("opens down to the items for the township and the county [R6]", async () => {
    const own = callerAs("townshipStaff", county, home).oversight.ownEvidence;
    expect(JSON.stringify(await own({ township: home.code, metric: "G1", year: 2026 }))).toContain(
      "planCancelled",
    );
  });
});
