import { describe, expect, it } from "vitest";
import { markOf, monthIn } from "@/domains/calendar/rules";
import { monthAfter, weeksOf } from "@/lib/weeks";
import { isWeekend } from "@/lib/dates";
import { icsOf } from "@/lib/ics";

describe("a month of the calendar", () => {
  it("is whole weeks from Monday to Sunday", () => {
    const weeks = weeksOf("2026-11");
    expect(weeks.map((days) => days.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect([weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual(["2026-10-26", "2026-12-06"]);
    expect(weeksOf("2027-02").map(([monday]) => monday)).toEqual([
      ...["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"],
    ]);
  });

  it("is read from an address only when it is one", () => {
    expect(monthIn("2026-03")).toBe("2026-03");
    for (const text of [
      "",
      "2026",
      "2026-13",
      "2026-00",
      "1899-12",
      "2101-01",
      "2026-03-01",
      "x",
      "２０２６-03",
    ])
      expect(monthIn(text), text).toBeNull();
  });

  it("has one before and one after it, over the turn of a year too", () => {
    expect([monthAfter("2026-01", -1), monthAfter("2026-12", 1)]).toEqual(["2025-12", "2027-01"]);
  });

  it("names holidays and worked weekends, and knows a Saturday", () => {
    const holidays = new Map([["2026-02-17", "春节"]]);
    const worked = new Set(["2026-02-14"]);
    expect(["2026-02-17", "2026-02-14", "2026-02-18"].map((day) => markOf(day, holidays, worked))).toEqual([
      ...["春节", "班", null],
    ]);
    expect(["2026-11-27", "2026-11-28", "2026-11-29"].map(isWeekend)).toEqual([false, true, true]);
  });
});

describe("a calendar for telephones (RFC 5545)", () => {
  const at = new Date("2026-11-26T06:15:00.123Z");
  const one = (title: string) =>
    icsOf("甲镇", [{ uid: "a-1@x", title, from: "2026-12-31", to: "2026-12-31" }], at);
  const unfolded = (file: string) => file.replaceAll("\r\n ", "");

  it("has whole days that end before the day after, and ids that stay", () => {
    expect(one("例会").split("\r\n")).toEqual(
      expect.arrayContaining([
        ...["BEGIN:VCALENDAR", "UID:a-1@x", "DTSTAMP:20261126T061500Z"],
        ...["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:例会", "END:VCALENDAR"],
      ]),
    );
    expect(one("例会")).toMatch(/END:VCALENDAR\r\n$/);
  });

  it("escapes what would end a value, and lets no text begin a line of its own", () => {
    const file = one("甲,乙;丙\\丁\r\nBEGIN:VEVENT\nX\u0007");
    expect(unfolded(file)).toContain("SUMMARY:甲\\,乙\\;丙\\\\丁\\nBEGIN:VEVENT\\nX\r\n");
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });

  it("folds lines at 75 octets and cuts no character in two", () => {
    const title = `${"路".repeat(80)}😀${"abc".repeat(40)}`;
    const file = one(title);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(file).not.toContain("\uFFFD");
    expect(unfolded(file)).toContain(`SUMMARY:${title}\r\n`);
  });
});
