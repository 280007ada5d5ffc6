import { beforeAll, describe, expect, it } from "vitest";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const now = new Date("2026-11-20T04:00:00Z");
let county: TestCounty;
let home: TestTownship;
let deputies: string[];
let groupId: string;
let stationId: string;
let unitId: string;

const staff = () => callerAs("townshipStaff", county, home, now);
const at = () => ({ township: home.code });
const change = () => ({ ...at(), idempotencyKey: newKey() });
const standing = async (type: string) =>
  (await staff().standing.ofTownship({ ...at(), year: 2026 })).kinds.find((one) => one.type === type)?.text;
const evidence = async (metric: "B3" | "B5" | "D1" | "D3" | "D6" | "M18" | "M19" | "M21" | "M25") => {
  const { rows, leftOut } = await staff().oversight.ownEvidence({ ...at(), metric, year: 2026 });
  return [...rows, ...leftOut].map(({ reason, denominator, numerator }) => [reason, numerator, denominator]);
};
type Imports = { importRows: (input: object) => Promise<{ created: number }> };
const imported = (input: object) => (staff().trainings as unknown as Imports).importRows(input);
const dutyFiles = async () =>
  (await Promise.all(deputies.map((id) => staff().participation.ofDeputy({ ...at(), id })))).flat();

const groupWork = { topic: "河道保洁", kind: "service", occurredOn: "2026-05-12" } as const;
const visit = { topic: "视察农贸市场", kind: "inspectionVisit", occurredOn: "2026-06-10" } as const;

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  deputies = await seatDeputies(county, home, [{ name: "林海" }, { name: "王芳" }]);
  const group = await staff().groups.create({ ...change(), name: "第一小组", occurredOn: "2024-01-10" });
  groupId = group.id;
  const opened = { name: "青山站", kind: "liaisonStation", startsOn: "2024-01-01" } as const;
  stationId = (await staff().stations.create({ ...change(), ...opened })).id;
  unitId = (await staff().units.create({ ...change(), name: "派出所", kind: "department" })).id;
});

describe("how many came whose names nobody kept", () => {
  it("stands for the names of a group's activity: told, and in nobody's duty file or score [R44][R46]", async () => {
    await expect(staff().groupActivities.create({ ...change(), ...groupWork, groupId })).rejects.toThrow(
      "请选择签到代表；没有留下名单的，请填写未录姓名人数。",
    );
    const told = { unnamed: 58, unnamedAbout: true };
    const { id } = await staff().groupActivities.create({ ...change(), ...groupWork, groupId, ...told });
    expect(await evidence("D1")).toContainEqual(["nobodyNamed", 0, 0]);
    expect((await staff().oversight.ownEvidence({ ...at(), metric: "D1", year: 2026 })).cell.state).toBe(
      "notEntered",
    );
    expect(await evidence("M21")).toEqual([["nobodyNamed", 0, 0]]);
    expect(await dutyFiles()).toEqual([]);
    expect(await standing("groupActivity")).toContain("另有未录姓名的 58 人次参加");
    const { heads } = await staff().groupActivities.list({ ...at(), year: 2026 });
    expect(heads).toEqual({ named: 0, unnamed: 58, about: true, unit: "人次" });

    // Once the list is found the same activity counts as every other does.
    const facts = { ...groupWork, groupId, deputyIds: deputies, unnamed: 3 };
    await staff().groupActivities.edit({ ...change(), ...facts, id, version: 1 });
    expect(await evidence("M21")).toEqual([["groupHeld", 1, 1]]);
    expect(await dutyFiles()).toHaveLength(2);
    expect((await staff().groupActivities.list({ ...at(), year: 2026 })).heads).toMatchObject({
      named: 2,
      unnamed: 3,
    });
    const { timeline } = await staff().groupActivities.byId({ ...at(), id });
    expect(JSON.stringify(timeline)).toContain("未录姓名人数");
  });

  it("leaves with the sheet in columns of its own, so that names and numbers are told apart [R46]", async () => {
    const { columns, rows } = await staff().groupActivities.exportRows({ ...at(), year: 2026 });
    const cell = (header: string) => rows[0]?.[columns.findIndex((one) => one.header === header)];
    expect([cell("签到代表（人）"), cell("未录姓名人数（人次）"), cell("未录姓名人数是约数")]).toEqual([
      2,
      3,
      null,
    ]);
    const book = await staff().books.book({ ...at(), book: "groups", part: "groupActivity", year: 2026 });
    expect(JSON.stringify(book)).toContain("未录姓名人数");
  });

  it("a reception of whom nobody is named counts for no month, and the next with a name does [R57]", async () => {
    const day = { stationId, visitors: 12, note: "路灯" };
    await expect(
      staff().receptions.create({ ...change(), ...day, occurredOn: "2026-03-15", unnamed: 0 }),
    ).rejects.toThrow("请选择接待代表");
    await staff().receptions.create({
      ...change(),
      ...day,
      occurredOn: "2026-03-15",
      unnamed: 4,
      visitorsAbout: true,
    });
    expect(await evidence("D3")).toContainEqual(["nobodyNamed", 0, 1]);
    const { months } = await staff().receptions.year({ ...at(), year: 2026 });
    expect(months[2]).toMatchObject({ receptions: 1, told: 0, visitors: 12 });
    await staff().receptions.create({
      ...change(),
      ...day,
      occurredOn: "2026-03-16",
      deputyIds: [deputies[0] ?? ""],
    });
    expect(await evidence("D3")).toContainEqual(["monthReceived", 1, 1]);
  });

  it("of a training nobody is trained by it, however it was written in the file [R49]", async () => {
    const row = (line: number, cells: Record<string, string>) => ({ line, cells });
    const cells = { topic: "代表法", kind: "集中培训", occurredOn: "2026-04-10" };
    await expect(
      imported({ ...change(), rows: [row(2, { ...cells, unnamed: "很多人" })] }),
    ).rejects.toThrow();
    await imported({ ...change(), rows: [row(2, { ...cells, unnamed: "70多人次" })] });
    const { rows } = await staff().trainings.list({ ...at(), year: 2026 });
    expect(rows[0]).toMatchObject({ unnamed: 70, unnamedAbout: true, deputyIds: [] });
    expect(await standing("training")).toContain("其中 0 人参加过，另有未录姓名的 70 人次");
    expect((await evidence("D6")).map(([reason]) => reason)).toEqual(["untrained", "untrained"]);
  });

  it("honours of deputies by their number are no evidence of commendation, and of no deputy [R42]", async () => {
    const facts = { title: "招商引资先进", kind: "deputy", level: "county", issuedBy: "县委" } as const;
    const day = { occurredOn: "2026-02-10" };
    await expect(staff().honours.create({ ...change(), ...facts, ...day })).rejects.toThrow("只知道人数的");
    await staff().honours.create({ ...change(), ...facts, ...day, unnamed: 20, unnamedAbout: true });
    await staff().honours.create({
      ...change(),
      ...facts,
      title: "优秀代表",
      ...day,
      deputyIds: deputies,
      unnamed: 1,
    });
    expect(await evidence("M19")).toEqual(
      expect.arrayContaining([
        ["nobodyNamed", 0, 0],
        ["honoured", 1, 1],
      ]),
    );
    expect(await standing("honour")).toBe("表彰 2 次，受表彰代表 2 名，另有未录姓名的 21 名");
  });

  it("a visit is reported with it, and stays reported; of a day to come nobody came [R30]", async () => {
    await expect(
      staff().supervision.create({ ...change(), ...visit, occurredOn: "2026-12-10", unnamed: 36 }),
    ).rejects.toThrow("2026-12-10 还没到");
    const { id } = await staff().supervision.create({ ...change(), ...visit, unnamed: 36 });
    const found = { activityId: id, description: "摊位没有公示", occurredOn: visit.occurredOn };
    await staff().supervision.addFinding({ ...change(), ...found });
    const report = { report: "看了三处市场。", reportedOn: "2026-06-12" };
    await staff().supervision.complete({ ...change(), id, version: 1, ...report });
    const { version } = await staff().supervision.byId({ ...at(), id });
    await expect(
      staff().supervision.edit({ ...change(), ...visit, id, version, unnamed: null }),
    ).rejects.toThrow("参加活动的代表不能全部去掉");
    expect(await evidence("B3")).toEqual([["withFindings", 1, 1]]);
  });
});

describe("an appraisal of a unit's work without ballots", () => {
  it("is of a unit, is held with or without a word on it, and is no round with ballots [R34]", async () => {
    const facts = { topic: "对派出所的工作评议", kind: "workAppraisal", occurredOn: "2026-08-10" } as const;
    await expect(staff().supervision.create({ ...change(), ...facts })).rejects.toThrow("请选择被评议的单位");
    const held = { ...facts, unitIds: [unitId], deputyIds: deputies };
    const { id } = await staff().supervision.create({ ...change(), ...held });
    expect(await evidence("M18")).toEqual([["heldWithoutBallots", 1, 1]]);
    expect(await evidence("B5")).toEqual([]);
    expect(await evidence("B3")).toHaveLength(1);
    expect(await evidence("M25")).toHaveLength(1);
    const told = { report: "总体满意，出警要更快。", reportedOn: "2026-08-12" };
    await staff().supervision.complete({ ...change(), id, version: 1, ...told });
    expect(await staff().supervision.byId({ ...at(), id })).toMatchObject({
      state: "done",
      noFindings: false,
    });
    expect(await evidence("M18")).toEqual([["heldWithoutBallots", 1, 1]]);
    await staff().supervision.void({ ...change(), id, version: 2, reason: "重复" });
    expect((await evidence("M18")).filter(([, numerator]) => numerator === 1)).toEqual([]);
  });
});
