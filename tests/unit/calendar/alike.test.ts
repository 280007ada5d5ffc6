import { describe, expect, it } from "vitest";
import { alikeTogether } from "@/domains/calendar/components/alike";

const entry = (type: string, due: string | null = null) => ({ type, due });

describe("a day of the calendar", () => {
  it("tells four and more of one sort together, in the place of the first", () => {
    const reports = Array.from({ length: 4 }, () => entry("dutyReport"));
    const meeting = entry("session");
    const [first, ...others] = reports;
    expect(alikeTogether([first ?? meeting, meeting, ...others])).toEqual([reports, [meeting]]);
  });

  it("keeps few apart, and what is due from what takes place", () => {
    const day = [
      ...Array.from({ length: 3 }, () => entry("dutyReport")),
      entry("dutyReport", "dutyReportDue"),
    ];
    expect(alikeTogether(day)).toHaveLength(4);
  });
});
