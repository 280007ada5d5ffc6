import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, issued } from "./joint";

const before = "2026-06-10";
const after = "2026-06-12";
const title = "夜查冷库";

let county: TestCounty;
let towns: [TestTownship, TestTownship];
let calls: ReturnType<typeof callsOf>;
let id: string;

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
const task = (day: string) => calls.staff(day).task({ id });
const card = async (day: string) =>
  (await staff(day).oversight.today({})).cards.find(({ key }) => key === "visitsUnbegun");
const heard = async (day: string) =>
  (await staff(day).notifications.county({})).rows
    .filter((row) => row.what === "暗访待开始")
    .map(({ title: said, threshold, dueOn }) => [said, threshold, dueOn]);

beforeAll(async () => {
  county = await createCounty(["高亭镇", "东沙镇"]);
  towns = county.townships as [TestTownship, TestTownship];
  calls = callsOf(county);
  id = await issued(calls, "2026-06-01", towns, {
    ...{ title, kind: "unannouncedVisit" },
    parts: towns.map(({ id: townshipId }) => ({
      townshipId,
      ...{ from: "2026-06-10", until: "2026-06-10", units: ["冷库"] },
    })),
  });
});

describe("an unannounced visit that nobody began [R87]", () => {
  it("is near on its day and late the day after: in the task, on the county's first page, in its reminders", async () => {
    expect((await task(before)).progress.late).toBe(0);
    expect(await card(before)).toMatchObject({ count: 0 });
    expect(await heard(before)).toHaveLength(2);
    const { progress, parts } = await task(after);
    expect(progress.late).toBe(2);
    expect(parts.map(({ state, late }) => [state, late])).toEqual([
      ["hidden", 2],
      ["hidden", 2],
    ]);
    const [row] = (await calls.staff(after).year({ year: 2026 })).tasks;
    expect(row?.progress.late).toBe(2);
    expect(await card(after)).toMatchObject({ count: 2, waitsFor: "county", first: "2026-06-10" });
    const { rows } = await staff(after).oversight.rows({ of: "visitsUnbegun" });
    expect(rows.map(({ title: said, day }) => [said, day])).toEqual([
      [title, "2026-06-10"],
      [title, "2026-06-10"],
    ]);
    expect(await heard(after)).toEqual(
      expect.arrayContaining([
        [`高亭镇：${title}`, "overdue", "2026-06-10"],
        [`东沙镇：${title}`, "overdue", "2026-06-10"],
      ]),
    );
  });

  it("is nothing that may be shown on a projector, and stays unknown to its township however late", async () => {
    const meeting = await staff(after).oversight.meeting({ year: 2026 });
    expect(meeting.cards.map(({ key }) => key)).not.toContain("visitsUnbegun");
    expect(JSON.stringify(meeting)).not.toContain(title);
    const [home] = towns;
    const own = callerAs("townshipChair", county, home, noon(after));
    const at = { township: home.code };
    const told = [
      await own.notifications.township(at),
      await own.today.due(at),
      await own.jointTasks.own({ ...at, year: 2026 }),
    ];
    expect(JSON.stringify(told)).not.toContain(title);
  });

  it("owes nothing more once it began, was put off or dropped", async () => {
    const of = (parts: Awaited<ReturnType<typeof task>>["parts"], town: TestTownship) => {
      const part = parts.find(({ townshipId }) => townshipId === town.id);
      return { idempotencyKey: newKey(), id: part?.id ?? "", version: part?.version ?? 0 };
    };
    const { parts } = await task(after);
    await calls.staff(after).start(of(parts, towns[0]));
    const until = "2026-06-16";
    const why = { why: "天气", acceptWhy: "已商定" };
    await calls.staff(after).movePart({ ...of(parts, towns[1]), from: until, until, ...why });
    expect((await task(after)).progress.late).toBe(0);
    expect(await card(after)).toMatchObject({ count: 0 });
    expect(await heard(after)).toEqual([[`东沙镇：${title}`, "ahead", until]]);
    const left = (await task("2026-06-20")).parts;
    await calls.staff("2026-06-20").dropPart({ ...of(left, towns[1]), why: "不再开展" });
    expect(await heard("2026-06-20")).toEqual([]);
  });
});
