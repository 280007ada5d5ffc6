import { beforeAll, describe, expect, it } from "vitest";
import { reasonText } from "@/domains/figures/labels";
import { type Desk, openDesk } from "../../support/suggestions";
import { seatDeputies } from "../../support/seated";
import { createCounty, newKey } from "../../support/tenants";

const today = "2026-11-26";
let desk: Desk;
let sessionId: string;
const on = (day = today) => desk.on(day);
const made = () => ({ ...desk.at, idempotencyKey: newKey() });

const solicit = async (name: string, more: object = {}) => {
  const facts = {
    name,
    year: 2026,
    solicitedFrom: "deputies",
    occurredOn: "2025-11-10",
    unitId: desk.lead,
  } as const;
  return (await on("2025-11-12").projects.create({ ...made(), ...facts, ...more })).id;
};
const nominate = (ids: readonly string[]) =>
  on("2025-12-21").projects.nominate({
    ...made(),
    projects: ids.map((id) => ({ id, version: 1 })),
    nominatedOn: "2025-12-20",
  });
const ballot = {
  year: 2026,
  occurredOn: "2026-01-13",
  deputiesTotal: 6,
  present: 6,
  ballotsIssued: 6,
  ballotsReturned: 6,
};
const vote = (votes: Record<string, number>, more: object = {}) =>
  on("2026-01-14").projectBallots.create({
    ...{ ...made(), ...ballot, seats: 2, sessionId, ...more },
    lines: Object.entries(votes).map(([projectId, inFavour]) => ({ projectId, inFavour })),
  });
const shown = (id: string) => on().projects.byId({ ...desk.at, id });
const seen = async (id: string) => ({ ...made(), id, version: (await shown(id)).version });
const plan = async (id: string, what: string, plannedOn: string) => {
  const input = { ...(await seen(id)), what, plannedOn, deputyIds: [desk.mover] };
  await on("2026-02-01").projects.planMilestone(input);
  const { milestoneRows } = await shown(id);
  return milestoneRows.find((row) => row.what === what)?.id ?? "";
};

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
  const term = await on().sessions.createTerm({ ...made(), number: 19, startsOn: "2022-01-10" });
  const held = {
    termId: term.id,
    number: 8,
    kind: "regular",
    startsOn: "2026-01-12",
    endsOn: "2026-01-13",
  } as const;
  sessionId = (await on().sessions.create({ ...made(), ...held })).id;
});

describe("a year's livelihood projects", () => {
  let park: string;
  let lamps: string;
  let parking: string;

  it("are solicited, nominated together, and put to the ballot; the votes say who is chosen [R82]", async () => {
    park = await solicit("口袋公园", { budget: 500_000, content: "新建一处" });
    lamps = await solicit("村道路灯");
    parking = await solicit("停车场");
    await expect(vote({ [park]: 6, [lamps]: 4, [parking]: 2 })).rejects.toThrow("还没有由主席团列为候选");
    await nominate([park, lamps, parking]);
    await expect(nominate([park])).rejects.toThrow("已在 2025-12-20 列为候选");
    expect((await shown(park)).stage).toBe("candidate");
    const refused = vote({ [park]: 6, [lamps]: 4, [parking]: 1 }, { ballotsReturned: 7 });
    await expect(refused).rejects.toThrow("收回 7 票多于发出 6 票，票决无效");
    await expect(vote({ [park]: 6, [lamps]: 4 }, { deputiesTotal: 9 })).rejects.toThrow(
      "在任的本级代表是 6 人",
    );
    const { id } = await vote({ [park]: 6, [lamps]: 4, [parking]: 2 });
    const held = await on().projectBallots.byId({ ...desk.at, id });
    expect(held).toMatchObject({ candidates: 3, chosen: 2, sessionId });
    expect(held.timeline[0]?.summary).toContain("口袋公园、村道路灯入选");
    const told = { id, year: 2026, candidates: 3, chosen: 2, won: "口袋公园；村道路灯" };
    expect(await on().projectBallots.ofSession({ ...desk.at, id: sessionId })).toMatchObject([told]);
    const { rows } = await on().projects.list(desk.at);
    expect(Object.fromEntries(rows.map(({ name, stage }) => [name, stage]))).toEqual({
      口袋公园: "chosen",
      村道路灯: "chosen",
      停车场: "notChosen",
    });
  });

  it("a nomination entered with a wrong day is put right, and taken back where no ballot was held [R82]", async () => {
    const id = await solicit("凉亭");
    await on().projects.nominate({ ...made(), projects: [{ id, version: 1 }], nominatedOn: today });
    await expect(vote({ [id]: 4 }, { seats: 1 })).rejects.toThrow(`在 ${today} 才列为候选`);
    await on().projects.correctDays({ ...(await seen(id)), nominatedOn: "2025-12-20" });
    const { standing, timeline } = await shown(id);
    expect(standing.nominatedOn).toBe("2025-12-20");
    expect(timeline.find(({ summary }) => summary.includes("更正日期"))?.changes).toEqual([
      { label: "主席团提名日期", before: today, after: "2025-12-20" },
    ]);
    const voted = on().projects.correctDays({ ...(await seen(park)), nominatedOn: null });
    await expect(voted).rejects.toThrow("不能撤回候选");
    await on().projects.correctDays({ ...(await seen(id)), nominatedOn: null });
    expect((await shown(id)).stage).toBe("solicited");
    await on().projects.void({ ...(await seen(id)), reason: "试录" });
  });

  it("are listed under the year they are meant for, not the one they were asked in [R82]", async () => {
    const { years, total } = await on().projects.list({ ...desk.at, year: 2026 });
    expect([years, total]).toEqual([[2026], 3]);
    expect((await on().projects.list({ ...desk.at, year: 2025 })).total).toBe(0);
  });

  it("a ballot is corrected with its votes, not against what was planned since, and not struck out then [R82][R83]", async () => {
    const { rows: ballots } = await on().projectBallots.list(desk.at);
    const id = ballots[0]?.id ?? "";
    const edited = (lines: object[]) =>
      on().projectBallots.edit({
        ...{ ...made(), ...ballot, seats: 2, sessionId, id, version: 1 },
        lines: lines as { projectId: string; inFavour: number }[],
      });
    await edited([
      { projectId: park, inFavour: 6 },
      { projectId: lamps, inFavour: 5 },
      { projectId: parking, inFavour: 1 },
    ]);
    await plan(park, "开工", "2026-03-31");
    const lost = on().projectBallots.edit({
      ...{ ...made(), ...ballot, seats: 2, sessionId, id, version: 2 },
      lines: [
        { projectId: lamps, inFavour: 6 },
        { projectId: parking, inFavour: 4 },
        { projectId: park, inFavour: 2 },
      ],
    });
    await expect(lost).rejects.toThrow("「口袋公园」已经登记节点");
    const struck = on().projectBallots.void({ ...made(), id, version: 2, reason: "录错" });
    await expect(struck).rejects.toThrow("已经登记节点");
    const { timeline } = await on().projectBallots.byId({ ...desk.at, id });
    expect(JSON.stringify(timeline)).toContain("村道路灯（入选） 5");
  });

  it("take milestones after the ballot only, finished and verified by a deputy in office [R83]", async () => {
    await expect(plan(parking, "开工", "2026-03-31")).rejects.toThrow("还没有经票决入选，不能登记节点");
    await expect(plan(park, "开工", "2026-01-01")).rejects.toThrow("不能早于票决日期");
    const milestoneId = (await shown(park)).milestoneRows[0]?.id ?? "";
    const verify = { deputyId: desk.seconder, verifiedOn: "2026-04-02", note: "属实" };
    const early = on("2026-04-03").projects.verifyMilestone({
      ...(await seen(park)),
      milestoneId,
      ...verify,
    });
    await expect(early).rejects.toThrow("请先登记完成");
    const done = { doneOn: "2026-03-30", spent: 120_000 };
    await on("2026-03-31").projects.finishMilestone({ ...(await seen(park)), milestoneId, ...done });
    await on("2026-04-03").projects.verifyMilestone({ ...(await seen(park)), milestoneId, ...verify });
    const { stage, spent, milestoneRows } = await shown(park);
    expect([stage, spent]).toEqual(["running", 120_000]);
    expect(milestoneRows[0]).toMatchObject({
      verifierName: "代表乙",
      supervisors: "代表甲",
      doneOn: "2026-03-30",
    });
  });

  it("keep the old day of a delay, and are judged by the new one only where it was decided in time [R83]", async () => {
    const ends = await plan(park, "完工", "2026-06-30");
    const delay = { milestoneId: ends, newDay: "2026-09-30", reason: "台风" };
    await on("2026-07-10").projects.delayMilestone({
      ...(await seen(park)),
      ...delay,
      decidedOn: "2026-07-05",
    });
    const late = await plan(lamps, "完工", "2026-08-31");
    const inTime = { milestoneId: late, newDay: "2026-12-31", decidedOn: "2026-08-20", reason: "材料" };
    await on("2026-08-21").projects.delayMilestone({ ...(await seen(lamps)), ...inTime });
    const { milestoneRows, events, overdue } = await shown(park);
    expect(milestoneRows.find(({ id }) => id === ends)).toMatchObject({
      plannedOn: "2026-06-30",
      dueOn: "2026-09-30",
      judgedOn: "2026-06-30",
    });
    expect(events).toMatchObject([
      { kind: "delay", oldDay: "2026-06-30", newDay: "2026-09-30", note: "台风" },
    ]);
    expect(overdue).toBe(1);
    const { rows } = await on().oversight.ownEvidence({ ...desk.at, metric: "E2", year: 2026 });
    expect(rows.map(({ title, numerator, denominator }) => [title, numerator, denominator])).toEqual([
      ["2026年：口袋公园", 1, 2],
    ]);
  });

  it("change after the ballot by a decision only, and show what was before [R82]", async () => {
    const { facts, version } = await shown(park);
    const edited = on().projects.edit({ ...made(), ...facts, id: park, version, budget: 800_000 });
    await expect(edited).rejects.toThrow("只能按决定调整");
    const by = { document: "主席团第12次会议纪要", decidedOn: "2026-05-10", reason: "征地增加" };
    const kept = { name: "口袋公园", content: "新建一处" };
    await on("2026-05-11").projects.adjust({ ...(await seen(park)), ...kept, budget: 800_000, ...by });
    const { changes, events, facts: now } = await shown(park);
    expect([changes, now.budget]).toEqual([1, 800_000]);
    expect(events[0]?.changes).toEqual([{ field: "budget", before: 500_000, after: 800_000 }]);
    const { rows } = await on().projects.list(desk.at);
    expect(rows.find(({ id }) => id === park)?.changes).toBe(1);
    await on("2026-05-12").projects.ask({ ...(await seen(park)), askedOn: "2026-05-12", note: "询问进度" });
    await expect(on().projects.void({ ...(await seen(park)), reason: "不要了" })).rejects.toThrow("不能作废");
  });

  it("wait where they are due: in today, in the calendar, in a deputy's file and in search [R83]", async () => {
    const { rows } = await on().today.due(desk.at);
    const told = rows.filter(({ kind }) => kind.startsWith("project"));
    expect(told.map(({ kind, title, dueOn }) => [kind, title, dueOn])).toEqual(
      expect.arrayContaining([
        ["projectMilestone", "口袋公园：完工", "2026-09-30"],
        ["projectMilestone", "村道路灯：完工", "2026-12-31"],
        ["projectRating", "2026年", "2026-12-31"],
      ]),
    );
    const duty = await on().participation.ofDeputy({ ...desk.at, id: desk.mover });
    expect(JSON.stringify(duty)).toContain("supervises");
    expect(JSON.stringify(await on().search.township({ ...desk.at, q: "口袋公园" }))).toContain(park);
  });

  it("are rated once a year, by deputies in office, with counts that fit [R84]", async () => {
    const rate = (projectId: string | null, more: object = {}) =>
      on().projectRatings.create({
        ...{ ...made(), year: 2026, occurredOn: "2026-11-20", projectId },
        ...{ issued: 6, returned: 5, satisfied: 3, basic: 1, unsatisfied: 1, ...more },
      });
    await expect(rate(parking)).rejects.toThrow("没有票决入选的项目");
    await expect(rate(park, { returned: 7 })).rejects.toThrow("收回 7 张多于发出 6 张");
    const [former = ""] = await seatDeputies(desk.county, desk.township, [
      { name: "离任", endsOn: "2026-06-30" },
    ]);
    await expect(rate(park, { deputyIds: [former] })).rejects.toThrow("不是在任代表");
    await rate(park);
    await expect(rate(park)).rejects.toThrow("已在 2026-11-20 测评");
    await expect(rate(null)).rejects.toThrow("逐个测评");
    const { rows, leftOut } = await on().oversight.ownEvidence({ ...desk.at, metric: "E3", year: 2026 });
    expect(rows.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [0, 5],
      [3.6, 5],
    ]);
    const unrated = rows.find(({ recordId }) => recordId === lamps);
    expect(unrated && reasonText(unrated.reason, unrated.amount)).toBe("这个项目没有测评，按 5 票未满意计");
    expect(leftOut.map(({ reason, amount }) => reasonText(reason, amount))).toEqual([
      "1 张测评票没有收回或没有表态",
    ]);
  });

  it("count for E1 where the ballot left a choice [R82]", async () => {
    const { rows } = await on().oversight.ownEvidence({ ...desk.at, metric: "E1", year: 2026 });
    expect(rows.map(({ numerator, reason, amount }) => [numerator, reasonText(reason, amount)])).toEqual([
      [1, "候选 3 项，差额票决，入选的都过全体代表半数"],
    ]);
  });

  it("are completed when every milestone is verified, and dropped by a decision [R83]", async () => {
    const early = on().projects.complete({ ...(await seen(lamps)), completedOn: today });
    await expect(early).rejects.toThrow("还有 1 个节点没有完成并由代表核实");
    const by = { document: "人代会决定", decidedOn: "2026-11-25", reason: "改线" };
    await on().projects.adjust({ ...(await seen(lamps)), name: "村道路灯", dropped: true, ...by });
    expect((await shown(lamps)).stage).toBe("dropped");
    const milestoneId = (await shown(lamps)).milestoneRows[0]?.id ?? "";
    await on().projects.removeMilestone({ ...(await seen(lamps)), milestoneId, reason: "取消" });
    expect((await shown(lamps)).milestoneRows).toEqual([]);
  });

  it("stand in the year's register and in how the township stands [R82]", async () => {
    expect(JSON.stringify(await on().books.list({ ...desk.at, year: 2026 }))).toContain("民生实事项目台账");
    expect(JSON.stringify(await on().standing.ofTownship(desk.at))).toContain(
      "项目 3 项，票决 1 次，入选 2 项",
    );
  });
});
