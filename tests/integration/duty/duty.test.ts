import { beforeAll, describe, expect, it } from "vitest";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
/** in office; in office; left at the end of 2025 */
let one: string;
let two: string;
let former: string;
let group: string;

const staff = () => callerAs("townshipStaff", county, home, new Date("2026-05-20T12:00:00+08:00"));
const change = <Rest extends object>(rest: Rest) => ({
  township: home.code,
  idempotencyKey: newKey(),
  ...rest,
});

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  [one, two, former] = (await seatDeputies(county, home, [
    { name: "林海" },
    { name: "王芳" },
    { name: "赵六", endsOn: "2025-12-31" },
  ])) as [string, string, string];
  group = (await staff().groups.create(change({ name: "第一小组", occurredOn: "2024-01-10" }))).id;
});

const meet = (facts: object = {}) =>
  staff().groupActivities.create(
    change({
      ...{ groupId: group, topic: "商议水渠修缮", kind: "discussion", occurredOn: "2026-03-05" },
      ...{ deputyIds: [one, two], ...facts },
    }),
  );
const report = (facts: object = {}) =>
  staff().dutyReports.create(
    change({
      ...{ deputyId: one, occurredOn: "2026-04-05", voters: 40, good: 35, fair: 4, poor: 1 },
      ...facts,
    }),
  );
const standing = async (kind: string) =>
  (await staff().standing.ofTownship({ township: home.code, year: 2026 })).kinds.find(
    ({ type }) => type === kind,
  );

describe("activities of deputies' groups", () => {
  it("need a group that was there and people in office, and are entered once [R46]", async () => {
    await expect(meet({ occurredOn: "2023-12-01" })).rejects.toThrow("「第一小组」2024-01-10 才编组");
    await expect(meet({ deputyIds: [former] })).rejects.toThrow("赵六在 2026-03-05 不是在任代表");
    await meet();
    await expect(meet()).rejects.toThrow("这次活动已经登记，请修改那一条");
    expect(await standing("groupActivity")).toMatchObject({ text: "活动 1 次，1 个小组中 1 个开展过活动" });
  });

  it("stand in the group's book, and in the duty file of whoever came [R46]", async () => {
    const book = await staff().books.book({ township: home.code, book: "groups", year: 2026 });
    expect(JSON.stringify(book)).toContain("第一小组");
    const rows = await staff().participation.ofDeputy({ township: home.code, id: two });
    expect(rows.map(({ title }) => title)).toEqual(["第一小组活动「商议水渠修缮」"]);
    const found = await staff().groupActivities.list({ township: home.code, q: "第一小组" });
    expect(found.total).toBe(1);
  });
});

describe("deputies' reports to the voters", () => {
  it("outside the mandate, or with more votes than voters, are refused with what to do [R47]", async () => {
    await expect(report({ deputyId: former })).rejects.toThrow("赵六在 2026-04-05 不是在任代表");
    await expect(report({ good: 40 })).rejects.toThrow("三项票数合计 45 票，多于到会选民 40 人");
    const nobody = { voters: 0, good: null, fair: null, poor: null };
    await expect(report(nobody)).rejects.toThrow("到会选民为 0 人，不算向选民述职");
    await expect(report({ voters: null })).rejects.toThrow("请同时填写到会选民人数");
    expect((await staff().dutyReports.list({ township: home.code })).total).toBe(0);
  });

  it("cover the deputies of the term, whoever reported twice once [R47]", async () => {
    expect(await staff().dutyReports.coverage({ township: home.code })).toMatchObject({
      inOffice: 2,
      reported: 0,
    });
    const { id } = await report();
    await report({ occurredOn: "2024-04-05" });
    await report({ deputyId: former, occurredOn: "2025-04-05" });
    await expect(report()).rejects.toThrow("这位代表 2026-04-05 的述职已经登记");
    expect(await staff().dutyReports.coverage({ township: home.code })).toEqual({
      ...{ inOffice: 2, reported: 1 },
      waiting: [{ id: two, name: "王芳" }],
    });
    expect(await standing("dutyReport")).toMatchObject({ gap: "1 名代表本届还没有向选民述职" });
    const { timeline } = await staff().dutyReports.byId({ township: home.code, id });
    expect(timeline[0]?.summary).toBe("登记林海述职");
  });

  it("of two deputies on one day are two, in a file too [R47]", async () => {
    const row = (line: number, deputyId: string) => ({ line, cells: { deputyId, occurredOn: "2026-05-06" } });
    const procedures = staff().dutyReports as unknown as {
      importRows: (input: object) => Promise<{ created: number }>;
    };
    const both = { rows: [row(2, "林海"), row(3, "王芳")] };
    expect(await procedures.importRows(change(both))).toEqual({ created: 2 });
    await expect(procedures.importRows(change(both))).rejects.toThrow("已经登记");
  });
});
