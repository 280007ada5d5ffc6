import { beforeAll, describe, expect, it } from "vitest";
import { schemeFile } from "@/domains/assessments/rules/scheme-text";
import { schemeRows } from "@/domains/assessments/rules/scheme-table";
import { schemeColumns } from "@/domains/assessments/rules/table-columns";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { subjectsOfMetric } from "@/domains/figures/rules/metric-parts";
import { metricCodes } from "@/domains/figures/rules/metrics";
import type { Formula, Indicator, Scheme } from "@/domains/figures/rules/scheme";
import { type AssessedSubject, defaultSchemes } from "@/domains/figures/rules/subject-schemes";
import { callerAs } from "../../support/tenants";
import { at, createSubjectWorld, key, staffOf, type SubjectWorld } from "./subject-world";

let world: SubjectWorld;
const staff = (day?: string) => staffOf(world, day);
const office = (which: "home" | "silent" = "home") =>
  callerAs("townshipStaff", world.county, world[which], at("2026-11-22"));

beforeAll(async () => {
  world = await createSubjectWorld();
}, 120_000);

const asked = (
  metric: string,
  points: number,
  formula: Formula,
  more: Partial<Indicator> = {},
): Indicator => ({
  ...{ code: metric, name: metric, points, metric, formula, whenNone: "notApplicable", improvesBy: "added" },
  ...{ words: { unit: "件", done: "完成", more: "" }, article: "" },
  ...more,
});
const ratio = { kind: "ratio" } as const;

const groupScheme: Scheme = {
  ...defaultSchemes.group,
  name: "小组考核",
  dimensions: [
    {
      ...{ code: "A", name: "活动" },
      indicators: [
        asked("M21", 40, { kind: "threshold", target: 4, below: "proportional" }),
        asked("M22", 30, ratio),
        asked("D6", 30, ratio),
      ],
    },
  ],
};
const few = { smallNumber: { under: 2, then: "notApplicable" as const } };
const unitScheme: Scheme = {
  ...{ ...defaultSchemes.unit, name: "单位考核" },
  dimensions: [
    {
      ...{ code: "C", name: "办理" },
      indicators: [
        asked("C3", 40, ratio, { smallNumber: null }),
        asked("C4", 30, ratio, few),
        asked("M20", 30, ratio, { smallNumber: null }),
      ],
    },
  ],
};

async function publish(subject: AssessedSubject, scheme: Scheme, year = 2026) {
  const { id } = await staff().assessments.startScheme({ ...key(), year, from: null, subject });
  await staff().assessments.saveScheme({ ...key(), id, version: 1, scheme });
  const decided = { decisionNumber: "县人大〔2026〕7 号", decisionReason: "试行" };
  await staff().assessments.publishScheme({ ...key(), id, version: 2, ...decided });
  return id;
}

const told = async (subject: AssessedSubject) =>
  (await staff().subjects.league({ year: 2026, subject })).rows.map((row) => [
    row.name,
    ...[row.total.points, row.total.max, row.points, row.rank],
  ]);

describe("a scheme for groups and one for units [R85]", () => {
  it("is published beside the townships' own, which is scored as before", async () => {
    const before = await staff().assessments.scores({ year: 2026 });
    await publish("group", groupScheme);
    await publish("unit", unitScheme);
    const after = await staff().assessments.scores({ year: 2026 });
    expect(after.townships).toEqual(before.townships);
    expect(after).toMatchObject({ schemeAdopted: false, schemeName: defaultScheme.name });
    const { versions } = await staff().assessments.schemes({});
    expect(versions.map(({ subject, edition, inForce }) => [subject, edition, inForce])).toEqual([
      ["group", 1, true],
      ["unit", 1, true],
    ]);
  });

  it("scores groups as worked out by hand", async () => {
    expect(await told("group")).toEqual(
      [
        // Two activities of four: 40 × 2/4 = 20; one of two with its record: 15; one of two deputies trained: 15.
        ["第一小组", 50, 100, 50, 1],
        // One of four: 10; its record is missing: 0; its one deputy was trained: 30.
        ["第二小组", 40, 100, 40, 2],
        // No activity: 0 of 40; no activity that could have a record, nobody to train.
        ["第三小组", 0, 40, 0, 3],
        // 乙镇 entered nothing: 未录, which has no place.
        ["乙镇小组", 0, 100, 0, null],
      ].map((row) => (row[4] === null ? [...row.slice(0, 3), null, null] : row)),
    );
  });

  it("scores units as worked out by hand, and leaves unranked whom nothing was asked of", async () => {
    const rows = await told("unit");
    expect(rows.filter(([, , , , rank]) => rank !== null)).toEqual([
      // Replied in time: 40; one suggestion is too few for C4; no round: what applies is 40, all of it reached.
      ["教育站", 40, 40, 100, 1],
      // One of two in time: 20; one of two solved: 15; (90 + 80) ÷ 200 × 30 = 25.5.
      ["水务站", 60.5, 100, 60.5, 2],
    ]);
    expect(rows.filter(([, , , , rank]) => rank === null).map(([name, , max]) => [name, max])).toEqual([
      ["空闲站", 0],
      ["乙镇站", 0],
    ]);
  });

  it("gives no points for what was never asked of anybody, whatever the scheme says of nothing due", async () => {
    const [dimension] = unitScheme.dimensions;
    const full = (dimension?.indicators ?? []).map((one) => ({ ...one, whenNone: "full" as const }));
    const scheme = { ...unitScheme, dimensions: [{ code: "C", name: "办理", indicators: full }] };
    await publish("unit", scheme, 2025);
    const { rows } = await staff().subjects.league({ year: 2025, subject: "unit" });
    expect(rows.map(({ rank, total }) => [rank, total.max])).toEqual(rows.map(() => [null, 0]));
    const units = (await staff().subjects.league({ year: 2026, subject: "unit" })).rows;
    expect(rows.length).toBe(units.length);
  });

  it("shows for every metric and everybody the rows that the figure is the sum of, and never more than the township's", async () => {
    for (const subject of ["group", "unit"] as const) {
      const metrics = metricCodes.filter((code) => subjectsOfMetric(code).includes(subject));
      expect(metrics.length).toBeGreaterThanOrEqual(subject === "group" ? 4 : 6);
      const own = Object.values(world.ids);
      const { townships } = await staff().assessments.values({ year: 2026, subject });
      for (const { code: id, values } of townships.filter(({ code }) => own.includes(code)))
        for (const metric of metrics) {
          const found = await staff().subjects.evidence({ year: 2026, subject, id, metric, page: 1 });
          const sum = (pick: "numerator" | "denominator") =>
            found.rows.reduce((all, row) => all + row[pick], 0);
          const { numerator, denominator } = found.cell;
          expect([metric, sum("denominator")]).toEqual([metric, denominator]);
          expect(sum("numerator"), metric).toBeCloseTo(numerator, 9);
          const value = values.find((one) => one.metric === metric);
          expect(value).toMatchObject({ numerator, denominator, state: found.cell.state });
        }
      for (const metric of metrics.filter((code) => subjectsOfMetric(code).includes("township"))) {
        const whole = await staff().oversight.evidence({
          township: world.home.code,
          metric,
          year: 2026,
          page: 1,
        });
        const parts = townships
          .filter(({ code }) => own.includes(code))
          .map(({ values }) => values.find((one) => one.metric === metric)?.denominator ?? 0);
        expect(
          parts.reduce((all, one) => all + one, 0),
          metric,
        ).toBeLessThanOrEqual(whole.cell.denominator);
      }
    }
  });

  it("counts what was struck off by the unit that was told", async () => {
    const input = { year: 2026, subject: "unit", id: world.ids.water, metric: "B4", page: 1 } as const;
    const { cell, rows } = await staff().subjects.evidence(input);
    expect([cell.numerator, cell.denominator, rows.length]).toEqual([1, 2, 2]);
  });

  it("moves with the records, and is told to a township of its own alone", async () => {
    const own = await office().subjects.ownLeague({
      township: world.home.code,
      year: 2026,
      subject: "group",
    });
    expect(own.rows.map(({ name, rank, of }) => [name, rank, of])).toEqual([
      ["第一小组", 1, 3],
      ["第二小组", 2, 3],
      ["第三小组", 3, 3],
    ]);
    const foreign = { township: world.silent.code, year: 2026, subject: "group", id: world.ids.one } as const;
    await expect(
      office("silent").subjects.ownEvidence({ ...foreign, metric: "M21", page: 1 }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses a metric that does not tell whose its records are", async () => {
    const input = { year: 2026, subject: "group", id: world.ids.one, metric: "C3", page: 1 } as const;
    await expect(staff().subjects.evidence(input)).rejects.toThrow("不能按代表小组计");
  });

  it("is exported with every point's sentence", async () => {
    const sheet = await staff().subjects.exportLeague({ year: 2026, subject: "unit" });
    expect(sheet.rows[0]?.slice(0, 4)).toEqual(["甲镇", expect.any(String), "教育站", 1]);
    expect(
      sheet.beside?.[0]?.rows.some(([, name, said]) => name === "水务站" && String(said).includes("25.5")),
    ).toBe(true);
  });
});

describe("what keeps it sound [R85]", () => {
  it("has no indicator that nobody could score and nothing that reviewers decide", async () => {
    const { id } = await staff().assessments.startScheme({
      ...key(),
      year: 2031,
      from: null,
      subject: "group",
    });
    const wrong: Scheme = { ...groupScheme, bonuses: defaultScheme.bonuses, bonusCap: 5 };
    await staff().assessments.saveScheme({ ...key(), id, version: 1, scheme: wrong });
    const { faults } = await staff().assessments.scheme({ id });
    expect(faults.map(({ message }) => message).join()).toContain("评代表小组的方案不能设");
    await expect(
      staff().assessments.consultOnScheme({ ...key(), id, version: 2, until: "2026-12-22" }),
    ).rejects.toThrow("请删去");
  });

  it("a draft for others becomes one of theirs, unless one is being worked on already", async () => {
    const start = (subject: "township" | "group") =>
      staff().assessments.startScheme({ ...key(), year: 2032, from: null, subject });
    const [township, group] = [await start("township"), await start("group")];
    await expect(start("group")).rejects.toThrow("2032 年代表小组考核方案已经有一版");
    const moved = (subject: "group" | "unit") =>
      staff().assessments.saveScheme({
        ...{ ...key(), id: township.id, version: 1 },
        scheme: { ...defaultScheme, subject },
      });
    await expect(moved("group")).rejects.toThrow("已经有一版");
    await moved("unit");
    expect(await staff().assessments.scheme({ id: township.id })).toMatchObject({
      subject: "unit",
      edition: 1,
    });
    expect(await staff().assessments.scheme({ id: group.id })).toMatchObject({
      subject: "group",
      edition: 1,
    });
  });

  it("a file and a table go into the draft for whom they assess, and leave the townships' alone", async () => {
    const year = 2033;
    const { id } = await staff().assessments.startScheme({ ...key(), year, from: null });
    const read = await staff().assessments.readScheme({ ...key(), year, file: schemeFile(unitScheme) });
    expect(await staff().assessments.scheme({ id: read.id })).toMatchObject({
      subject: "unit",
      scheme: unitScheme,
    });
    const rows = schemeRows(year, groupScheme).map((cells, index) => ({
      line: index + 2,
      cells: Object.fromEntries(
        schemeColumns.map(({ key: name }, place) => [name, String(cells[place] ?? "")]),
      ),
    }));
    await staff().assessments.importScheme({ ...key(), rows });
    const { versions } = await staff().assessments.schemes({});
    const own = versions.filter((one) => one.year === year).map(({ subject, name }) => [subject, name]);
    expect(own).toEqual([
      ["township", defaultScheme.name],
      ["group", defaultSchemes.group.name],
      ["unit", "单位考核"],
    ]);
    expect(await staff().assessments.scheme({ id })).toMatchObject({ version: 1, scheme: defaultScheme });
  });

  it("townships say what they think of it", async () => {
    const year = 2034;
    const { id } = await staff().assessments.startScheme({ ...key(), year, from: null, subject: "group" });
    await staff().assessments.consultOnScheme({ ...key(), id, version: 1, until: "2026-12-22" });
    const said = { township: world.home.code, year, said: "小组不满四次也应计" };
    await expect(office().assessments.commentOnScheme({ ...key(), ...said })).rejects.toThrow(
      "没有在征求意见",
    );
    await office().assessments.commentOnScheme({ ...key(), ...said, subject: "group" });
    const { comments } = await staff().assessments.scheme({ id });
    expect(comments.map((one) => one.said)).toEqual([said.said]);
  });
});
