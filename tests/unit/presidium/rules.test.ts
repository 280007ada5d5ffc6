import { describe, expect, it } from "vitest";
import {
  isQuorate,
  mayRecordMeeting,
  mayServe,
  quarterCoverage,
  staffSentence,
} from "@/domains/presidium/rules";

const meeting = (
  id: string,
  occurredOn: string,
  kind: "regular" | "special" | "consultation" = "regular",
) => ({
  id,
  occurredOn,
  kind,
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
    expect(quarterCoverage(one, 2026, "2026-05-01", 2)[0]?.state).toBe("missing");
  });
});

describe("presidium", () => {
  it("[R23] sits with more than half present, and only meetings that were held are recorded", () => {
    expect([isQuorate(9, 5), isQuorate(9, 4), isQuorate(8, 4)]).toEqual([true, false, false]);
    expect(mayRecordMeeting("2026-03-02", "2026-03-01").allowed).toBe(false);
    expect(mayRecordMeeting("2026-03-01", "2026-03-01").allowed).toBe(true);
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
});
