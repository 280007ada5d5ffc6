import { describe, expect, it } from "vitest";
import { alikeTogether } from "@/domains/calendar/components/alike";

const entry = (type: string, township = "a", due: string | null = null) => ({ type, township, due });

describe("a day of the calendar", () => {
  it("tells four and more of one sort in one township together, in the place of the first", () => {
    const reports = Array.from({ length: 4 }, () => entry("dutyReport"));
    const meeting = entry("session");
    const [first, ...others] = reports;
    expect(alikeTogether([first ?? meeting, meeting, ...others])).toEqual([reports, [meeting]]);
  });

  it("keeps few, other townships' and what is due apart", () => {
    const day = [
      ...Array.from({ length: 3 }, () => entry("dutyReport")),
      entry("dutyReport", "b"),
      entry("dutyReport", "a", "dutyReportDue"),
    ];
    expect(alikeTogether(day)).toHaveLength(5);
  });
});
