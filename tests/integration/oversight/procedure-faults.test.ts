import { beforeAll, describe, expect, it } from "vitest";
import { type EvidenceRow, listEvidence, sumEvidence } from "@/domains/figures/data/evidence";
import { reasonText } from "@/domains/figures/labels";
import { cellOf } from "@/domains/figures/rules/cells";
import { applyFormula } from "@/domains/figures/rules/formulas";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { readAsCounty, recordIn, today } from "./records";

let county: TestCounty;
let home: TestTownship;
let bare: TestTownship;
let declared: TestTownship;

const agenda = (["governmentReport", "presidiumReport", "budget"] as const).map((kind) => ({
  kind,
  title: kind,
}));

/**
 * 2026: a first session that is late in everything, too short and without a budget; a second one in order, with a vote that was
 * reckoned on those present alone. 2025: nothing was entered but the day.
 */
beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇", "长涂镇"]);
  [home, bare, declared] = county.townships as [TestTownship, TestTownship, TestTownship];
  const chair = callerAs("townshipChair", county, home).sessions;
  const key = () => ({ township: home.code, idempotencyKey: newKey() });
  const term = await chair.createTerm({ ...key(), number: 19, startsOn: "2022-01-10" });
  const base = { termId: term.id, kind: "regular" as const, deputiesTotal: 50 };
  await chair.create({
    ...key(),
    ...base,
    number: 8,
    startsOn: "2026-01-13",
    minutes: 180,
    noticeSentOn: "2026-01-10",
    documentsSentOn: "2026-01-13",
    deputiesPresent: 30,
    agenda: agenda.slice(0, 2),
  });
  const second = await chair.create({
    ...key(),
    ...base,
    number: 9,
    startsOn: "2026-07-20",
    minutes: 400,
    noticeSentOn: "2026-07-10",
    deputiesPresent: 45,
  });
  await chair.saveVote({
    ...key(),
    sessionId: second.id,
    version: 1,
    matter: "关于决算的决议",
    method: "showOfHands",
    deputiesTotal: 45,
    present: 45,
    inFavour: 24,
    against: 21,
    abstained: 0,
    notVoted: 0,
  });
  await chair.create({ ...key(), termId: term.id, kind: "regular", number: 7, startsOn: "2025-01-13" });
  await callerAs("townshipChair", county, declared).declarations.declareNone({
    township: declared.code,
    idempotencyKey: newKey(),
    year: 2026,
    subject: "session",
  });
  await recordIn(county, bare, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { voided: true });
  });
});

const period = (year: number) => ({
  countyId: county.id,
  townshipId: null,
  fromYear: year,
  toYear: year,
  today,
});

async function faultsOf({ id }: TestTownship, year: number) {
  const sums = await readAsCounty(county, (tx) => sumEvidence(tx, period(year), ["A1", "A2"]));
  return cellOf(
    "A2",
    sums.filter(({ townshipId }) => townshipId === id),
  );
}

const rowsOf = (counted: boolean): Promise<EvidenceRow[]> =>
  readAsCounty(county, async (tx) => {
    const own = { ...period(2026), townshipId: home.id };
    return (await listEvidence(tx, own, "A2", counted, { page: 1, pageSize: 100 })).rows;
  });

const told = ({ occurredOn, numerator, denominator, reason, amount }: EvidenceRow) =>
  `${occurredOn ?? ""} ${numerator}/${denominator} ${reasonText(reason, amount)}`;

describe("what is out of order at a township's sessions", () => {
  it("is a row a fault, each with its session and its article, the faults first [R19]", async () => {
    expect((await rowsOf(true)).map(told).toSorted()).toEqual(
      [
        "2026-01-13 1/1 会议通知只提前 3 天",
        "2026-01-13 1/1 会议材料只提前 0 天",
        "2026-01-13 1/1 会期只有 180 分钟，是“半天会”",
        "2026-01-13 1/1 到会 30 人，不足法定人数（地方组织法第14条）",
        "2026-01-13 1/1 年度首次会议没有预算（决算）审查（地方组织法第12条）",
        "2026-07-20 1/1 赞成 24 票就算通过，没有超过全体代表的半数（地方组织法第25条）",
        "2026-01-13 0/1 其余 2 项程序检查没有发现问题",
        "2026-07-20 0/1 其余 3 项程序检查没有发现问题",
      ].toSorted(),
    );
    expect((await rowsOf(true)).map(({ numerator }) => numerator)).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it("takes a point for each of them, and none below nothing [R19][R85]", async () => {
    const cell = await faultsOf(home, 2026);
    expect(cell).toMatchObject({ state: "value", numerator: 6, value: 6 });
    expect(applyFormula({ kind: "deduction", each: 1 }, cell, 4).points).toBe(0);
  });

  it("leaves out what nobody entered, and says what that is [R19]", async () => {
    expect((await rowsOf(false)).map(told)).toEqual(["2026-07-20 0/0 未填材料送达日期，不能判断"]);
    expect(await faultsOf(home, 2025)).toMatchObject({ state: "notEntered", numerator: 0 });
  });

  it("is 未录 without a session, and 无 where the township signed that there was none, never a clean 0 [R19][R89]", async () => {
    expect((await faultsOf(bare, 2026)).state).toBe("notEntered");
    expect((await faultsOf(declared, 2026)).state).toBe("none");
  });
});
