import { describe, expect, it } from "vitest";
import {
  dayFitsMarks,
  mayServe,
  quarterCoverage,
  rollSentences,
  sizeSentence,
  staffSentence,
} from "@/domains/presidium/rules";
import { presidiumMeeting } from "@/domains/presidium/record";
import { hasHappened } from "@/lib/records/past";

const meeting = (
  id: string,
  occurredOn: string,
  kind: "regular" | "special" | "consultation" = "regular",
) => ({
  id,
  occurredOn,
  kind,
  quorate: null,
});

describe("quarters of the presidium", () => {
  it("[R23] tells met, missing, open with days left, and not yet begun apart", () => {
    const cells = quarterCoverage([meeting("a", "2026-03-31")], 2026, "2026-08-20");
    expect(cells.map((cell) => cell.state)).toEqual(["met", "missing", "open", "future"]);
    expect(cells.map((cell) => cell.daysLeft)).toEqual([null, null, 41, null]);
    expect(cells[0]?.meetings).toEqual([{ id: "a", day: "2026-03-31" }]);
  });

  it("[R23] leaves the quarter open until its last day has ended", () => {
    expect(quarterCoverage([], 2026, "2026-06-30")[1]).toMatchObject({ state: "open", daysLeft: 0 });
    expect(quarterCoverage([], 2026, "2026-07-01")[1]).toMatchObject({ state: "missing", daysLeft: null });
  });

  it("[R23] does not count consultations nor another year's meetings", () => {
    const meetings = [meeting("a", "2026-02-01", "consultation"), meeting("b", "2025-02-01")];
    expect(quarterCoverage(meetings, 2026, "2026-05-01")[0]?.state).toBe("missing");
    expect(quarterCoverage([meeting("c", "2026-02-01", "special")], 2026, "2026-05-01")[0]?.state).toBe(
      "met",
    );
  });

  it("[R23] asks for as many meetings a quarter as the county's rule says", () => {
    const one = [meeting("a", "2026-02-01")];
    expect(quarterCoverage(one, 2026, "2026-05-01", () => 2)[0]?.state).toBe("missing");
  });
});

describe("quarters and the rule of their day", () => {
  it("[R23] a meeting without a quorum covers no quarter, and is shown with it", () => {
    const meetings = [{ ...meeting("a", "2026-02-01"), quorate: false }];
    expect(quarterCoverage(meetings, 2026, "2026-05-01")[0]).toMatchObject({
      state: "missing",
      meetings: [],
      notQuorate: [{ id: "a", day: "2026-02-01" }],
    });
    const again = [...meetings, { ...meeting("b", "2026-03-01"), quorate: true }];
    expect(quarterCoverage(again, 2026, "2026-05-01")[0]?.state).toBe("met");
  });

  it("[R23] each quarter goes by the rule that holds at its end", () => {
    const year = [meeting("a", "2026-02-01"), meeting("b", "2026-04-01")];
    const cells = quarterCoverage(year, 2026, "2026-08-01", (end) => (end < "2026-06-30" ? 1 : 2));
    expect(cells.map((cell) => [cell.state, cell.needed]).slice(0, 2)).toEqual([
      ["met", 1],
      ["missing", 2],
    ]);
  });

  it("[R23] the presidium's size is measured by the law, secretaries apart", () => {
    const rule = (value: number) => ({ value, citation: "浙江省乡镇人大工作条例第8条" });
    const people = (n: number) => [
      { post: "secretary" },
      ...Array.from({ length: n }, () => ({ post: "member" })),
    ];
    expect(sizeSentence(people(6), rule(7), rule(13))).toContain(
      "6 人，少于 7 人（浙江省乡镇人大工作条例第8条）",
    );
    expect(sizeSentence(people(7), rule(7), rule(13))).toBeNull();
    expect(sizeSentence(people(14), rule(7), rule(13))).toContain("多于 13 人");
    expect(sizeSentence(people(0), rule(7), rule(13))).toBeNull();
  });

  it("[R23] a roll is measured by the members in office that day", () => {
    expect(rollSentences({ expected: 9, inOffice: 9, outside: [] })).toEqual([]);
    expect(rollSentences({ expected: 9, inOffice: 0, outside: [] })).toEqual([]);
    expect(rollSentences({ expected: 9, inOffice: 7, outside: ["甲"] })).toHaveLength(2);
  });
});

describe("presidium", () => {
  it("[R23] records only meetings that were held", () => {
    const held = (occurredOn: string) => hasHappened(presidiumMeeting, { occurredOn }, "2026-03-01").allowed;
    expect(held("2026-03-02")).toBe(false);
    expect(held("2026-03-01")).toBe(true);
  });

  it("[R2] notices fewer than three in post, and says nothing of an empty list", () => {
    expect(
      staffSentence([
        { post: "chair", fullTime: false },
        { post: "viceChair", fullTime: true },
      ]),
    ).toContain("2 人");
    expect(staffSentence([])).toBeNull();
    expect(
      staffSentence(["chair", "viceChair", "secretary"].map((post) => ({ post, fullTime: true }))),
    ).toBeNull();
  });

  it("[R2] gives nobody two posts at once", () => {
    const chair = { post: "chair" as const, startsOn: "2022-01-01", endsOn: "2024-06-30" };
    const next = (startsOn: string) =>
      mayServe({ name: "甲", post: "member", startsOn, endsOn: null }, [chair]).allowed;
    expect([next("2024-06-30"), next("2024-07-01")]).toEqual([false, true]);
  });

  it("[R23] a meeting does not move to a day on which somebody marked at it was no member", () => {
    const marks = [
      { name: "甲", startsOn: "2022-01-01", endsOn: "2026-03-31" },
      { name: "乙", startsOn: "2022-01-01", endsOn: null },
    ];
    expect(dayFitsMarks(marks, "2026-03-31")).toMatchObject({ allowed: true });
    expect(dayFitsMarks(marks, "2026-04-01")).toMatchObject({
      reason: expect.stringMatching("后，甲当日") as string,
    });
  });
});
