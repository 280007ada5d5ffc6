import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, newKey } from "../../support/tenants";

const today = "2026-11-26";
let desk: Desk;
let sessionId: string;
const on = (day = today) => desk.on(day);
const made = () => ({ ...desk.at, idempotencyKey: newKey() });
const office = () => callerAs("countyStaff", desk.county, undefined, new Date(`${today}T12:00:00+08:00`));

/** Two people at one moment: exactly one is served. @returns what the other was told */
async function onlyOne(...work: [() => Promise<unknown>, () => Promise<unknown>]): Promise<string> {
  const [one, other] = await Promise.allSettled(work.map((each) => each()));
  const told = [one, other].flatMap((end) =>
    end?.status === "rejected" ? [(end.reason as Error).message] : [],
  );
  expect(told).toHaveLength(1);
  return told[0] ?? "";
}
const twice = (work: () => Promise<unknown>) => onlyOne(work, work);

const ballot = {
  ...{ year: 2026, occurredOn: "2026-01-13", seats: 1, deputiesTotal: 6, present: 6 },
  ...{ ballotsIssued: 6, ballotsReturned: 6 },
} as const;
async function candidate(name: string): Promise<string> {
  const facts = { name, year: 2026, solicitedFrom: "deputies", occurredOn: "2025-11-10" } as const;
  const { id } = await on("2025-11-12").projects.create({ ...made(), ...facts, unitId: desk.lead });
  const projects = [{ id, version: 1 }];
  await on("2025-12-21").projects.nominate({ ...made(), projects, nominatedOn: "2025-12-20" });
  return id;
}
const vote = (projectId: string) =>
  on("2026-01-14").projectBallots.create({
    ...{ ...made(), ...ballot, sessionId, lines: [{ projectId, inFavour: 6 }] },
  });
const rate = (projectId: string | null) =>
  on().projectRatings.create({
    ...{ ...made(), year: 2026, occurredOn: "2026-11-20", projectId },
    ...{ issued: 6, returned: 5, satisfied: 3, basic: 1, unsatisfied: 1 },
  });
const handOver = () =>
  office().petitions.handOver({
    ...{ idempotencyKey: newKey(), townshipId: desk.township.id, topic: "土地纠纷", content: null },
    ...{ category: "other", handedOn: today, dueOn: "2026-12-31" },
  });

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
  const term = await on().sessions.createTerm({ ...made(), number: 19, startsOn: "2022-01-10" });
  const days = { startsOn: "2026-01-12", endsOn: "2026-01-13" };
  const held = { termId: term.id, number: 8, kind: "regular", ...days } as const;
  sessionId = (await on().sessions.create({ ...made(), ...held })).id;
});

describe("two people at one moment: one is served, and the other is told what stands already [S67]", () => {
  it("a project is chosen by one ballot, and rated once", async () => {
    const id = await candidate("口袋公园");
    expect(await twice(() => vote(id))).toContain("已在 2026-01-13 票决入选");
    expect(await twice(() => rate(id))).toContain("已在 2026-11-20 测评");
  });

  it("a ballot is not struck out while a milestone is planned of what it chose", async () => {
    const id = await candidate("停车场");
    const { id: ballotId } = await vote(id);
    const { version } = await on().projects.byId({ ...desk.at, id });
    await onlyOne(
      () =>
        on().projects.planMilestone({
          ...made(),
          id,
          version,
          what: "开工",
          plannedOn: today,
          deputyIds: [],
        }),
      () => on().projectBallots.void({ ...made(), id: ballotId, version: 1, reason: "录错" }),
    );
  });

  it("what the county handed over is taken over once, or taken back, never both", async () => {
    const { id } = await handOver();
    expect(await twice(() => on().petitions.takeOver({ ...made(), id }))).toContain("已经接收");
    const { id: other } = await handOver();
    await onlyOne(
      () => on().petitions.takeOver({ ...made(), id: other }),
      () => office().petitions.withdraw({ idempotencyKey: newKey(), id: other, reason: "送错乡镇" }),
    );
  });

  it("the county hands over under one number each, and has one guidance a year", async () => {
    const numbers = await Promise.all([handOver(), handOver(), handOver()]);
    expect(new Set(numbers.map(({ id }) => id)).size).toBe(3);
    const guidance = {
      id: null,
      version: null,
      year: 2027,
      title: "指导意见",
      documentNumber: null,
      points: "监督",
    };
    const save = () => office().plans.saveGuidance({ idempotencyKey: newKey(), ...guidance });
    expect(await twice(save)).toContain("已经登记");
  });

  it("a group is not struck out while somebody enters what it did", async () => {
    const group = { name: "第一小组", area: null, sortOrder: null, occurredOn: "2026-01-01" };
    const { id } = await on().groups.create({ ...made(), ...group });
    const activity = {
      groupId: id,
      topic: "学习",
      kind: "study",
      occurredOn: "2026-05-01",
      deputyIds: [desk.mover],
    };
    await onlyOne(
      () => on().groupActivities.create({ ...made(), ...activity } as never),
      () => on().groups.void({ ...made(), id, version: 1, reason: "录错" }),
    );
  });

  it("one record is changed by one of them, and the other is told by whom and how", async () => {
    const facts = { title: "关于修路的决议", kind: "resolution", occurredOn: "2026-01-13" } as const;
    const { id } = await on().resolutions.create({ ...made(), ...facts });
    const edit = () => on().resolutions.edit({ ...made(), ...facts, id, version: 1, content: "全文" });
    expect(await twice(edit)).toContain("刚刚被测试员改过：修改决议「关于修路的决议」");
  });
});
