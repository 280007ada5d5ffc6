import { describe, expect, it } from "vitest";
import { fixedDayText, opinionText } from "@/domains/contact/labels";
import {
  answeredDay,
  type Carrier,
  heardThere,
  keepsBeforeAnswer,
  mayAnswer,
  mayBecome,
  mayRate,
} from "@/domains/contact/rules/opinions";
import {
  nobodyIsSaid,
  oneFixedDay,
  receivedInYear,
  receptionIsNew,
  stationFits,
  stationWasOpen,
} from "@/domains/contact/rules/stations";

const station: Omit<Parameters<typeof stationFits>[0], "deputyIds"> = {
  ...{ name: "青山村联络站", kind: "liaisonStation", place: null, officer: null, officerPhone: null },
  ...{
    fixedDay: null,
    fixedWeek: null,
    fixedWeekday: null,
    deputyIds: [],
    startsOn: "2024-01-01",
    endsOn: null,
  },
} as const;
type Station = Parameters<typeof stationFits>[0];
const at = (over: Partial<Station>): Station => ({ ...station, deputyIds: [], ...over });

describe("a station's fixed day", () => {
  it("is a day of the month or a weekday of one of its weeks, said in one way and wholly [R57]", () => {
    expect(fixedDayText(at({ fixedDay: 15 }))).toBe("每月 15 日");
    expect(fixedDayText(at({ fixedWeek: "second", fixedWeekday: "wednesday" }))).toBe("每月第二个星期三");
    expect(fixedDayText(at({}))).toBeNull();
    expect(stationFits(at({ fixedDay: 15 }), [])).toEqual({ allowed: true });
    expect(stationFits(at({ fixedWeek: "second" }), [])).toMatchObject({ field: "fixedWeekday" });
    const both = at({ fixedDay: 15, fixedWeek: "last", fixedWeekday: "friday" });
    expect(oneFixedDay(both)).toEqual(at({ fixedDay: 15 }));
  });

  it("a station is named once and closes after it opened [R57]", () => {
    expect(stationFits(at({}), [at({})])).toMatchObject({ field: "name" });
    expect(stationFits(at({ endsOn: "2023-12-31" }), [])).toMatchObject({ field: "endsOn" });
  });

  it("voters are received where a station was open, once a day [R57]", () => {
    const closed = { name: "青山村联络站", startsOn: "2024-01-01", endsOn: "2026-06-30" };
    expect(stationWasOpen(closed, "2023-12-15")).toMatchObject({ field: "occurredOn" });
    expect(stationWasOpen(closed, "2026-06-30")).toEqual({ allowed: true });
    expect(stationWasOpen(closed, "2026-07-15")).toMatchObject({
      reason: "「青山村联络站」已于 2026-06-30 停用，请核对日期或另选联络站。",
    });
    const held = {
      stationId: "a",
      occurredOn: "2026-03-15",
      deputyIds: [],
      visitors: null,
      visitorsAbout: null,
      unnamed: null,
      unnamedAbout: null,
      movedReason: null,
      note: null,
    };
    expect(receptionIsNew(held, [{ ...held, stationId: "b" }])).toEqual({ allowed: true });
    expect(receptionIsNew(held, [held])).toMatchObject({ field: "occurredOn" });
    expect(nobodyIsSaid({ visitors: 0, note: null })).toMatchObject({ field: "note" });
    expect(nobodyIsSaid({ visitors: 0, note: "无人来访" })).toEqual({ allowed: true });
    expect(nobodyIsSaid(held)).toEqual({ allowed: true });
  });

  it("says what is missing: stations, or receptions [R57]", () => {
    expect(receivedInYear(null, 2026).gap).toBe("还没有登记联络站");
    expect(receivedInYear({ stations: 4, months: 0 }, 2026).gap).toBe("2026年还没有登记接待日");
    expect(receivedInYear({ stations: 4, months: 9 }, 2026)).toEqual({
      text: "联络站 4 个，本年有 9 个月接待过选民",
      gap: null,
    });
  });
});

const carrier: Carrier = { type: "suggestion", id: "s", title: "修水渠", answeredOn: null, answer: null };
const opinion = { occurredOn: "2026-03-15", answeredOn: null, ratedOn: null, carrier: null };

describe("a voter's opinion", () => {
  it("is answered by the office or by what it became, whichever came first [R58]", () => {
    expect(answeredDay(opinion)).toBeNull();
    const replied = { ...carrier, answeredOn: "2026-05-01" };
    expect(answeredDay({ answeredOn: null, carrier: replied })).toBe("2026-05-01");
    expect(answeredDay({ answeredOn: "2026-04-01", carrier: replied })).toBe("2026-04-01");
  });

  it("has its answer after it and not in days to come, and its rating after the answer [R58]", () => {
    expect(mayAnswer(opinion, "2026-03-14", "2026-04-01")).toMatchObject({ field: "answeredOn" });
    expect(mayAnswer(opinion, "2026-04-02", "2026-04-01")).toMatchObject({ field: "answeredOn" });
    expect(mayAnswer(opinion, "2026-03-15", "2026-04-01")).toEqual({ allowed: true });
    expect(mayRate(opinion, "2026-04-01", "2026-04-01")).toMatchObject({
      reason: "还没有答复，选民无从评价。请先登记答复。",
    });
    const answered = { ...opinion, answeredOn: "2026-03-20" };
    expect(mayRate(answered, "2026-03-19", "2026-04-01")).toMatchObject({ field: "ratedOn" });
    expect(mayRate(answered, "2026-03-20", "2026-04-01")).toEqual({ allowed: true });
    const rated = { ...answered, ratedOn: "2026-03-25" };
    expect(mayAnswer(rated, "2026-03-25", "2026-04-01")).toEqual({ allowed: true });
    expect(mayAnswer(rated, "2026-03-26", "2026-04-01")).toMatchObject({
      field: "answeredOn",
      reason: "答复日期不能晚于评价日期 2026-03-25，请核对；评价日期有误的，先更正评价。",
    });
    expect(keepsBeforeAnswer("2026-03-21", "2026-03-20")).toMatchObject({ field: "occurredOn" });
  });

  it("becomes one thing, and another only when that was struck out [R58]", () => {
    expect(mayBecome(opinion)).toEqual({ allowed: true });
    expect(mayBecome({ carrier })).toMatchObject({
      reason: "这条意见已经转为「修水渠」，请到那里办理；误转的先作废那一件。",
    });
  });

  it("says where it stands [R58]", () => {
    const shown = { answered: null, dueOn: "2026-04-14", raised: false };
    expect(opinionText(shown, "2026-04-14").text).toBe("待答复");
    expect(opinionText(shown, "2026-04-15")).toEqual({ text: "逾期未答复", tone: "bad" });
    expect(opinionText({ ...shown, raised: true }, "2026-04-01").text).toBe("已转办，待答复");
    expect(opinionText({ ...shown, answered: "2026-04-15" }, "2026-05-01").text).toBe("逾期答复");
    expect(opinionText({ ...shown, answered: "2026-04-14" }, "2026-05-01").text).toBe("已答复");
  });
});

describe("an opinion heard on a reception day", () => {
  const reception = { occurredOn: "2026-03-15", stationId: "a" };
  const told = (facts: object) => {
    const decision = heardThere({ ...reception, ...facts }, reception);
    return decision.allowed ? "" : decision.reason;
  };

  it("was received that day at its station [R58]", () => {
    expect(told({})).toBe("");
    expect(told({ occurredOn: "2026-03-16" })).toContain("所选接待日是 2026-03-15");
    expect(told({ stationId: null })).toContain("联络站与所选接待日的不同");
    expect(heardThere({ ...reception, stationId: null }, null).allowed).toBe(true);
  });
});
