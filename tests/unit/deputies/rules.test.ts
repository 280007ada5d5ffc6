import { describe, expect, test } from "vitest";
import {
  type Identity,
  type Level,
  deputyMayBeVoided,
  groupLacks,
  groupMayBeVoided,
  holdsOn,
  levels,
  mandateMayBeVoided,
  mandateMayEnd,
  mandateMayStart,
  mayBeOnePerson,
  memberMayJoin,
  memberMayLeave,
  roleMayChange,
  seatHint,
  seatsByLaw,
  vacanciesOf,
} from "@/domains/deputies/rules/roster";
import { maskedPhone } from "@/lib/phone";

const mandate = { level: "township", startsOn: "2022-01-01", endsOn: "2026-12-31" } as const;

describe("mandates", () => {
  test("hold from their first day to their last, both included [R3]", () => {
    const days = ["2021-12-31", "2022-01-01", "2026-12-31", "2027-01-01"];
    expect(days.map((day) => holdsOn(mandate, day))).toEqual([false, true, true, false]);
    expect(holdsOn({ startsOn: "2022-01-01", endsOn: null }, "2099-01-01")).toBe(true);
  });

  test("of one level never overlap by a single day, of different levels may run side by side [R3]", () => {
    const next = (startsOn: string) =>
      mandateMayStart([mandate], { level: "township", startsOn, endsOn: null }).allowed;
    expect([next("2026-12-31"), next("2027-01-01")]).toEqual([false, true]);
    for (const level of levels.filter((other) => other !== "township")) {
      expect(mandateMayStart([mandate], { ...mandate, level }).allowed).toBe(true);
    }
  });

  test("end once, not before they began, and only a term's end may be entered ahead [R3]", () => {
    const open = { startsOn: "2022-01-01", endsOn: null };
    const end = (on: string, reason: "resigned" | "termEnd") =>
      mandateMayEnd(open, on, reason, "2026-06-01").allowed;
    expect([
      end("2026-06-01", "resigned"),
      end("2026-06-02", "resigned"),
      end("2026-12-31", "termEnd"),
    ]).toEqual([true, false, true]);
    expect(end("2021-12-31", "resigned")).toBe(false);
    expect(mandateMayEnd(mandate, "2026-05-01", "resigned", "2026-06-01").allowed).toBe(false);
    expect([mandateMayBeVoided(0).allowed, mandateMayBeVoided(1).allowed]).toEqual([false, true]);
  });
});

describe("seats", () => {
  test("by law are 45 and one for every full 1,500 people, 160 at most [R3]", () => {
    expect([2_000, 2_999, 3_000, 82_000, 172_499, 172_500, 400_000].map(seatsByLaw)).toEqual([
      46, 46, 47, 99, 159, 160, 160,
    ]);
    expect(seatsByLaw(1_999)).toBeNull();
  });

  test("vacancies are seats minus deputies in office; unknown seats are not zero [R3]", () => {
    expect(vacanciesOf({ seats: 446, inOffice: 442 })).toBe(4);
    expect(vacanciesOf({ seats: null, inOffice: 442 })).toBeNull();
    expect(vacanciesOf({ seats: 10, inOffice: 12 })).toBe(0);
  });

  test("a vacancy asks for a by-election, a surplus for a look at the roster [R3]", () => {
    expect(seatHint({ seats: 55, inOffice: 54 })?.text).toContain("补选");
    expect(seatHint({ seats: 55, inOffice: 56 })?.tone).toBe("bad");
    expect(seatHint({ seats: 55, inOffice: 55 })).toBeNull();
    expect(seatHint({ seats: null, inOffice: 0 })?.text).toContain("尚未录入");
  });
});

describe("groups", () => {
  const member = (deputyId: string, role: "leader" | "member") =>
    ({ deputyId, role, startsOn: "2022-01-01", endsOn: null }) as const;

  test("have one leader at a time and nobody twice [R4]", () => {
    const group = [member("a", "leader"), member("b", "member")];
    expect(memberMayJoin(group, member("c", "member")).allowed).toBe(true);
    expect(memberMayJoin(group, member("b", "member")).allowed).toBe(false);
    expect(memberMayJoin(group, member("c", "leader")).allowed).toBe(false);
    const left = [{ ...member("a", "leader"), endsOn: "2024-12-31" }];
    expect(memberMayJoin(left, { ...member("c", "leader"), startsOn: "2025-01-01" }).allowed).toBe(true);
  });

  test("a refusal names the input it is about, so that the form tells it there [R4]", () => {
    const group = [member("a", "leader"), member("b", "member")];
    expect(memberMayJoin(group, member("b", "member"))).toMatchObject({ field: "deputyIds" });
    expect(memberMayJoin(group, member("c", "leader"))).toMatchObject({ field: "role" });
    const joined = { startsOn: "2022-01-01", endsOn: null };
    expect(roleMayChange(joined, "2021-12-31")).toMatchObject({ field: "on" });
    expect(memberMayLeave(joined, "2021-12-31")).toMatchObject({ field: "endsOn" });
    const left = { ...joined, endsOn: "2024-12-31" };
    for (const rule of [roleMayChange, memberMayLeave])
      expect([joined, left].map((one) => rule(one, "2025-01-01").allowed)).toEqual([true, false]);
  });

  test("and people with a history are not struck out [R3][R4]", () => {
    expect([groupMayBeVoided(1).allowed, groupMayBeVoided(0).allowed]).toEqual([false, true]);
    expect([deputyMayBeVoided(1).allowed, deputyMayBeVoided(0).allowed]).toEqual([false, true]);
  });
});

test("a telephone number in a list shows its ends only, whatever its length [R3]", () => {
  expect(maskedPhone("13812341234")).toBe("138****1234");
  expect(maskedPhone("0580-4472000")).toBe("058*****2000");
  expect(maskedPhone("4472000")).toBe("*****00");
  expect(maskedPhone(null)).toBeNull();
});

describe("two entries of one name may be one person [R3]", () => {
  const seat = (constituency: string | null, level: Level = "township", open = true) => ({
    level,
    constituency,
    open,
  });
  const person = { name: "王芳", phone: null, birthYear: null, seats: [seat("第一选区")] };
  const may = (more: Partial<Identity>, of: Partial<Identity> = {}) =>
    mayBeOnePerson({ ...person, ...of }, { ...person, ...more });

  test("of one seat they may be, however name and place are written and whatever the telephone number", () => {
    expect(may({})).toBe(true);
    expect(may({ phone: "2" }, { phone: "1" })).toBe(true);
    expect(may({ name: "王　芳（女）" })).toBe(true);
    for (const place of ["第1选区", "1号选区", "第一选区（云岭社区）", "第 一 选区"]) {
      expect(may({ seats: [seat(place)] })).toBe(true);
    }
  });

  test("of another level, without a place, or out of office they may be", () => {
    expect(may({ seats: [seat("第九选区", "county")] })).toBe(true);
    expect(may({ seats: [seat(null)] })).toBe(true);
    expect(may({ seats: [] })).toBe(true);
    expect(may({ seats: [seat("第二选区", "township", false)] })).toBe(true);
  });

  test("namesakes in two places of one level are two, unless birth or telephone say otherwise", () => {
    expect(may({ seats: [seat("第二选区")] })).toBe(false);
    expect(may({ seats: [seat("第十一选区")] })).toBe(false);
    expect(may({ seats: [seat("第二选区")], phone: "1" }, { phone: "1" })).toBe(true);
    expect(may({ seats: [seat("第二选区")], birthYear: 1970 }, { birthYear: 1970 })).toBe(true);
  });

  test("where a file's places are in doubt, two places do not make two people; two years of birth do", () => {
    const elsewhere = { ...person, seats: [seat("第二选区")] };
    expect(mayBeOnePerson(person, elsewhere, false)).toBe(true);
    expect(mayBeOnePerson({ ...person, birthYear: 1970 }, { ...elsewhere, birthYear: 1971 }, false)).toBe(
      false,
    );
  });

  test("born in two years they are two, save in one seat, where one year may be mistyped", () => {
    const county = { seats: [seat(null, "county")] };
    expect(may({ ...county, birthYear: 1971 }, { birthYear: 1970 })).toBe(false);
    expect(may({ birthYear: 1971 }, { birthYear: 1970 })).toBe(true);
    expect(may({ name: "王芬" })).toBe(false);
  });
});

test("a group lacks deputies below three, and a leader as soon as anybody is in it [R4]", () => {
  const group = (...roles: ("leader" | "member")[]) => groupLacks(roles.map((role) => ({ role })));
  expect(group()).toEqual({ deputies: true, leader: false });
  expect(group("member", "member")).toEqual({ deputies: true, leader: true });
  expect(group("leader", "member", "member")).toEqual({ deputies: false, leader: false });
});
