import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/dates";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
/** in office; in office; left at the end of 2025; of the other township */
let one: string;
let two: string;
let former: string;
let foreign: string;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  [one, two, former] = (await seatDeputies(county, home, [
    { name: "林海" },
    { name: "王芳" },
    { name: "赵六", endsOn: "2025-12-31" },
  ])) as [string, string, string];
  [foreign] = (await seatDeputies(county, other, [{ name: "林海" }])) as [string];
});

const staff = () => callerAs("townshipStaff", county, home);
const change = <Rest extends object>(rest: Rest) => ({
  township: home.code,
  idempotencyKey: newKey(),
  ...rest,
});
const spring = {
  topic: "代表法和履职要求",
  kind: "course",
  occurredOn: "2026-04-10",
  hours: 8,
  speaker: "县委党校",
  place: "镇会议室",
} as const;
const create = (facts: object) => staff().trainings.create(change({ ...spring, ...facts }));
const standing = async () => {
  const { kinds } = await staff().standing.ofTownship({ township: home.code, year: 2026 });
  return kinds.find(({ type }) => type === "training");
};

describe("trainings of deputies", () => {
  it("whoever held no mandate on the day is refused by name, and a day to come by its day [R49]", async () => {
    expect(await standing()).toMatchObject({ text: "未录" });
    await expect(create({ deputyIds: [one, former] })).rejects.toThrow(
      "赵六在 2026-04-10 不是在任代表，请核对参加人员或任期。",
    );
    const tomorrow = addDays(dayOf(new Date()), 1);
    await expect(create({ occurredOn: tomorrow })).rejects.toThrow(`培训日期 ${tomorrow} 还没到`);
    await expect(create({ deputyIds: [foreign] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await staff().trainings.list({ township: home.code })).total).toBe(0);
  });

  it("who was in office then is taken, and may be entered afterwards [R49]", async () => {
    await create({ occurredOn: "2025-05-12", deputyIds: [former] });
    const { id } = await create({});
    await staff().trainings.edit(change({ id, version: 1, ...spring, deputyIds: [one] }));
    const record = await staff().trainings.byId({ township: home.code, id });
    expect(record).toMatchObject({ facts: { hours: 8, deputyIds: [one] }, names: { deputyIds: "林海" } });
    expect(await standing()).toEqual({
      ...{ type: "training", name: "代表培训", path: "trainings", right: null },
      text: "培训 1 次，在任各级代表 2 人，其中 1 人参加过",
      gap: "1 名代表2026年还没有参加培训",
    });
  });

  it("the same one twice is told, also to two people at once; a correction of it is not [R49]", async () => {
    await expect(create({ kind: "lecture" })).rejects.toThrow("已经登记，请修改那一条");
    const both = await Promise.allSettled([1, 2].map(() => create({ topic: "预算审查监督实务" })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { rows } = await staff().trainings.list({ township: home.code, q: "预算", year: 2026 });
    const [{ id, version, topic }] = rows as [(typeof rows)[number]];
    await staff().trainings.edit(
      change({ id, version, ...spring, topic, hours: 3, kind: "atMeeting", deputyIds: [one, two] }),
    );
    expect(await standing()).toMatchObject({
      text: expect.stringContaining("2 人参加过") as string,
      gap: null,
    });
  });

  it("stand in the deputy's file, the calendar, the search and the year's book with how many took part [R49]", async () => {
    const mine = await staff().participation.ofDeputy({ township: home.code, id: one });
    expect(new Set(mine.map(({ title, day, role }) => `${day} ${title} ${role}`))).toEqual(
      new Set([
        "2026-04-10 集中培训「代表法和履职要求」 deputyIds",
        "2026-04-10 以会代训「预算审查监督实务」 deputyIds",
      ]),
    );
    const month = await staff().calendar.month({ township: home.code, month: "2026-04" });
    expect(JSON.stringify(month)).toContain("以会代训「预算审查监督实务」");
    const hits = await staff().search.township({ township: home.code, q: "预算审查" });
    expect(hits.filter(({ type }) => type === "training")).toHaveLength(1);
    const { books } = staff();
    const { name, columns, rows } = await books.book({ township: home.code, book: "trainings", year: 2026 });
    expect(name).toBe("代表培训登记簿");
    const at = columns.findIndex(({ header }) => header === "参加代表（人）");
    expect(rows.map((row) => row[at])).toEqual(expect.arrayContaining([1, 2]));
    const file = await books.exportBook({ township: home.code, book: "trainings", year: 2025 });
    expect(file.title).toBe("2025年代表培训登记簿");
    expect(file.rows).toHaveLength(1);
    expect(file.rows[0]).toEqual(expect.arrayContaining(["赵六", 1]));
  });

  it("keep their deputies in the roster: whoever took part is not struck out, until the training is [R49]", async () => {
    const strike = () => staff().deputies.void(change({ id: two, version: 1, reason: "录错" }));
    await expect(strike()).rejects.toThrow("已有 1 条履职记录，不能作废");
    const { rows } = await staff().trainings.list({ township: home.code, q: "预算", year: 2026 });
    const [{ id, version }] = rows as [(typeof rows)[number]];
    await staff().trainings.void(change({ id, version, reason: "误录" }));
    expect(await strike()).toEqual({ id: two });
  });

  it("with many people are a line or two of the book's page, and name them all in its file [R49]", async () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ name: `代表${"甲乙丙丁戊己庚辛壬".charAt(at)}` }));
    await create({ occurredOn: "2024-05-12", deputyIds: await seatDeputies(county, home, many) });
    const asked = { township: home.code, book: "trainings", year: 2024 };
    const page = await staff().books.book(asked);
    const file = await staff().books.exportBook(asked);
    const cell = ({ columns, rows }: Pick<typeof file, "columns" | "rows">) =>
      String(rows[0]?.[columns.findIndex(({ header }) => header === "参加代表")]);
    expect(cell(page).split("、")).toHaveLength(8);
    expect(cell(page)).toMatch(/等$/);
    expect(cell(file).split("、").toSorted()).toEqual(many.map(({ name }) => name).toSorted());
    expect(page.rows[0]).toContain(9);
  });
});
