import { beforeAll, describe, expect, it } from "vitest";
import { listEvidence, sumEvidence } from "@/domains/figures/data/evidence";
import { reasonText } from "@/domains/figures/labels";
import { cellOf } from "@/domains/figures/rules/cells";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { jointIn, jointYear } from "./joint-facts";
import { readAsCounty, today } from "./records";

let county: TestCounty;
let home: TestTownship;
let spared: TestTownship;
let struck: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇", "岱东镇"]);
  [home, spared, struck] = county.townships as [TestTownship, TestTownship, TestTownship];
  await jointIn(county, home, jointYear);
});

const period = () => ({ countyId: county.id, townshipId: null, fromYear: 2026, toYear: 2026, today });

async function cellIn({ id }: TestTownship) {
  const sums = await readAsCounty(county, (tx) => sumEvidence(tx, period(), ["F1"]));
  const { state, numerator, denominator, leftOut } = cellOf(
    "F1",
    sums.filter(({ townshipId }) => townshipId === id),
  );
  return [state, numerator, denominator, leftOut];
}

const rowsOf = (counted: boolean, { id } = home) =>
  readAsCounty(county, async (tx) => {
    const own = { ...period(), townshipId: id };
    const { rows } = await listEvidence(tx, own, "F1", counted, { page: 1, pageSize: 50 });
    return rows.map(({ reason, amount }) => reasonText(reason, amount)).toSorted();
  });

describe("F1: results of joint tasks that the county accepted, handed in by their day [R87]", () => {
  it("is 1 of 4: late, returned after its day and never handed in do not count", async () => {
    expect(await cellIn(home)).toEqual(["value", 1, 4, 4]);
    expect(await rowsOf(true)).toEqual([
      ...[
        "成果迟交 10 天",
        "成果逾期 175 天，仍未提交",
        "按期提交，县人大已认定",
        "退回后没有按期补交",
      ].toSorted(),
    ]);
  });

  it("leaves out what waits for the county, is not due, was recalled or dropped, and tells of nothing hidden", async () => {
    expect(await rowsOf(false)).toEqual(
      ["按期提交，县人大还没认定，先不计", "还没到期", "县人大已撤回任务", "已作废"].toSorted(),
    );
  });

  it("a result whose activity was struck out is owed again, unless the county had accepted it", async () => {
    await jointIn(county, struck, [
      { dueOn: "2026-05-31", submittedOn: "2026-05-30" },
      { dueOn: "2026-05-31", submittedOn: "2026-05-30", verdict: "accepted" },
    ]);
    expect(await cellIn(struck)).toEqual(["value", 1, 2, 0]);
    expect(await rowsOf(true, struck)).toEqual(
      ["按期提交，县人大已认定", "成果逾期 175 天，仍未提交"].toSorted(),
    );
  });

  it("asks nothing of a township that was given no task: 无, not 未录", async () => {
    expect(await cellIn(spared)).toEqual(["none", 0, 0, 0]);
  });

  it("opens down to the task's own page, with the name of the task", async () => {
    const staff = callerAs("townshipStaff", county, home);
    const { rows } = await staff.oversight.ownEvidence({ township: home.code, metric: "F1", year: 2026 });
    expect(rows[0]).toMatchObject({ recordType: "jointPart", title: "联动检查" });
  });
});
