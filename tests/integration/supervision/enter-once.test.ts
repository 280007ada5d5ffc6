import { beforeAll, describe, expect, it } from "vitest";
import { fromList } from "@/ui/form/many-people";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const now = new Date("2026-05-20T04:00:00Z");
const names = Array.from({ length: 12 }, (_, index) => `代表${"甲乙丙丁戊己庚辛壬癸子丑".charAt(index)}`);
const topic = "视察农贸市场食品安全";
const findings = ["一、三处摊位没有公示检测结果", "二、冷柜温度没有记录", "三、后门消防通道堆放杂物"];

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
let deputies: string[];
let activity: string;
/** What somebody typed, pasted or clicked; who and where one is, and which record one looks at, nobody types. */
let inputs = 0;

const staff = () => callerAs("townshipStaff", county, home, now);
const change = () => ({ township: home.code, idempotencyKey: newKey() });
const at = () => ({ township: home.code });

function entering<Typed extends object>(typed: Typed): Typed {
  inputs += Object.keys(typed).length;
  return typed;
}

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  await seatDeputies(
    county,
    home,
    names.map((name) => ({ name, pinyin: name })),
  );
  const unit = await staff().units.create({ ...change(), name: "镇市场监管所", kind: "department" });
  const plan = { topic: "视察食品安全", kind: "visit" as const, year: 2026, month: 5 };
  const planned = await staff().plans.create({ ...change(), ...plan });

  const options = await staff().deputies.options({ ...at(), on: "2026-05-12" });
  const pasted = fromList(options, names.join("、"));
  expect(pasted?.missed).toEqual([]);
  deputies = pasted?.ids ?? [];
  const visit = { kind: "inspectionVisit" as const, topic, occurredOn: "2026-05-12" };
  const made = await staff().supervision.create({
    ...change(),
    ...entering({ ...visit, deputyIds: deputies, unitIds: [unit.id] }),
  });
  activity = made.id;
  const found = { description: findings.join("\n"), occurredOn: "2026-05-12", unitId: unit.id };
  const { added } = await staff().supervision.addFinding({
    ...{ ...change(), activityId: activity, perLine: true },
    ...entering(found),
  });
  expect(added).toBe(3);
  const { version } = await staff().supervision.byId({ ...at(), id: activity });
  const report = { report: "看了三处市场，发现三个问题，已当场指出。", reportedOn: "2026-05-14" };
  await staff().supervision.complete({ ...change(), id: activity, version, ...entering(report) });
  const [item] = await staff().plans.ofRecord({ ...at(), recordType: "activity", id: activity });
  expect(item?.id).toBe(planned.id);
  const { click } = entering({ click: { recordType: "activity", recordId: activity } });
  await staff().plans.link({ ...change(), id: planned.id, version: item?.version ?? 0, ...click });
});

describe("a visit of twelve deputies with three findings, entered once", () => {
  it("takes at most twelve inputs", () => {
    expect(inputs).toBeLessThanOrEqual(12);
  });

  it("stands in the calendar on its day", async () => {
    const { entries } = await staff().calendar.month({ ...at(), month: "2026-05" });
    expect(entries).toContainEqual(expect.objectContaining({ type: "activity", from: "2026-05-12" }));
  });

  it("stands in the supervision book, and its findings in the same [R31]", async () => {
    const { total } = await staff().books.book({ ...at(), book: "supervision", year: 2026 });
    expect(total).toBe(1);
    expect(
      (await staff().books.book({ ...at(), book: "supervision", part: "finding", year: 2026 })).total,
    ).toBe(3);
  });

  it("stands in the duty files of all twelve", async () => {
    for (const id of deputies) {
      const parts = await staff().participation.ofDeputy({ ...at(), id });
      expect(parts.map((part) => part.id)).toEqual([activity]);
    }
  });

  it("stands in the list of findings, each a line without the number it was pasted with", async () => {
    const { rows } = await staff().supervision.findings({ ...at(), year: 2026 });
    expect(rows.map(({ description, source }) => [description, source.id]).sort()).toEqual(
      findings.map((text) => [text.slice(2), activity]).sort(),
    );
  });

  it("stands at the item of the year's plan that it fulfilled [R6]", async () => {
    const { rows } = await staff().plans.list({ ...at(), year: 2026, where: { state: "done" } });
    expect(rows.map((row) => row.topic)).toEqual(["视察食品安全"]);
  });

  it("is due today: the unit waits to be told of three findings", async () => {
    const { rows } = await staff().today.due(at());
    expect(rows.filter(({ kind }) => kind === "findingUnassigned")).toHaveLength(3);
  });

  it("is evidence of the county's comparison, as a visit with findings and as three to be mended", async () => {
    const leader = callerAs("countyLeader", county, undefined, now);
    const evidence = (metric: "B3" | "B4") =>
      leader.oversight.evidence({ township: home.code, metric, year: 2026 });
    expect((await evidence("B3")).rows.map((row) => row.recordId)).toEqual([activity]);
    const { leftOut } = await evidence("B4");
    expect(leftOut.map((row) => row.reason)).toEqual(["notYetDue", "notYetDue", "notYetDue"]);
  });

  it("is found by its topic and by what it found", async () => {
    const hits = async (q: string) => (await staff().search.township({ ...at(), q })).map(({ type }) => type);
    expect(await hits("农贸市场")).toContain("activity");
    expect(await hits("消防通道")).toContain("finding");
  });

  it("is the figure of the year on the first page", async () => {
    expect(JSON.stringify(await staff().today.recent(at()))).toContain(topic);
  });

  it("is told of to whoever is about to enter it a second time, or has copied it from last year [R97]", async () => {
    const asked = { ...at(), day: "2026-05-20", topic: "视察农贸市场食品安全。" };
    expect(await staff().supervision.alike(asked)).toMatchObject({ id: activity, why: "near" });
    expect(await staff().supervision.alike({ ...asked, day: "2026-06-20" })).toBeNull();
    expect(await staff().supervision.alike({ ...asked, day: "2027-03-01" })).toMatchObject({ why: "copied" });
    expect(await staff().trainings.alike(asked)).toBeNull();
  });

  it("is refused a second time, whatever blanks and marks its topic is written with", async () => {
    const again = {
      ...at(),
      idempotencyKey: newKey(),
      kind: "inspectionVisit" as const,
      occurredOn: "2026-05-12",
    };
    await expect(staff().supervision.create({ ...again, topic: "视察农贸市场 食品安全。" })).rejects.toThrow(
      "这次监督活动已经登记",
    );
    const { rows } = await staff().supervision.list({ ...at(), q: "农贸市场" });
    expect(rows).toHaveLength(1);
  });

  it("is told of to nobody of another township that enters the same [S6]", async () => {
    const neighbour = callerAs("townshipStaff", county, other, now);
    const asked = { township: other.code, day: "2026-05-20", topic };
    expect(await neighbour.supervision.alike(asked)).toBeNull();
  });
});
