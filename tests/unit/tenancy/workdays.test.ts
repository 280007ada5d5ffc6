import { describe, expect, test } from "vitest";
import { workingDaysAfter } from "@/domains/tenancy/rules/law";
import {
  calendarOf,
  calendarReaches,
  daysFrom,
  isDayOff,
  mayEnterDays,
  maySpan,
  type SetDay,
} from "@/domains/workdays/rules";
import { publishedDays } from "@/server/calendar/state-council";

const off = (day: string, name = "放假"): SetDay => ({ day, name, works: false });
const works = (day: string): SetDay => ({ day, name: "调休", works: true });

describe("the working days of a county", () => {
  const published = calendarOf(publishedDays, []);

  test("are the State Council's, and what the county enters on top has the last word [R73]", () => {
    const own = calendarOf(publishedDays, [off("2026-11-27", "建县纪念日"), works("2026-10-02")]);
    expect([published, own].map((one) => isDayOff(one, "2026-11-27"))).toEqual([false, true]);
    expect([published, own].map((one) => isDayOff(one, "2026-10-02"))).toEqual([true, false]);
    expect(own.names.get("2026-11-27")).toBe("建县纪念日");
    expect(own.names.has("2026-10-02")).toBe(false);
    expect(workingDaysAfter("2026-11-26", 1, published)).toBe("2026-11-27");
    expect(workingDaysAfter("2026-11-26", 1, own)).toBe("2026-11-30");
    expect(workingDaysAfter("2026-10-01", 1, own)).toBe("2026-10-02");
  });

  test("of a year are known once its New Year's Day is in it, whoever entered it [R73]", () => {
    expect(calendarReaches(["2026-12-20", "2027-01-10"], published)).toMatchObject({
      allowed: false,
      reason: "2027 年的放假安排还没有录入，请县人大先在“设置”里的“工作日”页录入（至少录入元旦 1 月 1 日）。",
    });
    const own = calendarOf(publishedDays, [off("2027-01-01", "元旦")]);
    expect(calendarReaches(["2026-12-20", "2027-01-10"], own)).toEqual({ allowed: true });
  });

  test("change nothing when they are entered twice or say what holds already, and the refusal names the day", () => {
    const standing = { calendar: published, own: [off("2026-11-27", "建县纪念日")] };
    const refusal = (days: string[], worked: boolean) => mayEnterDays(days, worked, standing);
    expect(refusal(["2026-11-26", "2026-11-27"], false)).toMatchObject({
      reason: "2026-11-27 已经录入为“建县纪念日”。要改的，请先在下面把它撤销，再重新录入。",
    });
    expect(refusal(["2026-10-01"], false)).toMatchObject({
      reason: "2026-10-01 已在国务院公布的放假安排里，不用录入。",
    });
    expect(refusal(["2026-11-26"], true)).toMatchObject({
      reason: "2026-11-26 本来就是工作日，不用录入。",
    });
    for (const [days, worked] of [
      [["2026-11-28"], true],
      [["2027-02-06", "2027-02-07"], false],
    ] as const)
      expect(mayEnterDays(days, worked, standing)).toEqual({ allowed: true });
  });

  test("are entered as one span of days, not backwards and not by the month", () => {
    expect(daysFrom("2027-01-31", "2027-02-02")).toEqual(["2027-01-31", "2027-02-01", "2027-02-02"]);
    expect(maySpan("2027-02-02", "2027-02-01")).toMatchObject({
      reason: "最后一天（2027-02-01）早于第一天（2027-02-02），请核对日期。",
    });
    expect(maySpan("2027-01-01", "2027-12-31")).toMatchObject({ field: "to" });
    expect(maySpan("2027-02-06", "2027-02-12")).toEqual({ allowed: true });
  });
});
