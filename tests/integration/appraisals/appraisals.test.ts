import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

let desk: Desk;
const units: Record<string, string> = {};
const on = (day: string) => desk.on(day);
const made = () => ({ ...desk.at, idempotencyKey: newKey() });

type Points = { score: number; complaintPoints?: number; reason?: string; opinion?: string };
const hold = (
  quarter: "q1" | "q2" | "q3" | "q4",
  day: string,
  points: Record<string, Points>,
  more: object = {},
) =>
  on(day).appraisals.create({
    ...{ ...made(), year: 2026, quarter, mode: "visit", occurredOn: day, issued: 6, returned: 5, ...more },
    lines: Object.entries(points).map(([name, line]) => ({ unitId: units[name] ?? "", ...line })),
  });
const year = () => on("2026-12-30").appraisals.year({ ...desk.at, year: 2026 });
const use = (kind: "plaque" | "criticism" | "partyOpinion", names: readonly string[], more: object = {}) =>
  on("2026-12-29").appraisalOutcomes.create({
    ...{
      ...made(),
      year: 2026,
      kind,
      occurredOn: "2026-12-28",
      documentNumber: "镇人大〔2026〕9号",
      ...more,
    },
    unitIds: names.map((name) => units[name] ?? ""),
  });

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
  for (const name of ["水利站", "派出所", "电管站", "卫生院", "国土所", "税务所"]) {
    const dual = name === "水利站" ? { dualManaged: true, superior: "县水利局" } : {};
    const unit = { name, kind: "department", occurredOn: "2026-01-01", ...dual } as const;
    units[name] = (await on("2026-01-02").units.create({ ...made(), ...unit })).id;
  }
});

describe("a year's appraisals of stations", () => {
  let first: string;

  it("are entered a round at a time, with the points of all units [R32]", async () => {
    const refused = hold("q1", "2026-03-20", { 水利站: { score: 90 } }, { returned: 7 });
    await expect(refused).rejects.toThrow("收回 7 张评议票，多于发出的 6 张");
    await expect(hold("q1", "2026-03-20", { 水利站: { score: 90, complaintPoints: 2 } })).rejects.toThrow(
      "「水利站」扣了 2 分，请写明扣分原因",
    );
    expect((await year()).rounds).toEqual([]);
    const points = {
      水利站: { score: 90, opinion: "汛期值班不到位，要落实专人" },
      派出所: { score: 96, complaintPoints: 2, reason: "群众投诉一次" },
    };
    ({ id: first } = await hold("q1", "2026-03-20", points));
    await expect(hold("q1", "2026-03-21", points)).rejects.toThrow("第一季度站所评议已经登记");
    const round = await on("2026-03-21").appraisals.byId({ ...desk.at, id: first });
    expect(round.lines.map(({ name, net }) => [name, net])).toEqual([
      ["派出所", 94],
      ["水利站", 90],
    ]);
  });

  it("are corrected as a whole, and the history tells both [R32]", async () => {
    const facts = {
      year: 2026,
      quarter: "q1",
      mode: "visit",
      occurredOn: "2026-03-20",
      issued: 6,
      returned: 6,
    } as const;
    const lines = [
      { unitId: units["水利站"] ?? "", score: 88, opinion: "汛期值班不到位，要落实专人" },
      { unitId: units["派出所"] ?? "", score: 96, complaintPoints: 2, reason: "群众投诉一次" },
    ];
    await on("2026-03-22").appraisals.edit({ ...made(), id: first, version: 1, ...facts, lines });
    const { lines: now, timeline } = await on("2026-03-22").appraisals.byId({ ...desk.at, id: first });
    expect(now.find(({ name }) => name === "水利站")?.score).toBe(88);
    expect(JSON.stringify(timeline)).toContain("各单位得分");
  });

  it("lead to findings without their words being typed again, linked both ways [R35]", async () => {
    const found = {
      description: "汛期值班不到位，要落实专人",
      occurredOn: "2026-03-20",
      unitId: units["水利站"],
    };
    const me = on("2026-03-22").supervision;
    await expect(me.addFinding({ ...made(), ...found })).rejects.toThrow("只能选一个");
    await expect(
      me.addFinding({ ...made(), ...found, appraisalId: first, occurredOn: "2026-03-19" }),
    ).rejects.toThrow("评议日期");
    const { id, number } = await me.addFinding({ ...made(), ...found, appraisalId: first });
    expect(number).toBe(1);
    const finding = await me.finding({ ...desk.at, id });
    expect(finding.source).toEqual({ type: "appraisal", id: first, topic: "2026年第一季度站所评议" });
    const round = await on("2026-03-22").appraisals.byId({ ...desk.at, id: first });
    expect(round.findings.map((one) => one.id)).toEqual([id]);
    const { rows } = await me.findings(desk.at);
    expect(rows.map(({ topic }) => topic)).toEqual(["2026年第一季度站所评议"]);
    const voided = on("2026-03-23").appraisals.void({ ...made(), id: first, version: 2, reason: "误录" });
    await expect(voided).rejects.toThrow("还有 1 个问题");
    const due = await on("2026-03-23").today.due(desk.at);
    expect(JSON.stringify(due)).toContain("2026年第一季度站所评议");
  });

  it("rank the units with the numbers behind each [R32]", async () => {
    const points = { 水利站: 92, 派出所: 98, 电管站: 80, 卫生院: 85, 国土所: 84, 税务所: 70 };
    const scored = Object.fromEntries(Object.entries(points).map(([name, score]) => [name, { score }]));
    await expect(use("plaque", ["派出所"])).rejects.toThrow("年终评议还没有登记");
    await hold("q4", "2026-12-20", scored, { handlingPercent: 40 });
    const { units: ranked, words, yearEndOn } = await year();
    expect(yearEndOn).toBe("2026-12-20");
    expect(words).toContain("× 60% + 建议办理得分 × 40%");
    expect(
      ranked.filter(({ rank }) => rank !== null).map(({ name, rank, composite }) => [name, rank, composite]),
    ).toEqual([
      ["派出所", 1, 95],
      ["水利站", 2, 90],
      ["卫生院", 3, 85],
      ["国土所", 4, 84],
      ["电管站", 5, 80],
      ["税务所", 6, 70],
    ]);
    expect(ranked[0]?.behind).toBe("第一季度 96、第四季度 98，平均 97；97 − 2 = 95");
  });

  it("give plaques to the first five and notices to units and their bureaus [R33]", async () => {
    await expect(use("plaque", ["税务所"])).rejects.toThrow("奖牌只授予前 5 名");
    const { id } = await use("plaque", ["派出所", "水利站"]);
    await expect(use("criticism", ["水利站"])).rejects.toThrow("已授予");
    const outcome = await on("2026-12-29").appraisalOutcomes.byId({ ...desk.at, id });
    expect(outcome.notice.body[0]).toContain("县水利局");
    const sent = {
      ...made(),
      id,
      version: 1,
      step: "send",
      sentOn: "2026-12-29",
      sentTo: "县水利局",
    } as const;
    await on("2026-12-30").appraisalOutcomes.step(sent);
    expect((await on("2026-12-30").appraisalOutcomes.byId({ ...desk.at, id })).facts.sentOn).toBe(
      "2026-12-29",
    );
    const { rounds } = await year();
    const last = rounds.find(({ quarter }) => quarter === "q4")?.id ?? "";
    const voided = on("2026-12-30").appraisals.void({ ...made(), id: last, version: 1, reason: "误录" });
    await expect(voided).rejects.toThrow("结果已运用 1 项");
  });

  it("ask the party committee's opinion on dual-managed stations [R100]", async () => {
    const opinion = { documentNumber: null, content: "同意评为优秀" };
    await expect(use("partyOpinion", ["派出所"], opinion)).rejects.toThrow("没有登记为双管站所");
    const { id } = await use("partyOpinion", ["水利站"], opinion);
    const { notice } = await on("2026-12-30").appraisalOutcomes.byId({ ...desk.at, id });
    expect(notice.body).toEqual(["县水利局：", expect.stringContaining("同意评为优秀")]);
  });

  it("judge any unit of the township, once or all the year, by the deputies who took part [R34]", async () => {
    const held = await hold("q3", "2026-09-20", { 派出所: { score: 90 } }, { deputyIds: [desk.mover] });
    const file = await on("2026-12-30").participation.ofDeputy({ ...desk.at, id: desk.mover });
    expect(JSON.stringify(file)).toContain(held.id);
  });
});
