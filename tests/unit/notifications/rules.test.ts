import { describe, expect, it } from "vitest";
import {
  defaultQuiet,
  digestOf,
  isQuiet,
  lastLoud,
  type Matter,
  onceEach,
  raisedOf,
  toldOf,
} from "@/domains/notifications/rules";
import { dayOf, isWeekend } from "@/lib/dates";

/** An hour of a day in Shanghai. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);
const loudAt = (day: string, time: string, quiet = defaultQuiet) => lastLoud(quiet, at(day, time), isWeekend);
const matter: Matter = {
  ...{ kind: "noticeDo", type: "noticeReceipt", id: "1", title: "报名单", note: null, dueOn: "2026-06-15" },
};

describe("a deadline is told three times and none of them twice [R99]", () => {
  const keyOn = (day: string) => raisedOf(matter, day)?.key;

  it("ten days before, on the day, and when it has passed", () => {
    expect(raisedOf(matter, "2026-06-04")).toBeNull();
    expect(raisedOf(matter, "2026-06-05")).toMatchObject({ threshold: "ahead", on: "2026-06-05" });
    expect(raisedOf(matter, "2026-06-15")).toMatchObject({ threshold: "today", on: "2026-06-15" });
    expect(raisedOf(matter, "2026-06-16")).toMatchObject({ threshold: "overdue", on: "2026-06-16" });
  });

  it("a threshold has one key, asked for however often and on whatever day", () => {
    expect(keyOn("2026-06-05")).toBe(keyOn("2026-06-14"));
    expect(keyOn("2026-06-16")).toBe(keyOn("2026-12-31"));
    expect(new Set([keyOn("2026-06-05"), keyOn("2026-06-15"), keyOn("2026-06-16")]).size).toBe(3);
  });

  it("a deadline that was moved is told anew", () => {
    expect(raisedOf({ ...matter, dueOn: "2026-06-20" }, "2026-06-16")?.key).not.toBe(keyOn("2026-06-16"));
  });
});

describe("in quiet hours nothing new is raised [R99]", () => {
  it("from eight in the evening to eight in the morning, and on days off", () => {
    expect(isQuiet(defaultQuiet, at("2026-06-08", "19:59"), isWeekend)).toBe(false);
    expect(isQuiet(defaultQuiet, at("2026-06-08", "20:00"), isWeekend)).toBe(true);
    expect(isQuiet(defaultQuiet, at("2026-06-09", "07:59"), isWeekend)).toBe(true);
    expect(isQuiet(defaultQuiet, at("2026-06-09", "08:00"), isWeekend)).toBe(false);
    expect(isQuiet(defaultQuiet, at("2026-06-13", "10:00"), isWeekend)).toBe(true);
  });

  it("goes by the last moment before the pause", () => {
    expect(loudAt("2026-06-08", "10:30")).toEqual(at("2026-06-08", "10:30"));
    // Friday evening stands until Monday morning.
    const friday = new Date(at("2026-06-12", "20:00").getTime() - 1);
    expect(loudAt("2026-06-12", "23:10")).toEqual(friday);
    expect(loudAt("2026-06-14", "12:00")).toEqual(friday);
    expect(loudAt("2026-06-15", "07:59")).toEqual(friday);
    expect(loudAt("2026-06-15", "08:00")).toEqual(at("2026-06-15", "08:00"));
  });

  it("what falls due on Saturday is told on Monday", () => {
    const saturday = { ...matter, dueOn: "2026-06-13" };
    const before = raisedOf(saturday, dayOf(loudAt("2026-06-14", "09:00")));
    expect(before).toMatchObject({ threshold: "ahead" });
    expect(raisedOf(saturday, dayOf(loudAt("2026-06-15", "08:00")))).toMatchObject({ threshold: "overdue" });
  });

  it("news of the evening waits for the morning", () => {
    const news = {
      kind: "noticeSent",
      type: "noticeReceipt",
      id: "1",
      title: "开会",
      at: at("2026-06-08", "21:00").toISOString(),
    };
    expect(toldOf(news, loudAt("2026-06-08", "22:00"))).toBeNull();
    expect(toldOf(news, loudAt("2026-06-09", "08:00"))).toMatchObject({
      threshold: "news",
      on: "2026-06-08",
    });
  });

  it("may be set otherwise: another pause, or none", () => {
    const noon = { quietFrom: 12, quietUntil: 14, quietDaysOff: false };
    expect(isQuiet(noon, at("2026-06-13", "13:00"), isWeekend)).toBe(true);
    expect(isQuiet(noon, at("2026-06-13", "22:00"), isWeekend)).toBe(false);
    const never = { quietFrom: 8, quietUntil: 8, quietDaysOff: false };
    expect(loudAt("2026-06-13", "03:00", never)).toEqual(at("2026-06-13", "03:00"));
  });
});

describe("the digest [R99]", () => {
  it("is one a day and says what is late, due today and within a week", () => {
    const days = ["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-16"];
    expect(digestOf(days, "2026-06-08")).toEqual({
      ...{ key: "digest:2026-06-08", on: "2026-06-08", overdue: 1, today: 1, week: 1 },
    });
    expect(digestOf(["2026-07-01"], "2026-06-08")).toBeNull();
  });
});

describe("a record stands once among what is told [R99]", () => {
  const line = (key: string, more: object = {}) => ({
    ...{ key, type: "noticeReceipt", id: "1", note: null, on: "2026-06-05", at: null, what: key },
    ...{ threshold: "ahead" as "ahead" | "news" },
    ...more,
  });
  const news = (key: string, at: string, more: object = {}) =>
    line(key, { threshold: "news", on: at.slice(0, 10), at, ...more });

  it("news of a record with a near day is told in that day's line, which goes by both keys", () => {
    const told = onceEach([
      line("sign", { note: "紧急" }),
      news("sent", "2026-06-08T02:00:00Z"),
      news("reminded", "2026-06-09T02:00:00Z"),
    ]);
    expect(told).toMatchObject([
      { key: "sign", note: "紧急；reminded", on: "2026-06-09", keys: ["sign", "reminded", "sent"] },
    ]);
  });

  it("of several news without a day the latest stands, to the minute", () => {
    const told = onceEach([news("a", "2026-06-08T02:00:00Z"), news("z", "2026-06-08T01:00:00Z")]);
    expect(told).toMatchObject([{ key: "a", keys: ["a", "z"] }]);
  });

  it("two deadlines of a record, other records, and what is no record stay as they are", () => {
    const lines = [
      line("answer"),
      line("tell"),
      line("other", { id: "2" }),
      line("none", { id: null }),
      line("nor", { id: null }),
    ];
    expect(onceEach(lines).map(({ key, keys }) => [key, keys])).toEqual(lines.map(({ key }) => [key, [key]]));
  });
});
