import { beforeAll, describe, expect, test } from "vitest";
import { wordOf } from "@/server/documents/word";
import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { rowsOf } from "../../support/word-files";
import { change, frozenCounty, own, walking, year } from "./steps";

let world: Awaited<ReturnType<typeof frozenCounty>>;
beforeAll(async () => {
  world = await frozenCounty();
}, 120_000);

const { at, home, shown, begin, seat, points, hand, owned } = walking(() => world);
const county = (day: string) => callerAs("countyStaff", world.county, undefined, noon(day));
const town = (day: string) => callerAs("townshipStaff", world.county, world.home, noon(day));
const step = async (day: string) => county(day).cycles.step({});
const pointsOf = (scores: { code: string; points: number | null }[]) =>
  scores.find(({ code }) => code === "A1")?.points;
const ofCounty = async (day: string) => {
  const { townships, decided } = await county(day).assessments.scores({ year });
  const sheet = townships.find(({ township }) => township.code === world.home.code);
  return { decided, points: pointsOf(sheet?.scores ?? []) };
};
const ofTown = async (day: string) => {
  const { own: sheet, decided } = await town(day).assessments.ownScore({ township: world.home.code, year });
  return { decided, points: pointsOf(sheet.scores), sheet };
};
const changes = async (day: string) => {
  const paper = await county(day).cycles.exportMeetingPaper({ year });
  return (await rowsOf(await wordOf(paper, "导出"))).filter(
    ([, matter]) => matter?.startsWith("A1") === true,
  );
};

describe("what is told while a cycle runs", () => {
  test("the county's first page names the next step and its day [R85]", async () => {
    expect(await step("2026-01-05")).toMatchObject({
      year,
      stage: "frozen",
      next: "selfAssessment",
      late: false,
    });
    await begin("2026-01-06", "selfAssessment");
    expect(await step("2026-01-06")).toMatchObject({
      next: "review",
      until: "2026-01-16",
      from: "2026-01-17",
    });
    expect(await step("2026-01-20")).toMatchObject({ next: "review", late: true });
  });

  test("a reviewer is told where the papers were not as recorded [R85]", async () => {
    const checks = (day: string) => county(day).checks;
    const named = { source: "福彩双色球第 6 期", opensOn: "2026-01-08", per: 2 };
    await checks("2026-01-07").announce({ ...change({}), ...named });
    await checks("2026-01-08").draw(change({ text: "01 02 03" }));
    const { lines } = await checks("2026-01-08").lines({ year, of: world.home.code });
    const line = lines.find(({ indicator }) => indicator === "A1");
    const found = { id: line?.id ?? "", of: world.home.code, result: "differs" as const, seen: 0 };
    await checks("2026-01-09").record(change({ ...found, reason: "签到表少三人" }));
    await begin("2026-01-17", "review");
    const answer = await at("2026-01-18").review({ year, of: world.home.code });
    const failed = answer?.items.filter((item) => item.failed.length > 0);
    expect(failed).toMatchObject([{ code: "A1", failed: [{ result: "differs", reason: "签到表少三人" }] }]);
    expect(failed?.[0]?.failed[0]?.name).toContain("第一次会议");
  });

  test("the directors' paper lists what people would have otherwise, and not before the review is over [R85]", async () => {
    const [first, second] = world.people;
    for (const of of [world.home.code, world.other.code]) {
      await seat("2026-01-18", 0, first, of);
      await seat("2026-01-18", 1, second, of);
    }
    await points(first, "A1", 3);
    await points(second, "A1", 3.4);
    for (const of of [world.home.code, world.other.code])
      for (const who of [first, second]) await hand(who, of);
    expect(await changes("2026-01-20")).toEqual([]);
    await begin("2026-01-21", "preliminary");
    const [row] = await changes("2026-01-21");
    expect(row?.slice(0, 4)).toEqual(["甲镇", "A1 人代会次数", "2.00 分", "3.20 分"]);
    expect(row?.[4]).toContain("两名评审分别评 3.00、3.40，取平均");
    // The grades it proposes are those that come of it, and the same that the page before the meeting shows.
    const paper = await rowsOf(
      await wordOf(await county("2026-01-21").cycles.exportMeetingPaper({ year }), ""),
    );
    const { shown: result } = await county("2026-01-21").cycles.result({ year });
    const township = result?.townships.find(({ code }) => code === world.home.code);
    expect(paper.find(([, name, place]) => name === "甲镇" && place === "1")?.slice(6)).toEqual([
      township?.final?.toFixed(2),
      township?.grade,
    ]);
  });

  test("an appeal that is decided too late holds, and says that it is late [R85]", async () => {
    await begin("2026-01-22", "appeal");
    const filed = { indicator: "A1", recordId: null, grounds: "两次会议都开了" };
    const { id } = await home("2026-01-23").fileAppeal(own(world.home, filed));
    expect((await county("2026-01-23").cycles.appeals({ year })).due).toBe("2026-02-05");
    const decision = { upheld: true, points: 4, found: "调阅了记录", reason: "会议记录可证", together: [] };
    await at("2026-02-07").decideAppeal({ idempotencyKey: newKey(), id, version: 1, ...decision });
    expect((await owned("2026-02-08")).appeals[0]?.decided).toMatchObject({ after: 4, lateBy: 2 });
  });
});

describe("what is told once it is decided", () => {
  test("the county's pages show the decided points, a township's once they are published [R85]", async () => {
    expect(await ofCounty("2026-02-09")).toMatchObject({ decided: null, points: 2 });
    const version = (await shown("2026-02-10")).version ?? 0;
    const meeting = { meetingOn: "2026-02-10", meetingNumber: "第9次主任会议" };
    await at("2026-02-10").decideYear(change({ version, ...meeting }));
    expect(await ofCounty("2026-02-10")).toMatchObject({ decided: { by: "第9次主任会议" }, points: 4 });
    expect(await ofTown("2026-02-10")).toMatchObject({ decided: null, points: 2 });
    await at("2026-02-11").publishResult(
      change({ version: version + 1, ranking: "none" as const, awards: [] }),
    );
    const { sheet, ...told } = await ofTown("2026-02-11");
    expect(told).toEqual({ decided: { on: "2026-02-10", by: "第9次主任会议" }, points: 4 });
    expect(sheet.scores.find(({ code }) => code === "A1")?.sentence).toContain(
      "系统得分 2.00，评审定为 4.00：申诉成立，会议记录可证",
    );
    const { page, standing } = await town("2026-02-11").assessments.ownOnePage({
      ...{ township: world.home.code, year },
    });
    expect(page.indicators.find(({ code }) => code === "A1")?.points).toBe(4);
    expect(standing).toBeNull();
    expect((await changes("2026-02-11"))[0]?.slice(2, 4)).toEqual(["2.00 分", "4.00 分"]);
  });

  test("other weights are tried on what the records say [R85]", async () => {
    const { townships } = await county("2026-02-11").assessments.whatIf({ year });
    const { bundle } = await county("2026-02-11").assessments.exportBundle({ year });
    const frozen = bundle?.townships.find(({ code }) => code === world.home.code);
    expect(townships.find(({ id }) => id === world.home.code)?.rank).toBe(frozen?.rank.rank);
    expect(frozen?.scores.find(({ code }) => code === "A1")?.points).toBe(2);
  });

  test("the next step is to archive, and then there is none [R85]", async () => {
    expect(await step("2026-02-12")).toMatchObject({ stage: "published", next: "archived" });
    await begin("2026-02-12", "archived");
    expect(await step("2026-02-12")).toBeNull();
  });
});
