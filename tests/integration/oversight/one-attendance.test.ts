import { beforeAll, describe, expect, it } from "vitest";
import { seatDeputies } from "../../support/seated";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const today = noon("2026-11-20");
let county: TestCounty;
let town: TestTownship;
let staff: ReturnType<typeof callerAs>;
let leader: ReturnType<typeof callerAs>;
let deputies: string[];
let session: string;

const at = () => ({ township: town.code });
const key = () => ({ ...at(), idempotencyKey: newKey() });
const evidence = (metric: "A1" | "A3" | "A4") => leader.oversight.evidence({ ...at(), metric, year: 2026 });
const page = () => staff.sessions.byId({ ...at(), id: session });

async function enterSession(): Promise<string> {
  const { id: termId } = await staff.sessions.createTerm({
    ...key(),
    number: 19,
    startsOn: "2022-01-01",
    endsOn: null,
  });
  const unknown = {
    endsOn: null,
    minutes: null,
    noticeSentOn: null,
    documentsSentOn: null,
    convenedBy: null,
  };
  const facts = { place: null, summary: null, deputiesTotal: null, deputiesPresent: null };
  const dates = { termId, number: 8, kind: "regular" as const, startsOn: "2026-01-13" };
  return (await staff.sessions.create({ ...key(), ...dates, ...unknown, ...facts })).id;
}

/** It turns out later that the deputy had resigned before the session. */
async function endBefore(deputyId: string): Promise<void> {
  const { mandates } = await staff.deputies.byId({ ...at(), id: deputyId });
  for (const { id, version } of mandates) {
    const end = { endsOn: "2025-12-31", endReason: "resigned" as const };
    await staff.deputies.endMandate({ ...key(), id, version, ...end });
  }
}

beforeAll(async () => {
  county = await createCounty(["甲镇"]);
  [town] = county.townships as [TestTownship];
  staff = callerAs("townshipStaff", county, town, today);
  leader = callerAs("countyStaff", county, undefined, today);
  const names = Array.from({ length: 10 }, (_, index) => ({
    name: `代表${String.fromCharCode(65 + index)}`,
  }));
  deputies = await seatDeputies(county, town, names);
  session = await enterSession();
  const away = deputies
    .slice(8)
    .map((deputyId) => ({ deputyId, status: "absent" as const, leaveReason: null }));
  const { version } = await page();
  await staff.sessions.recordAttendance({ ...key(), id: session, version, exceptions: away });
});

describe("one attendance of a session", () => {
  it("[R18][R89] page, list, export and figure agree, also after a mandate turned out to have ended before", async () => {
    expect((await page()).turnout).toMatchObject({ expected: 10, present: 8, absent: 2 });
    await endBefore(deputies[0] ?? "");
    const { turnout, findings, notPresent } = await page();
    expect(turnout).toMatchObject({ expected: 9, present: 7, leave: 0, absent: 2 });
    expect(notPresent).toHaveLength(2);
    expect(findings.find(({ code }) => code === "otherRoll")?.sentence).toContain("代表A当日不是本级代表");
    const listed = (await staff.sessions.list(at())).rows.map((row) => row.turnout);
    expect(listed).toMatchObject([{ expected: 9, present: 7 }]);
    const { rows } = await staff.sessions.exportRows(at());
    expect(rows[0]?.slice(5, 7)).toEqual([9, 7]);
    const attended = (await evidence("A4")).rows.filter(({ recordType }) => recordType === "session");
    expect(attended).toMatchObject([{ numerator: 7, denominator: 9 }]);
  });

  it("[R19] a session without a quorum is none of the year's, on 今日 and in A1, and the row says so", async () => {
    const { version } = await page();
    const away = deputies
      .slice(3)
      .map((deputyId) => ({ deputyId, status: "absent" as const, leaveReason: null }));
    await staff.sessions.recordAttendance({ ...key(), id: session, version, exceptions: away });
    const { cell, leftOut } = await evidence("A1");
    expect([cell.numerator, leftOut[0]?.reason, leftOut[0]?.amount]).toEqual([0, "noQuorum", 2]);
    expect((await staff.today.figures(at())).sessions).toBe(0);
    expect((await page()).findings.find(({ code }) => code === "noQuorum")?.sentence).toContain("会议不计次");
  });
});

describe("a presidium meeting without a quorum", () => {
  const nine = { kind: "regular" as const, topic: "研究工作", membersTotal: 9 };

  it("[R23] covers no quarter: in the list, the quarters, 今日, the county's page and A3, which says why", async () => {
    const few = { ...key(), ...nine, membersPresent: 3, occurredOn: "2026-11-10" };
    const { id } = await staff.presidium.create(few);
    const record = await staff.presidium.byId({ ...at(), id });
    expect([record.quorate, record.counts]).toEqual([false, false]);
    expect((await staff.presidium.list(at())).rows[0]).toMatchObject({ quorate: false, counts: false });
    const { quarters } = await staff.presidium.year({ ...at(), year: 2026 });
    expect(quarters[3]).toMatchObject({ state: "open", meetings: [], notQuorate: [{ id }] });
    expect((await staff.today.figures(at())).quarters).toBe(0);
    expect((await staff.today.due(at())).rows.map(({ kind }) => kind)).toContain("presidiumMeeting");
    const { cards } = await leader.oversight.today({});
    expect(cards.find((one) => one.key === "presidiumMissing")?.count).toBe(1);
    const { cell, leftOut } = await evidence("A3");
    expect([cell.numerator, leftOut[0]?.reason, leftOut[0]?.amount]).toEqual([0, "noQuorum", 3]);
    expect((await evidence("A4")).rows.some((row) => row.recordId === id && row.denominator === 9)).toBe(
      true,
    );
  });

  it("[R23] does not keep a later one from covering the quarter; five of nine do", async () => {
    await staff.presidium.create({ ...key(), ...nine, membersPresent: 5, occurredOn: "2026-11-12" });
    expect((await evidence("A3")).cell.numerator).toBe(1);
    expect((await staff.today.figures(at())).quarters).toBe(1);
    const { quarters } = await staff.presidium.year({ ...at(), year: 2026 });
    expect(quarters[3]?.state).toBe("met");
  });
});
