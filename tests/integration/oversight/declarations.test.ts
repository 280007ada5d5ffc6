import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { now, recordIn } from "./records";

let county: TestCounty;
let none: TestTownship;
let some: TestTownship;

const asCounty = () => callerAs("countyStaff", county, undefined, now);
const chair = (township: TestTownship) => callerAs("townshipChair", county, township, now);
const declare = (
  township: TestTownship,
  year: number,
  subject: "session" | "presidium" | "supervision" | "suggestion",
) =>
  chair(township).declarations.declareNone({
    township: township.code,
    idempotencyKey: newKey(),
    year,
    subject,
  });

const cellsOf = async (township: TestTownship, year = 2026) => {
  const { townships } = await asCounty().oversight.comparison({ year });
  const row = townships.find((one) => one.code === township.code);
  return Object.fromEntries((row?.cells ?? []).map((cell) => [cell.metric, [cell.state, cell.value]]));
};

beforeAll(async () => {
  county = await createCounty(["无镇", "有镇"]);
  [none, some] = county.townships as [TestTownship, TestTownship];
  await recordIn(county, some, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13");
    await add.meeting("2026-02-10", { kind: "consultation" });
  });
});

describe("a township that had none says so, and signs", () => {
  it("[R89] 未录 becomes 0 or 无, and the evidence shows who signed when", async () => {
    const figures = () => chair(none).today.figures({ township: none.code });
    expect((await cellsOf(none))["A3"]).toEqual(["notEntered", null]);
    expect(await figures()).toMatchObject({ presidiumKnown: false, sessionsKnown: false });
    for (const subject of ["session", "presidium", "supervision", "suggestion"] as const)
      await declare(none, 2026, subject);
    expect(await figures()).toMatchObject({
      presidiumKnown: true,
      sessionsKnown: true,
      suggestionsDeclared: true,
      supervisionKnown: true,
    });
    const cells = await cellsOf(none);
    expect(cells).toMatchObject({ A1: ["value", 0], A3: ["value", 0], B3: ["value", 0] });
    for (const metric of ["A4", "B4", "C1", "C4", "C5"])
      expect([metric, cells[metric]]).toEqual([metric, ["none", null]]);
    const { leftOut } = await asCounty().oversight.evidence({
      township: none.code,
      metric: "A3",
      year: 2026,
    });
    expect(leftOut).toMatchObject([
      { recordType: "declaration", reason: "declaredPresidium", enteredOn: "2026-11-22" },
    ]);
    expect(leftOut[0]?.title).toMatch(/^声明人 \S/);
    const { cards } = await asCounty().oversight.today({});
    expect(cards.find((one) => one.key === "nothingEntered")?.townships).toEqual([]);
  });

  it("[R89] not of what stands in the books, not twice, and not of a year to come", async () => {
    await expect(declare(some, 2026, "session")).rejects.toThrow("已登记人代会 1 条");
    await expect(declare(none, 2026, "session")).rejects.toThrow("已经声明过");
    await expect(declare(none, 2027, "session")).rejects.toThrow("还没有到");
    await expect(declare(some, 2026, "presidium")).resolves.toMatchObject({
      id: expect.any(String) as string,
    });
  });

  it("[R89] a consultation is no presidium meeting: alone it leaves A3 未录", async () => {
    const own = await createCounty(["座谈镇"]);
    const [town] = own.townships as [TestTownship];
    await recordIn(own, town, (add) => add.meeting("2026-02-10", { kind: "consultation" }));
    const { townships } = await callerAs("countyStaff", own, undefined, now).oversight.comparison({
      year: 2026,
    });
    expect(townships[0]?.cells.find((cell) => cell.metric === "A3")?.state).toBe("notEntered");
  });

  it("[S74] is revoked with a reason, and both are in the book of changes", async () => {
    const { id } = await declare(none, 2025, "presidium");
    const key = { township: none.code, id, version: 1 };
    const revoke = (reason: string) =>
      chair(none).declarations.revokeNone({ ...key, idempotencyKey: newKey(), reason });
    await expect(revoke(" ")).rejects.toThrow();
    await revoke("查到会议记录");
    await expect(revoke("再撤一次")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await cellsOf(none, 2025))["A3"]).toEqual(["notEntered", null]);
    const recent = await chair(none).today.recent({ township: none.code });
    expect(recent.slice(0, 2).map((row) => row.summary)).toEqual([
      "撤回声明「2025 年未召开主席团会议」：查到会议记录",
      "声明 2025 年未召开主席团会议",
    ]);
    // What was revoked may be said again.
    await declare(none, 2025, "presidium");
  });

  it("[S1] only the township's own writers sign; the county reads", async () => {
    const call = { township: none.code, idempotencyKey: newKey(), year: 2024, subject: "session" as const };
    for (const role of ["townshipViewer", "countyStaff"] as const) {
      const caller = callerAs(role, county, role === "countyStaff" ? undefined : none, now);
      await expect(caller.declarations.declareNone(call)).rejects.toMatchObject({ code: "FORBIDDEN" });
      const rows = await caller.declarations.ofYear({ township: none.code, year: 2026 });
      expect(rows.every((row) => row.declared !== null)).toBe(true);
    }
  });
});

describe("a place is one of the whole class", () => {
  it("[R85] the denominator is the class, and those without a place are counted apart", async () => {
    const many = await createCounty(["甲镇", "乙镇", "丙镇", "丁镇", "戊镇", "己镇", "庚镇"]);
    const [first] = many.townships as [TestTownship];
    await recordIn(many, first, (add) => add.meeting("2026-02-10", { totals: [6, 9] }));
    const position = await callerAs("townshipStaff", many, first, now).oversight.ownPosition({
      township: first.code,
      year: 2026,
    });
    expect([position.rank, position.rankOf, position.unranked]).toEqual([1, 3, 2]);
  });
});
