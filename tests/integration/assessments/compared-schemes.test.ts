import { beforeAll, describe, expect, it } from "vitest";
import { readSchemeTable } from "@/domains/assessments/rules/scheme-table";
import { schemeColumns } from "@/domains/assessments/rules/table-columns";
import type { Formula, Scheme } from "@/domains/figures/rules/scheme";
import { readBundle, reportOf } from "../../../scripts/lib/read-bundle";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { now, recordIn } from "../oversight/records";
import { item, judged } from "./published-schemes";

/** Schemes that score by comparison, entered by the editor's own commands as data, and what they give by hand. */
const names = ["溪口测", "莼湖测", "裘村测", "大堰测"] as const;
let county: TestCounty;
/** a meeting of the third township */
let meeting: string;

const staff = (day?: string) =>
  callerAs("countyStaff", county, undefined, day === undefined ? now : noon(day)).assessments;
const town = (index: number): TestTownship => {
  const found = county.townships[index];
  if (found === undefined) throw new Error("the county has four townships");
  return found;
};
const office = (index: number) => callerAs("townshipStaff", county, town(index), now).assessments;

beforeAll(async () => {
  county = await createCounty([...names]);
  await recordIn(county, town(0), async (add) => {
    const term = await add.term();
    await add.session(term, 1, "2026-01-13", { totals: [95, 100] });
    await add.session(term, 2, "2026-07-13", { totals: [95, 100] });
    for (const day of ["2026-02-10", "2026-05-10", "2026-08-10", "2026-11-10"])
      await add.meeting(day, { totals: [9, 10] });
  });
  await recordIn(county, town(1), async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { totals: [80, 100] });
    await add.meeting("2026-02-10", { totals: [8, 10] });
  });
  await recordIn(county, town(2), async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { totals: [70, 100] });
    await add.meeting("2026-02-10", { totals: [9, 10] });
    meeting = await add.meeting("2026-05-10", { totals: [9, 10] });
  });
  // The fourth has entered nothing.
});

const best: Formula = { kind: "relative", over: "ratio", among: "county", to: "best" };
const none = { bonuses: [], bonusCap: 0, deductions: [], deductionCap: 0, vetoes: [], vetoGrade: "不合格" };
const grades = [
  { name: "先进", atLeast: 0, quotaPercent: null, places: 1 },
  { name: "合格", atLeast: 0, quotaPercent: null },
];

/** 以最高者得满分；每低一名减 10 分；第一名 30 分、第二名 18 分。 */
const ranked: Scheme = {
  name: "以最高和名次计分的办法",
  ...none,
  grades,
  dimensions: [
    {
      ...{ code: "A", name: "会议" },
      indicators: [
        item("A1", "出席率，以最高者得满分，其余按比例", 40, "A4", best),
        item("A2", "主席团例会，第一名 30 分，每低一名减 10 分", 30, "A3", {
          ...{ kind: "descending", over: "count", among: "county" },
          ...{ first: 30, each: 10, floor: 5 },
        }),
        item("A3", "人代会，第一名 30 分、第二名 18 分，其余 6 分", 30, "A1", {
          ...{ kind: "places", over: "count", among: "county" },
          ...{ points: [30, 18], others: 6 },
        }),
      ],
    },
  ],
};

/** 高于全县平均的得满分；居后一名的扣 5 分；其余由评审打分。 */
const averaged: Scheme = {
  name: "以平均和后几名计分的办法",
  ...none,
  grades,
  dimensions: [
    {
      ...{ code: "A", name: "会议" },
      indicators: [
        item("A1", "出席率，达到全县平均的得满分，其余按比例", 50, "A4", { ...best, to: "average" }),
        item("A2", "主席团例会，居全县后一名的扣 5 分", 20, "A3", {
          ...{ kind: "lastPlaces", over: "ratio", among: "county", places: 1, each: 5 },
        }),
        item("A3", "同类相比的人代会次数", 10, "A1", { ...best, over: "count", among: "class" }),
        item("A4", "实地查看", 20, null, judged("有阵地")),
      ],
    },
  ],
};

async function publish(scheme: Scheme) {
  const { id } = await staff().startScheme({ idempotencyKey: newKey(), year: 2026, from: null });
  await staff().saveScheme({ idempotencyKey: newKey(), id, version: 1, scheme });
  const decision = { decisionNumber: "县人大〔2026〕9 号", decisionReason: "试行" };
  await staff().publishScheme({ idempotencyKey: newKey(), id, version: 2, ...decision });
  expect((await staff().scheme({ id })).faults).toEqual([]);
  return id;
}
/** The townships as they are named above, whatever their classes. */
const inOrder = <Row extends { township: { shortName: string } }>({
  townships,
}: {
  townships: Row[];
}): Row[] => names.flatMap((name) => townships.find(({ township }) => township.shortName === name) ?? []);
const pointsOf = async (code: string) =>
  inOrder(await staff().scores({ year: 2026 })).map(
    ({ scores }) => scores.find((one) => one.code === code)?.points ?? null,
  );

describe("schemes that compare are data alone [R85]", () => {
  it("to the average, off for the last one, and a class too small to compare", async () => {
    const id = await publish(averaged);
    // (226/240 + 88/110 + 88/120) ÷ 3 = (0.941667 + 0.8 + 0.733333) ÷ 3 = 0.825; 0.8/0.825 × 50, 0.733333/0.825 × 50.
    expect(await pointsOf("A1")).toEqual([50, 48.48, 44.44, 0]);
    // Of four quarters 4, 1 and 2: the second is the last.
    expect(await pointsOf("A2")).toEqual([20, 15, 20, 0]);
    // In no class there are three that can be compared.
    expect(await pointsOf("A3")).toEqual([null, null, null, 0]);
    const { rows } = await staff().exportScheme({ id });
    const cells = rows.map((row, index) => ({
      line: index + 2,
      cells: Object.fromEntries(
        schemeColumns.map(({ key }, column) => [key, row[column] === null ? null : String(row[column])]),
      ),
    }));
    expect(readSchemeTable(cells)).toMatchObject({ dimensions: averaged.dimensions, problems: [] });
  });

  it("to the best, place by place and step by step", async () => {
    await publish(ranked);
    // 0.8/0.941667 × 40 = 33.98; 0.733333/0.941667 × 40 = 31.15.
    expect(await pointsOf("A1")).toEqual([40, 33.98, 31.15, 0]);
    // 4, 1 and 2 quarters: first, third, second.
    expect(await pointsOf("A2")).toEqual([30, 10, 20, 0]);
    // 2, 1 and 1 sessions: two share the second place.
    expect(await pointsOf("A3")).toEqual([30, 18, 18, 0]);
  });
});

describe("who is told what of whom [R85]", () => {
  it("the county reads the order with names, a township its own place and nobody's name [S1]", async () => {
    const scores = await staff().scores({ year: 2026 });
    const { orders } = scores;
    expect(orders.find(({ code }) => code === "A3")?.text).toBe("第 1 名 溪口测 2；第 2 名 莼湖测、裘村测 1");
    expect(orders.find(({ code }) => code === "A1")?.text).toContain("第 1 名 溪口测 94.2%");
    const own = await office(1).ownScore({ township: town(1).code, year: 2026 });
    expect(own.own.scores).toEqual(inOrder(scores)[1]?.scores);
    expect(own.own.scores[2]?.sentence).toContain("全县可比的 3 个中并列第 2 名（2 个）");
    const said = JSON.stringify(own);
    for (const name of names.filter((one) => one !== names[1])) expect(said).not.toContain(name);
    const sheets = (await staff().exportScores({ year: 2026 })).beside;
    const order = sheets.find(({ title }) => title === "比较的名次");
    expect(order?.rows).toContainEqual([
      ...["A3 人代会，第一名 30 分、第二名 18 分，其余 6 分", "一类", "全县", "第 2 名"],
      ...["1", "莼湖测、裘村测"],
    ]);
  });

  it("what the next deed brings, and what a record moves, are reckoned against the others as they stand", async () => {
    const { gains } = await office(1).ownGains({ township: town(1).code, year: 2026 });
    const [session] = gains.filter(({ code }) => code === "A3");
    // A second session shares the first place: 30 for 18.
    expect(session).toMatchObject({ points: 12 });
    expect(session?.sentence).toContain("+12 分（按别人现在的数）");
    const { moves } = await office(2).recordMoves({
      ...{ township: town(2).code, recordType: "presidiumMeeting", id: meeting },
    });
    // Without it 79/110: 0.718182/0.941667 × 40 = 30.51.
    expect(moves.find(({ code }) => code === "A1")).toMatchObject({ with: 31.15, without: 30.51 });
  });

  it("the drill-down leaves the points to the score page, where the others are known", async () => {
    const { oversight } = callerAs("countyStaff", county, undefined, now);
    const evidence = await oversight.evidence({ township: town(1).code, metric: "A4", year: 2026 });
    expect(evidence.score).toBeNull();
  });
});

describe("a year that was compared, once it is frozen [R85]", () => {
  it("is reckoned anew from its file alone, and nobody moves when one changes a record", async () => {
    await staff("2027-01-05").freezeYear({ year: 2026, note: null, idempotencyKey: newKey() });
    const before = await staff("2027-01-06").scores({ year: 2026 });
    expect(inOrder(before).map(({ final }) => final)).toEqual([100, 61.98, 69.15, null]);
    await recordIn(county, town(3), async (add) => {
      await add.session(await add.term(), 1, "2026-03-13", { totals: [100, 100] });
    });
    const after = await staff("2027-01-07").scores({ year: 2026 });
    expect(after.townships).toEqual(before.townships);
    expect(after.orders).toEqual(before.orders);
    const { bundle } = await staff("2027-01-07").exportBundle({ year: 2026 });
    const { lines, agrees } = reportOf(readBundle(JSON.stringify(bundle)));
    expect(agrees, lines.join("\n")).toBe(true);
  });
});
