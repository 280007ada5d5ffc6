import { beforeAll, describe, expect, it } from "vitest";
import { wordOf } from "@/server/documents/word";
import { carryToReply, type Desk, noon, openDesk, rate } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { linesOf } from "../../support/word-files";

let county: TestCounty;
let home: TestTownship;
let next: TestTownship;
let desk: Desk;

const on = () => desk.on("2026-08-20");
const made = () => ({ ...desk.at, idempotencyKey: newKey() });
const draft = (part: "year" | "half", year = 2026) => on().summaries.draft({ ...desk.at, year, part });
type Draft = Awaited<ReturnType<typeof draft>>;
const deedOf = ({ sections }: Draft, type: string) =>
  sections.flatMap(({ deeds }) => deeds).find((deeds) => deeds.type === type);
const sectionOf = ({ sections }: Draft, name: string) => sections.find((section) => section.name === name);

type Held = { kind?: "inspectionVisit" | "investigation"; found?: string };

const planned = (topic: string, occurredOn: string, { kind = "inspectionVisit" }: Held = {}) =>
  desk.on(occurredOn).supervision.create({
    ...{ ...made(), topic, occurredOn, kind, deputyIds: [desk.mover, desk.seconder] },
  });

/** Entered first, reported once it took place. */
async function held(topic: string, occurredOn: string, how: Held = {}): Promise<void> {
  const { id } = await planned(topic, occurredOn, how);
  const { supervision } = desk.on(occurredOn);
  const nothing = { noFindings: true, signerIds: [desk.mover, desk.seconder] };
  if (how.found !== undefined)
    await supervision.addFinding({ ...made(), activityId: id, description: how.found, occurredOn });
  await supervision.complete({
    ...{ ...made(), id, version: 1, report: "已开展并报告", reportedOn: occurredOn },
    ...(how.found === undefined ? nothing : {}),
  });
}

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, next] = county.townships as [TestTownship, TestTownship];
  desk = await openDesk(county, home);
  const { id } = await desk.enter("2026-02-02");
  await carryToReply(desk, id);
  await rate(desk, id, "2026-04-01", "satisfied");
  await desk.enter("2026-07-06", "关于增设路灯的建议");
  await held("视察污水管网。", "2026-03-10", { found: "检查井破损" });
  await held("调研养老服务", "2026-07-15", { kind: "investigation" });
  await held("上年的视察", "2025-03-10");
  await planned("只是计划的视察", "2026-04-15");
  const { id: off } = await planned("没有开展的视察", "2026-04-20");
  await on().supervision.cancel({ ...made(), id: off, version: 1, reason: "台风" });
  await on().presidium.create({
    ...{ ...made(), kind: "regular", topic: "审议年度计划", occurredOn: "2026-02-10" },
    ...{ decisions: "议定三项", membersTotal: 9, membersPresent: 8 },
  });
  await on().petitions.create({
    ...{ ...made(), topic: "低保一事", content: "低保申请没有批下来", channel: "visit", category: "other" },
    ...{ occurredOn: "2026-03-02", petitionerName: "来访人", petitionerPhone: "13800001111" },
  } as never);
  const plan = { ...made(), kind: "visit" as const, year: 2026, topic: "视察秋收" };
  await desk.on("2026-01-10").plans.create({ ...plan, month: 10 });
});

describe("the summary of a year is drafted from its records [R16]", () => {
  it("says what took place, and nothing that was only planned, called off or of another year", async () => {
    const deeds = deedOf(await draft("year"), "activity");
    expect(deeds).toMatchObject({
      ...{ count: 2, said: "监督活动 2 次，其中视察 1 次、调研 1 次" },
      told: [
        { said: expect.stringMatching(/^3月10日，.*视察污水管网/) as string },
        { said: expect.stringMatching(/^7月15日，/) as string },
      ],
    });
  });

  it("tells half a year by what lies in it", async () => {
    const half = await draft("half");
    expect(half.between).toEqual({ from: "2026-01-01", to: "2026-06-30" });
    expect(deedOf(half, "activity")?.count).toBe(1);
    expect(sectionOf(half, "建议")?.said).toEqual([expect.stringContaining("上半年代表提出建议 1 件")]);
    expect(sectionOf(await draft("year"), "建议")?.said).toEqual([
      "本年代表提出建议 2 件，其中交办 1 件，答复 1 件，代表满意 1 件，解决 0 件。",
    ]);
  });

  it("tells what was found and how far it came, what is late, and what the plan has next", async () => {
    const year = await draft("year");
    expect(sectionOf(year, "监督")?.said).toEqual(["发现问题 1 个，已整改销号 0 个，还有 1 个正在整改。"]);
    expect(year.next.map(({ title }) => title)).toEqual(["10月计划「视察秋收」"]);
    expect((await draft("year", 2025)).late).toEqual([]);
  });

  it("a petition is told as a number to the office, and to nobody else at all [S4]", async () => {
    expect(deedOf(await draft("year"), "petition")).toMatchObject({ count: 1, told: [] });
    const viewer = callerAs("townshipViewer", county, home, noon("2026-08-20"));
    const seen = await viewer.summaries.draft({ ...desk.at, year: 2026, part: "year" });
    expect(deedOf(seen, "petition")).toBeUndefined();
  });

  it("another township has none of it [S1]", async () => {
    const other = callerAs("townshipStaff", county, next, noon("2026-08-20"));
    const { sections } = await other.summaries.draft({ township: next.code, year: 2026, part: "year" });
    expect(sections.flatMap(({ deeds }) => deeds)).toEqual([]);
  });

  it("is a Word file with the same sentences, to be written on", async () => {
    const paper = await on().summaries.exportDraft({ ...desk.at, year: 2026, part: "year" });
    const lines = await linesOf(await wordOf(paper, "导出"));
    expect(lines.some((line) => line.includes("3月10日，") && line.includes("视察污水管网"))).toBe(true);
    expect(lines).toContain("10月计划「视察秋收」。");
    expect(lines.join("\n")).not.toMatch(/低保|来访人|没有开展/);
  });
});
