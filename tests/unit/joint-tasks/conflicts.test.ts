import { describe, expect, test } from "vitest";
import { conflictsOf } from "@/domains/joint-tasks/rules/conflicts";
import type { Blocked, Facts, Visit } from "@/domains/joint-tasks/rules/facts";
import { factsOf, july, span, visit } from "./plans";

const said = (visits: readonly Visit[], more: Partial<Facts> = {}): string[] =>
  conflictsOf(factsOf(visits, more)).map(({ sentence }) => sentence);

const food = visit("食品", span("2026-07-14", "2026-07-15"));
const limits = (more: Partial<Facts["limits"]>): Partial<Facts> => ({
  limits: { gapDays: 14, unitPerYear: 1, townshipPerYear: 12, ...more },
});

describe("a conflict is said in one sentence", () => {
  test("another county task in the same township within a fortnight, once, of the later one [R87]", () => {
    const safety = visit("安全", span("2026-07-09"));
    expect(conflictsOf(factsOf([food, safety]))).toEqual([
      {
        ...{ kind: "sameTownship", visit: "食品", other: "安全" },
        sentence: "7月14日至15日去清溪镇的“食品检查”，与7月9日“安全检查”相隔不到 14 天。",
      },
    ]);
    expect(said([food, visit("安全", span("2026-07-15", "2026-07-16"))])).toEqual([
      "7月15日至16日去清溪镇的“安全检查”，与7月14日至15日“食品检查”日期重叠。",
    ]);
  });

  test("exactly a fortnight, another township, the same task or one joined visit is no conflict [R87]", () => {
    expect(said([food, visit("安全", span("2026-07-29"))])).toEqual([]);
    expect(said([food, { ...visit("安全", span("2026-07-16")), township: "xs" }])).toEqual([]);
    expect(said([food, visit("复查", span("2026-07-20"), { taskId: food.taskId })])).toEqual([]);
    const joined = [food, visit("安全", span("2026-07-14", "2026-07-15"))];
    expect(said(joined.map((one) => ({ ...one, mergeKey: "安全" })))).toEqual([]);
    expect(said(joined)).toHaveLength(1);
  });

  test("between a draft and an issued visit it is said of the draft, whichever comes first [R87]", () => {
    const issued = visit("安全", span("2026-07-20"), { movable: false });
    expect(conflictsOf(factsOf([food, issued])).map((one) => one.visit)).toEqual(["食品"]);
  });

  test("the same unit more often than allowed, with the visit that it has already [R87]", () => {
    const units = { units: ["u1"] };
    const two = [
      { ...food, ...units },
      visit("安全", span("2026-03-05"), {
        ...units,
        movable: false,
        window: span("2026-03-01", "2026-03-31"),
      }),
    ];
    expect(said(two, { today: "2026-01-01", names: { u1: "清溪粮站" } })).toEqual([
      "7月14日至15日去清溪镇的“食品检查”，是“清溪粮站”一年里第 2 次受检（已有3月5日“安全检查”），一年最多 1 次。",
    ]);
    expect(said(two, { today: "2026-01-01", ...limits({ unitPerYear: 2 }) })).toEqual([]);
  });

  test("the township's own days, holidays, days off and days the county marks [R87]", () => {
    const blocked = (more: Partial<Blocked>): Partial<Facts> => ({
      blocked: [{ township: "qx", kind: "session", name: "第五次会议", ...span("2026-07-15"), ...more }],
    });
    const start = "7月14日至15日去清溪镇的“食品检查”，";
    expect(said([food], blocked({}))).toEqual([`${start}与清溪镇的“第五次会议”（7月15日）同期。`]);
    expect(said([food], blocked({ township: "xs" }))).toEqual([]);
    const flood = {
      kind: "marked",
      name: "防汛期",
      township: null,
      ...span("2026-06-25", "2026-07-31"),
    } as const;
    expect(said([food], blocked(flood))).toEqual([`${start}在县里划定的“防汛期”（6月25日至7月31日）内。`]);
    const isWorkday = () => false;
    const holiday = {
      kind: "holiday",
      name: "节日",
      township: null,
      ...span("2026-07-14", "2026-07-15"),
    } as const;
    const working = (day: string) => day !== "2026-07-14" && day !== "2026-07-15";
    expect(said([food], { ...blocked(holiday), isWorkday: working })).toEqual([
      `${start}遇上节日放假（7月14日至15日）。`,
    ]);
    expect(said([food], { isWorkday: working })).toEqual([`${start}7月14日不是工作日。`]);
    expect(said([food], { isWorkday })[0]).toBe(
      `${start}任务规定的7月1日至31日里没有工作日，请改任务的时间。`,
    );
  });

  test("more visits than the township's yearly cap, joined ones counted once [R87]", () => {
    const later = { window: span("2026-01-01", "2026-12-31") };
    const three = ["2026-03-03", "2026-04-07", "2026-05-06"].map((day, at) =>
      visit(`${at}`, span(day), later),
    );
    const today = "2026-01-01";
    expect(said(three, { today, ...limits({ townshipPerYear: 2 }) })).toEqual([
      "5月6日去清溪镇的“2检查”，是清溪镇 2026 年第 3 次县级任务，超过一年 2 次的上限。",
    ]);
    const joined = three.map((one, at) => (at === 2 ? { ...one, ...span("2026-04-07") } : one));
    const alike = joined.map((one) => ({ ...one, mergeKey: "安全" }));
    expect(said(alike, { today, ...limits({ townshipPerYear: 2 }) })).toEqual([]);
  });

  test("a member in two places on one day [R87]", () => {
    const members = ["a1"];
    const there = visit("安全", span("2026-07-15"), { township: "xs", members });
    expect(said([{ ...food, members }, there], { names: { a1: "张三" } })).toEqual([
      "7月15日去秀山乡的“安全检查”，与7月14日至15日去清溪镇的“食品检查”都安排了张三，同一天不能在两处。",
    ]);
  });

  test("days outside the task's window or in the past; what was carried out is no matter any more [R87]", () => {
    const out = visit("食品", span("2026-08-03"));
    expect(said([out])).toEqual(["8月3日去清溪镇的“食品检查”，不在任务规定的7月1日至31日内。"]);
    expect(said([food], { today: "2026-07-20" })).toEqual([
      "7月14日至15日去清溪镇的“食品检查”，日子已经过去，请改期。",
    ]);
    const done = { ...food, movable: false };
    expect(
      said([done, visit("安全", span("2026-07-16"), { movable: false })], { today: "2026-07-20" }),
    ).toEqual([]);
    expect(said([done], { today: "2026-07-20", isWorkday: () => false })).toEqual([]);
  });

  test("says the year where it is not this one", () => {
    const window = span("2026-12-01", "2027-01-31");
    const blocked = [
      { township: null, kind: "marked", name: "严冬", ...span("2026-12-30", "2027-01-08") } as const,
    ];
    expect(said([visit("食品", span("2027-01-04"), { window })], { blocked })).toEqual([
      "2027年1月4日去清溪镇的“食品检查”，在县里划定的“严冬”（12月30日至2027年1月8日）内。",
    ]);
    expect(july.from.slice(0, 4)).toBe("2026");
  });
});
