import { describe, expect, it } from "vitest";
import { dayFromText, readDay } from "@/lib/dates";

const fault = (text: string, year?: number) => {
  const reading = readDay(text, year);
  return "fault" in reading ? reading.fault : reading.day;
};

describe("a day as people write it", () => {
  it.each([
    "2026-03-05",
    "2026-3-5",
    "2026.3.5",
    "2026.03.05",
    "2026/3/5",
    "2026、3、5",
    "2026。3。5",
    "2026．3．5",
    "２０２６．３．５",
    "２０２６／３／５",
    "2026－3－5",
    "2026—3—5",
    "2026年3月5日",
    "2026年3月5号",
    "2026年3月5",
    "2026 年 3 月 5 日",
    "20260305",
    "２０２６０３０５",
    " 2026.3.5 ",
    "2026.3.5。",
    "\ufeff2026.3.5",
    "2026-03-05 14:07",
    "2026-03-05T14:07:09",
    "2026/3/5 9:00",
    "2026年3月5日上午",
    "2026年3月5日上午9时30分",
    "2026年3月5日下午三点半",
    "2026年3月5日星期四",
    "2026年3月5日（星期四）上午9:00",
    "2026.3.5 周四 14:00—16:30",
    "20260305 上午",
    "二〇二六年三月五日",
    "二○二六年三月五日",
    "二零二六年三月五日",
    "2026年三月五日",
  ])("%s is 5 March 2026", (text) => {
    expect(dayFromText(text)).toBe("2026-03-05");
  });

  it("reads a two-figure day whole, never its first figure", () => {
    expect(dayFromText("2026.3.15")).toBe("2026-03-15");
    expect(dayFromText("2026.3.155")).toBeNull();
    expect(dayFromText("2026.3.514:00")).toBeNull();
    expect(dayFromText("二〇二五年十二月三十一日")).toBe("2025-12-31");
    expect(dayFromText("二〇二五年十一月二十日")).toBe("2025-11-20");
    expect(dayFromText("二〇二四年二月廿九日")).toBe("2024-02-29");
    expect(dayFromText("2026年元月十日")).toBe("2026-01-10");
  });

  it("takes nothing half written, and says what is missing", () => {
    expect(fault("3月5日")).toBe("请写上年份，如 2026-03-05");
    expect(fault("3.5")).toBe("请写上年份，如 2026-03-05");
    expect(fault("26.3.5")).toBe("年份请写四位，如 2026-03-05");
    expect(fault("68年3月5日")).toBe("年份请写四位，如 2026-03-05");
    expect(fault("2026.3")).toBe("请写到哪一日，如 2026-03-05");
    expect(fault("2026年3月")).toBe("请写到哪一日，如 2026-03-05");
    for (const text of ["2026", "", "3/5/2026", "三月", "昨天", "2026.3.5-3.8", "2026.3.5前", "46086"]) {
      expect(fault(text)).toMatch(/看不懂/);
    }
  });

  it("refuses a day the calendar does not have, and a weekday that is not the day's", () => {
    expect(fault("2026.2.29")).toBe("没有这一天，请核对月和日");
    expect(fault("20261301")).toBe("没有这一天，请核对月和日");
    expect(fault("2026.0.5")).toBe("没有这一天，请核对月和日");
    expect(fault("0206.3.5")).toBe("年份不对，请核对");
    expect(fault("2026年3月5日星期五")).toBe("2026-03-05 是星期四，请核对");
  });

  it("gives 3月5日 a year only where the caller knows one", () => {
    expect(dayFromText("3月5日")).toBeNull();
    expect(fault("3月5日", 2026)).toBe("2026-03-05");
    expect(fault("三月五日上午", 2026)).toBe("2026-03-05");
    expect(fault("3.5", 2026)).toBe("请写上年份，如 2026-03-05");
  });
});
