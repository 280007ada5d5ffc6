import { describe, expect, test } from "vitest";
import {
  assignDue,
  type LawChoice,
  lawRule,
  ratingWindowEnd,
  redoDue,
  replyDue,
  type WorkCalendar,
} from "@/domains/tenancy/rules/law";
import { lawRuleKeys } from "@/domains/tenancy/rules/law-rule";
import { customaryRules, lawPresets } from "@/domains/tenancy/rules/law-presets";
import { calendarOf } from "@/domains/workdays/rules";
import { publishedDays } from "@/server/calendar/state-council";
import { dayOf, endOfDay, isDay } from "@/lib/dates";

const stateCouncilCalendar = calendarOf(publishedDays, []);
const by = (province: string, overrides: LawChoice["overrides"] = []): LawChoice => ({ province, overrides });
const plain = { assignedOn: "2026-08-18", sessionClosedOn: null, complex: false };

describe("which rule binds", () => {
  test("the nation gives three months, six for complex matters, by article [R70][R75]", () => {
    expect(replyDue(by("national"), plain)).toEqual({ due: "2026-11-18", citation: "代表法第51条" });
    expect(replyDue(by("national"), { ...plain, complex: true }).due).toBe("2027-02-18");
  });

  test("Chongqing gives two months and four, a redo two; Zhejiang a redo one [R70][R73]", () => {
    expect(replyDue(by("chongqing"), plain)).toEqual({
      due: "2026-10-18",
      citation: "重庆市乡镇人大工作条例第16条",
    });
    expect(replyDue(by("chongqing"), { ...plain, complex: true }).due).toBe("2026-12-18");
    expect(redoDue(by("chongqing"), "2026-10-15").due).toBe("2026-12-15");
    expect(redoDue(by("zhejiang"), "2026-10-15")).toEqual({
      due: "2026-11-15",
      citation: "浙江省实施代表法办法第43条",
    });
  });

  test("Shandong counts the reply from the session's close, or from assignment when there was no session [R70]", () => {
    const atSession = { ...plain, sessionClosedOn: "2026-08-03" };
    expect(replyDue(by("shandong"), atSession)).toEqual({
      due: "2026-10-03",
      citation: "山东省乡镇人大工作若干规定第15条",
    });
    expect(replyDue(by("shandong"), plain).due).toBe("2026-10-18");
    expect(replyDue(by("zhejiang"), atSession).due).toBe("2026-11-18");
  });

  test("a province that is silent, or unknown, falls back to the nation, and then to custom that is named so [R1]", () => {
    expect(lawRule(by("zhejiang"), "suggestion.replyMonths", "2026-01-01").citation).toBe("代表法第51条");
    expect(lawRule(by("nowhere"), "suggestion.replyMonths", "2026-01-01").citation).toBe("代表法第51条");
    expect(lawRule(by("national"), "suggestion.redoMonths", "2026-01-01").citation).toMatch(/^本系统默认/);
  });

  test("every rule has an answer in every province on every day since 1980 [R1]", () => {
    for (const province of [...Object.keys(lawPresets), "nowhere"]) {
      for (const key of lawRuleKeys) {
        for (const on of [
          "1980-01-01",
          "2009-06-30",
          "2016-01-01",
          "2025-03-10",
          "2025-03-11",
          "2040-12-31",
        ]) {
          const rule = lawRule(by(province), key, on);
          expect(rule.value).toBeGreaterThanOrEqual(0);
          expect(rule.citation).not.toBe("");
        }
      }
    }
  });

  test("two wordings of one rule are never in force on the same day, and every date is a day [R1]", () => {
    for (const rules of [...Object.values(lawPresets), customaryRules]) {
      for (const rule of rules) {
        expect(isDay(rule.effectiveFrom)).toBe(true);
        expect(rule.effectiveTo === null || isDay(rule.effectiveTo)).toBe(true);
        const others = rules.filter((other) => other !== rule && other.key === rule.key);
        for (const other of others) {
          const disjoint =
            (rule.effectiveTo ?? "9999-12-31") < other.effectiveFrom ||
            (other.effectiveTo ?? "9999-12-31") < rule.effectiveFrom;
          expect(disjoint, rule.key).toBe(true);
        }
      }
    }
  });

  test("the wording of the day counts: the day before the 2025 law its predecessor's article is named [R1]", () => {
    expect(lawRule(by("national"), "suggestion.replyMonths", "2025-03-10").citation).toBe(
      "代表法（2015）第42条",
    );
    expect(lawRule(by("national"), "suggestion.replyMonths", "2025-03-11").citation).toBe("代表法第51条");
  });
});

describe("a county's own value", () => {
  const own = { ruleKey: "suggestion.replyMonths", value: 2, reason: "县委文件", validFrom: "2026-07-01" };

  test("counts from its day on, keeps the law's value and says why [R1]", () => {
    const choice = by("zhejiang", [own]);
    expect(lawRule(choice, "suggestion.replyMonths", "2026-06-30")).toMatchObject({
      value: 3,
      overridden: null,
    });
    expect(lawRule(choice, "suggestion.replyMonths", "2026-07-01")).toMatchObject({
      value: 2,
      overridden: { reason: "县委文件", lawValue: 3 },
      citation: "本县规定，原据代表法第51条",
    });
  });

  test("gives way to a later one, and never touches another rule [R1]", () => {
    const choice = by("zhejiang", [own, { ...own, value: 1, validFrom: "2026-08-01" }]);
    expect(lawRule(choice, "suggestion.replyMonths", "2026-07-31").value).toBe(2);
    expect(lawRule(choice, "suggestion.replyMonths", "2026-08-01").value).toBe(1);
    expect(lawRule(choice, "suggestion.replyMonthsComplex", "2026-08-01").value).toBe(6);
  });
});

describe("a period ends with its last day in Shanghai", () => {
  test("one millisecond before midnight is in time, midnight is not, whatever zone the server runs in [R70]", () => {
    expect(process.env["TZ"] ?? "Asia/Kathmandu").not.toBe("Asia/Shanghai");
    const { due } = replyDue(by("national"), plain);
    const last = endOfDay(due);
    expect(last.toISOString()).toBe("2026-11-18T15:59:59.999Z");
    expect(dayOf(last) <= due).toBe(true);
    expect(dayOf(new Date(last.getTime() + 1)) <= due).toBe(false);
    expect(dayOf(new Date(last.getTime() - 1)) <= due).toBe(true);
  });

  test("a month that lacks the day ends on its last day [R70]", () => {
    expect(replyDue(by("national"), { ...plain, assignedOn: "2025-11-30" }).due).toBe("2026-02-28");
    expect(replyDue(by("national"), { ...plain, assignedOn: "2027-11-30" }).due).toBe("2028-02-29");
    expect(redoDue(by("zhejiang"), "2026-01-31").due).toBe("2026-02-28");
  });

  const assigned = (province: string, receivedOn: string, sessionClosedOn: string | null = null) =>
    assignDue(by(province), { receivedOn, sessionClosedOn }, stateCouncilCalendar);

  test("assignment is due fifteen days on, across the year's end, from the close of its session or from receipt [R70]", () => {
    expect(assigned("national", "2026-12-20")).toMatchObject({ due: "2027-01-04", note: null });
    expect(assigned("national", "2026-01-10", "2026-01-12").due).toBe("2026-01-27");
    expect(assigned("zhejiang", "2026-01-14", "2026-01-12").due).toBe("2026-01-29");
    expect(assigned("zhejiang", "2026-01-14").citation).toMatch(/^本系统默认/);
  });

  test("between sessions Chongqing gives ten working days from receipt and Shandong five days; both by article [R70]", () => {
    expect(assigned("chongqing", "2026-09-18")).toEqual({
      due: "2026-10-09",
      citation: "重庆市代表建议工作条例第13条",
      note: null,
    });
    expect(assigned("shandong", "2026-09-18")).toMatchObject({
      due: "2026-09-23",
      citation: "山东省代表建议办理工作条例第10条",
    });
  });

  test("for what is put forward at a session those articles name no number, so none is laid in their mouth [R70]", () => {
    expect(assigned("chongqing", "2026-01-10", "2026-01-12")).toMatchObject({ due: "2026-01-27" });
    expect(assigned("chongqing", "2026-01-10", "2026-01-12").citation).toMatch(/^本系统默认/);
  });

  test("working days that reach a year without an announcement say so [R70]", () => {
    expect(assigned("chongqing", "2026-12-25").note).toContain("2027 年");
  });
});

describe("the rating window", () => {
  const calendar: WorkCalendar = {
    years: new Set([2026]),
    holidays: new Set(["2026-03-05", "2026-03-06"]),
    workedWeekends: new Set(["2026-03-14"]),
  };

  const unannounced: WorkCalendar = { years: new Set(), holidays: new Set(), workedWeekends: new Set() };
  const rated = (repliedOn: string, days: WorkCalendar) => ratingWindowEnd(by("chongqing"), repliedOn, days);

  test("counts twenty working days after the reply; weekends are left out [R73]", () => {
    expect(rated("2026-03-02", unannounced).due).toBe("2026-03-30");
    expect(rated("2026-02-28", unannounced).due).toBe("2026-03-27");
  });

  test("leaves holidays out and counts worked weekends [R73]", () => {
    expect(rated("2026-03-02", calendar)).toEqual({
      due: "2026-03-31",
      citation: "重庆市代表建议工作条例第27条",
      note: null,
    });
  });

  test("says which year's holidays nobody has loaded [R73]", () => {
    expect(rated("2026-03-02", unannounced).note).toBe("2026 年节假日安排未录入，只扣除了周末");
    expect(rated("2026-12-21", calendar).note).toContain("2027 年");
  });

  test("goes by the State Council's announcement: National Day's week off, its Saturday worked [R73]", () => {
    expect(rated("2026-09-18", stateCouncilCalendar)).toMatchObject({ due: "2026-10-22", note: null });
  });

  test("takes no year for announced that is not, whatever the calendar's source says of it [R73]", () => {
    expect([...stateCouncilCalendar.years].toSorted().slice(-1)).toEqual([2026]);
    expect(rated("2026-12-14", stateCouncilCalendar)).toMatchObject({
      due: "2027-01-11",
      note: "2027 年节假日安排未录入，只扣除了周末",
    });
  });
});
