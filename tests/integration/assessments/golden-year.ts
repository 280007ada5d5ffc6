import type { Day } from "@/lib/dates";
import {
  accept,
  assign,
  check,
  consult,
  type Desk,
  noon,
  openDesk,
  rate,
  reply,
  seen,
} from "../../support/suggestions";
import { callerAs, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

/*
 * A year of one township entered as its office enters it, each record on its own day. Six deputies hold mandates from
 * 2022-01-01; there are two offices, 城建办 and 东沙居委会. What it comes to is worked out in golden.test.ts.
 */

const key = (desk: Desk) => ({ ...desk.at, idempotencyKey: newKey() });
const who = (desk: Desk, index: number): string => desk.deputies[index] ?? "";

type Held = { number: number; notice: Day; day: Day; ends: Day; present: number };

async function session(desk: Desk, termId: string, { number, notice, day, ends, present }: Held) {
  return desk.on(ends).sessions.create({
    ...key(desk),
    ...{ termId, number, kind: "regular", startsOn: day, endsOn: ends, minutes: 720 },
    ...{ noticeSentOn: notice, documentsSentOn: notice, deputiesTotal: 6, deputiesPresent: present },
    agenda: [
      { kind: "governmentReport", title: "政府工作报告" },
      { kind: "presidiumReport", title: "主席团工作报告" },
      { kind: "budget", title: "预算报告" },
    ],
  });
}

const first = { number: 8, notice: "2026-01-05", day: "2026-01-15", ends: "2026-01-16" } as const;
const second = { number: 9, notice: "2026-07-10", day: "2026-07-15", ends: "2026-07-16" } as const;

const termOf = async (desk: Desk): Promise<string> =>
  (
    await desk.on("2022-01-10").sessions.createTerm({
      ...key(desk),
      ...{ number: 19, startsOn: "2022-01-01" },
    })
  ).id;

/** One session in the year, with so many of six present. */
export async function oneSession(county: TestCounty, township: TestTownship, present: number): Promise<void> {
  const desk = await openDesk(county, township);
  await session(desk, await termOf(desk), { ...first, present });
}

async function meetings(desk: Desk) {
  const office = (day: Day) => desk.on(day);
  const termId = await termOf(desk);
  const { id } = await session(desk, termId, { ...first, present: 5 });
  await session(desk, termId, { ...second, present: 6 });
  for (const day of ["2026-02-10", "2026-05-10", "2026-08-10"] as const)
    await office(day).presidium.create({
      ...key(desk),
      ...{ topic: `研究工作${day}`, kind: "regular", occurredOn: day, membersTotal: 10, membersPresent: 8 },
    });
  return id;
}

async function supervision(desk: Desk): Promise<void> {
  for (const day of ["2026-03-20", "2026-06-20"] as const)
    await desk.on(day).workReports.create({
      ...key(desk),
      ...{ topic: `专项报告${day}`, kind: "special", occurredOn: day, body: "presidium" },
      ...{ opinionOn: day, opinion: "同意报告，请加快进度" },
    });
  const { supervision: march } = desk.on("2026-03-12");
  const visit = async (topic: string, kind: "inspectionVisit" | "lawInspection", noFindings: boolean) => {
    const lawName = kind === "lawInspection" ? "水法" : null;
    const facts = { topic, kind, lawName, occurredOn: "2026-03-10", deputyIds: [who(desk, 0), who(desk, 1)] };
    const { id } = await desk.on("2026-03-10").supervision.create({ ...key(desk), ...facts });
    return { id, noFindings };
  };
  const complete = async (id: string, noFindings: boolean) => {
    const { version } = await march.byId({ ...desk.at, id });
    const signerIds = noFindings ? [who(desk, 0), who(desk, 1)] : [];
    const told = { report: "情况报告", reportedOn: "2026-03-12", noFindings, signerIds };
    await march.complete({ ...key(desk), id, version, ...told });
  };
  const found = await visit("视察污水管网", "inspectionVisit", false);
  for (const name of ["一", "二", "三", "四"]) await finding(desk, found.id, name, name !== "四");
  await complete(found.id, false);
  const clean = await visit("视察学校食堂", "inspectionVisit", true);
  await complete(clean.id, true);
  const law = await visit("检查水法执行", "lawInspection", true);
  await complete(law.id, true);
  const step = async (day: Day, taken: object) => {
    const { version } = await march.byId({ ...desk.at, id: law.id });
    await desk.on(day).supervision.step({ ...key(desk), id: law.id, version, ...taken } as never);
  };
  await step("2026-03-15", { step: "hand", handedOn: "2026-03-15" });
  await step("2026-06-15", { step: "respond", respondedOn: "2026-06-15", response: "已整改" });
  await desk.on("2026-06-30").appraisals.create({
    ...key(desk),
    ...{ year: 2026, quarter: "q2", mode: "visit", occurredOn: "2026-06-30", issued: 5, returned: 3 },
    lines: [{ unitId: desk.lead, score: 90 }],
  });
  for (const [day, stage] of [
    ["2026-01-20", "budget"],
    ["2026-07-20", "execution"],
    ["2026-09-20", "accounts"],
  ] as const)
    await desk.on(day).fiscal.create({
      ...key(desk),
      ...{ stage, occurredOn: day, subject: `审查${stage}`, opinion: "同意" },
    });
}

/** Found in March and due in May; struck off where it was put right. */
async function finding(desk: Desk, activityId: string, name: string, settled: boolean): Promise<void> {
  const facts = { activityId, description: `检查井破损${name}`, occurredOn: "2026-03-10", unitId: null };
  const { id } = await desk.on("2026-03-10").supervision.addFinding({ ...key(desk), ...facts });
  const now = async (day: Day) => {
    const { version } = await desk.on(day).supervision.finding({ ...desk.at, id });
    return { ...key(desk), id, version };
  };
  const told = { unitId: desk.lead, notifiedOn: "2026-03-15", dueOn: "2026-05-31" };
  await desk.on("2026-03-15").supervision.notifyFinding({ ...(await now("2026-03-15")), ...told });
  if (!settled) return;
  const { supervision: s } = desk.on("2026-05-01");
  await s.planFinding({ ...(await now("2026-05-01")), plan: "更换", plannedOn: "2026-05-01" });
  await s.rectifyFinding({ ...(await now("2026-05-01")), rectification: "已换", rectifiedOn: "2026-05-01" });
  const verified = { deputyId: who(desk, 0), verifiedOn: "2026-05-02", note: "属实" };
  await desk.on("2026-05-02").supervision.verifyFinding({ ...(await now("2026-05-02")), ...verified });
  await desk
    .on("2026-05-03")
    .supervision.closeFinding({ ...(await now("2026-05-03")), closedOn: "2026-05-03" });
}

type Way = {
  assigned?: Day;
  replied?: Day;
  rating?: "satisfied" | "basic";
  outcome?: "A" | "D";
  redo?: boolean;
};

/** Received on 1 February, to be assigned by the 16th; the reply is due three months after it was assigned. */
async function suggestion(desk: Desk, title: string, way: Way): Promise<void> {
  const { assigned = "2026-02-10", replied = "2026-03-20", rating, outcome, redo = false } = way;
  const { id } = await desk.enter("2026-02-01", title);
  await check(desk, id, "2026-02-03");
  await assign(desk, id, assigned);
  await accept(desk, id, assigned);
  if (rating === undefined || outcome === undefined) return;
  await consult(desk, id, replied);
  await reply(desk, id, replied);
  if (redo) {
    await rate(desk, id, replied, "unsatisfied");
    await consult(desk, id, "2026-04-10");
    await reply(desk, id, "2026-04-10");
  }
  const settled: Day = "2026-06-25";
  await rate(desk, id, redo ? "2026-04-12" : replied, rating);
  await consult(desk, id, settled);
  await desk.on(settled).suggestions.close({ ...(await seen(desk, id, settled)), outcome, note: "已办" });
}

async function suggestions(desk: Desk): Promise<void> {
  await suggestion(desk, "关于老街排水改造的建议", { rating: "satisfied", outcome: "A" });
  await suggestion(desk, "关于增设公交站点的建议", { rating: "basic", outcome: "D" });
  const late = { assigned: "2026-02-20", replied: "2026-06-20" } as const;
  await suggestion(desk, "关于修缮文化礼堂的建议", { ...late, rating: "satisfied", outcome: "A" });
  await suggestion(desk, "关于拓宽码头道路的建议", {});
  await suggestion(desk, "关于农贸市场整治的建议", { rating: "satisfied", outcome: "A", redo: true });
}

async function deputies(desk: Desk): Promise<void> {
  const group = async (name: string) =>
    (await desk.on("2022-02-01").groups.create({ ...key(desk), name, occurredOn: "2022-02-01" })).id;
  const met = (groupId: string, day: Day) =>
    desk.on(day).groupActivities.create({
      ...key(desk),
      ...{
        groupId,
        topic: `学习${day}`,
        kind: "study",
        occurredOn: day,
        deputyIds: [who(desk, 0), who(desk, 1)],
      },
    });
  const [first, second] = [await group("第一小组"), await group("第二小组")];
  for (const day of ["2026-03-05", "2026-06-05", "2026-09-05"] as const) await met(first, day);
  await met(second, "2026-04-05");
  const { id: stationId } = await desk.on("2022-03-01").stations.create({
    ...key(desk),
    ...{ name: "中心联络站", kind: "liaisonStation", startsOn: "2022-03-01" },
  });
  for (const day of ["2026-01-15", "2026-04-15", "2026-10-15"] as const)
    await desk.on(day).receptions.create({
      ...key(desk),
      ...{ stationId, occurredOn: day, visitors: 5, deputyIds: [who(desk, 2)] },
    });
  const opinion = (day: Day, topic: string) =>
    desk.on(day).opinions.create({
      ...key(desk),
      ...{ topic, occurredOn: day, category: "construction", channel: "visit" },
    });
  const { id } = await opinion("2026-05-01", "水渠漏水");
  const answered = { answeredOn: "2026-05-10", answer: "已修好" };
  await desk.on("2026-05-10").opinions.answer({ ...key(desk), id, version: 1, ...answered });
  await opinion("2026-05-02", "路灯不亮");
  for (const index of [0, 1])
    await desk.on("2026-06-10").dutyReports.create({
      ...key(desk),
      ...{ deputyId: who(desk, index), occurredOn: "2026-06-10" },
    });
  const trained = { topic: "代表法培训", kind: "course", occurredOn: "2026-04-20" } as const;
  const deputyIds = [0, 1, 2].map((index) => who(desk, index));
  await desk.on("2026-04-20").trainings.create({ ...key(desk), ...trained, deputyIds });
}

async function projects(desk: Desk, sessionId: string): Promise<void> {
  const { projects: before } = desk.on("2025-11-10");
  const ids: string[] = [];
  for (const name of ["口袋公园", "村道路灯", "老年食堂"]) {
    const facts = { name, year: 2026, solicitedFrom: "deputies", occurredOn: "2025-11-10" } as const;
    ids.push((await before.create({ ...key(desk), ...facts })).id);
  }
  const nominated = { projects: ids.map((id) => ({ id, version: 1 })), nominatedOn: "2025-12-20" };
  await desk.on("2025-12-20").projects.nominate({ ...key(desk), ...nominated });
  const ballots = { deputiesTotal: 6, present: 5, ballotsIssued: 5, ballotsReturned: 5, invalidBallots: 0 };
  await desk.on("2026-01-16").projectBallots.create({
    ...key(desk),
    ...{ year: 2026, occurredOn: "2026-01-15", seats: 1, sessionId, ...ballots },
    lines: ids.map((projectId, index) => ({ projectId, inFavour: index === 0 ? 5 : 0 })),
  });
  const [id = ""] = ids;
  const now = async (day: Day) => {
    const { version, milestoneRows: milestones } = await desk.on(day).projects.byId({ ...desk.at, id });
    return { seenAs: { ...key(desk), id, version }, milestones };
  };
  for (const [what, plannedOn] of [
    ["主体完工", "2026-06-30"],
    ["交付使用", "2026-11-30"],
  ] as const)
    await desk.on("2026-02-01").projects.planMilestone({
      ...(await now("2026-02-01")).seenAs,
      ...{ what, plannedOn },
    });
  const milestoneId = (await now("2026-06-20")).milestones.find(({ what }) => what === "主体完工")?.id ?? "";
  const done = { milestoneId, doneOn: "2026-06-20" };
  await desk.on("2026-06-20").projects.finishMilestone({ ...(await now("2026-06-20")).seenAs, ...done });
  const verified = { milestoneId, deputyId: who(desk, 0), verifiedOn: "2026-06-25", note: "属实" };
  await desk.on("2026-06-25").projects.verifyMilestone({ ...(await now("2026-06-25")).seenAs, ...verified });
  await desk.on("2026-12-20").projectRatings.create({
    ...key(desk),
    ...{ year: 2026, occurredOn: "2026-12-20", issued: 6, returned: 6 },
    ...{ satisfied: 3, basic: 2, unsatisfied: 1 },
  });
}

async function house(desk: Desk): Promise<void> {
  const adopted = { kind: "resolution", occurredOn: "2026-01-16" } as const;
  const { id } = await desk
    .on("2026-01-16")
    .resolutions.create({ ...key(desk), ...adopted, title: "预算的决议" });
  await desk
    .on("2026-02-01")
    .resolutions.step({ ...key(desk), id, version: 1, step: "file", filedOn: "2026-02-01" });
  await desk.on("2026-01-16").resolutions.create({ ...key(desk), ...adopted, title: "报告的决议" });
  const plan = async (topic: string) =>
    (
      await desk.on("2026-01-05").plans.create({
        ...key(desk),
        ...{ topic, kind: "other", year: 2026, month: 3 },
      })
    ).id;
  const item = await plan("走访企业");
  await plan("整理档案");
  const finished = { doneOn: "2026-03-20", note: "已走访" };
  await desk.on("2026-03-20").plans.finish({ ...key(desk), id: item, version: 1, ...finished });
}

/** Who came to an activity has done what the county asks of a deputy in this year. */
export async function goldenYear(county: TestCounty, township: TestTownship): Promise<void> {
  await callerAs("countyStaff", county, undefined, noon("2026-01-02")).standards.set({
    idempotencyKey: newKey(),
    ...{ fromYear: 2026, preset: "own", name: "一次活动", activity: 1 },
  });
  const desk = await openDesk(county, township);
  const sessionId = await meetings(desk);
  await supervision(desk);
  await suggestions(desk);
  await deputies(desk);
  await projects(desk, sessionId);
  await house(desk);
}
