import { beforeAll, describe, expect, test } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs } from "../../support/tenants";
import { recordIn } from "../oversight/records";
import { change, frozenCounty, ofTown, own, walking, year } from "./steps";

let world: Awaited<ReturnType<typeof frozenCounty>>;
const { at, shown, begin, seat, hand } = walking(() => world);

/** A record of the home township that was entered late, and one that is drawn of it: what may be said of both on a day. */
function doors(day: string) {
  const office = callerAs("townshipStaff", world.county, world.home, noon(day));
  const { integrity, checks } = callerAs("countyStaff", world.county, undefined, noon(day));
  const cell = { year, of: world.home.code, signal: "lateEntry" as const, page: 1 };
  const raised = async () => (await integrity.signals(cell)).rows[0]?.subject ?? "";
  const drawn = async () => (await checks.lines({ year, of: world.home.code })).lines[0]?.id ?? "";
  return {
    ...{ office, integrity, checks },
    conclude: async (version: number | null) => {
      const word = { decision: "verified" as const, reason: "看了签到表", version };
      return integrity.decide(ofTown(world.home, { signal: "lateEntry", subject: await raised(), ...word }));
    },
    answer: async () => {
      const word = { records: [], text: "材料晚到", version: null };
      const about = { signal: "lateEntry" as const, subject: await raised() };
      return office.integrity.answer(own(world.home, { ...about, ...word }));
    },
    note: async (result: "asRecorded" | "missing", seen: number) =>
      checks.record(ofTown(world.home, { id: await drawn(), result, reason: "查了原件", seen })),
  };
}

/** Up to the day on which the meeting may decide. */
async function walked() {
  world = await frozenCounty();
  await recordIn(world.county, world.home, async (add) => {
    await add.meeting(`${year}-05-12`, { entered: `${year}-09-01` });
  });
  await begin("2026-01-06", "selfAssessment");
  await begin("2026-01-19", "review");
  for (const town of [world.home, world.other])
    for (const index of [0, 1] as const) {
      await seat("2026-01-19", index, world.people[index], town.code);
      await hand(world.people[index], town.code);
    }
  await begin("2026-01-21", "preliminary");
  await begin("2026-01-22", "appeal");
}

beforeAll(walked, 120_000);

const told = "2025 年考核结果已于 2026-02-10 经主任会议决定";

describe("once the meeting has decided a year", () => {
  test("nothing is concluded of a signal or noted of a drawn record any more [R86][R97]", async () => {
    const { checks } = doors("2026-02-09");
    await checks.announce(change({ source: "福彩双色球第 18 期", opensOn: "2026-02-10", per: 2 }));
    const last = doors("2026-02-10");
    await last.checks.draw(change({ text: "01 02 03" }));
    await last.note("missing", 0);
    await last.answer();
    await last.conclude(null);
    expect((await last.integrity.map({ year })).refusal).toBeNull();
    expect((await last.checks.overview({ year })).refusal).toBeNull();
    await at("2026-02-10").decideYear(
      change({
        ...{ version: (await shown("2026-02-10")).version ?? 0, percent: 0, panel: [] },
        ...{ meetingOn: "2026-02-10", meetingNumber: "第9次主任会议" },
      }),
    );
    const after = doors("2026-02-11");
    await expect(after.conclude(1)).rejects.toThrow(`${told}，不能再作或者再改核查结论`);
    await expect(after.note("asRecorded", 1)).rejects.toThrow(`${told}，不能再抽查，也不能再登记结果`);
    expect((await after.integrity.map({ year })).refusal).toContain(told);
    expect((await after.checks.overview({ year })).refusal).toContain(told);
  });

  test("its township is told with the publication, not before, and explains nothing then [R97]", async () => {
    const day = doors("2026-02-11");
    const mine = async () => (await day.office.integrity.own({ township: world.home.code, year })).refusal;
    expect(await mine()).toBeNull();
    const version = (await shown("2026-02-11")).version ?? 0;
    await at("2026-02-11").publishResult(change({ version, ranking: "none" as const, awards: [] }));
    expect(await mine()).toBe(`${told}，核查提示不用再说明。有意见的请联系县人大。`);
    await expect(day.answer()).rejects.toThrow(`${told}，核查提示不用再说明`);
  });
});
