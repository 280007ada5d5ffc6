import { beforeAll, describe, expect, it } from "vitest";
import { countedBy, metricCodes } from "@/domains/figures/rules/metrics";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { verifyBundle } from "@/domains/figures/rules/verify-bundle";
import type { Scheme } from "@/domains/figures/rules/scheme";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { policy, post } from "../oversight/further-facts";
import { recordIn } from "../oversight/records";
import { readBundle } from "../../../scripts/lib/read-bundle";

let county: TestCounty;
let home: TestTownship;
const year = 2026;
const on = (day: Parameters<typeof noon>[0]) => callerAs("countyStaff", county, undefined, noon(day));
const key = () => ({ idempotencyKey: newKey() });

/** The default scheme with attendance judged by the rules of procedure that are in force. */
const withPolicies = (): Scheme => ({
  ...defaultScheme,
  dimensions: defaultScheme.dimensions.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.map((one) =>
      one.code === "A4"
        ? { ...one, metric: "M16", formula: { kind: "threshold", target: 9, below: "proportional" } as const }
        : one,
    ),
  })),
});

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [home] = county.townships as [TestTownship, ...TestTownship[]];
  for (const township of county.townships)
    await recordIn(county, township, async (add) => {
      await post(add, "chair");
      if (township.id === home.id) await policy(add, "study", "2020-03-01");
    });
});

describe("the list of metrics", () => {
  it("[R85] [R89] tells every metric with its law, what a year gives of it, and which versions use it", async () => {
    const { metrics, townships } = await on("2026-11-20").assessments.metrics({ year });
    expect(metrics.map(({ code }) => code)).toEqual(metricCodes);
    expect(metrics.every(({ citation, rule }) => citation !== "" && rule !== "")).toBe(true);
    expect(metrics.find(({ code }) => code === "M12")?.spread).toMatchObject({
      n: 2,
      min: 1,
      median: 1,
      max: 1,
    });
    // One township entered a rule, the other none: that is 未录 and no zero.
    expect(metrics.find(({ code }) => code === "M16")?.spread).toMatchObject({ n: 1, min: 1, max: 1 });
    const cells = townships.find(({ code }) => code === home.code)?.cells ?? [];
    expect(cells.find(({ metric }) => metric === "M16")).toMatchObject({ numerator: 1, denominator: 9 });
    expect(metrics.flatMap(({ usedIn }) => usedIn)).toEqual([]);
    // A draft is tried on these, and may name any of them.
    const tried = (await on("2026-11-20").assessments.values({ year })).townships[0]?.values ?? [];
    expect(tried.map(({ metric }) => metric).toSorted()).toEqual([...metricCodes].toSorted());
    expect(tried.find(({ metric }) => metric === "M16")).toMatchObject({ numerator: 1, denominator: 9 });
  });

  it("[R85] a year that is frozen keeps what its scheme uses; the rest is told from today's records", async () => {
    const { id } = await on("2026-03-01").assessments.startScheme({ ...key(), year, from: null });
    await on("2026-03-01").assessments.saveScheme({ ...key(), id, version: 1, scheme: withPolicies() });
    await on("2026-03-01").assessments.consultOnScheme({ ...key(), id, version: 2, until: "2026-03-08" });
    const undecided = { decisionNumber: null, decisionReason: null };
    await on("2026-03-09").assessments.publishScheme({ ...key(), id, version: 3, ...undecided });
    const { metrics } = await on("2026-03-10").assessments.metrics({ year });
    expect(metrics.find(({ code }) => code === "M16")?.usedIn).toEqual([
      { metric: "M16", id, year, subject: "township", edition: 1 },
    ]);
    await on("2027-01-05").assessments.freezeYear({ ...key(), year, note: null });
    const { bundle } = await on("2027-01-05").assessments.exportBundle({ year });
    if (bundle === null) throw new Error("a frozen year has its file");
    expect(new Set(bundle.evidence.map(({ metric }) => metric))).toEqual(new Set(countedBy(withPolicies())));
    expect(Object.keys(bundle.law.metrics)).toEqual(countedBy(withPolicies()));
    const read = readBundle(JSON.stringify(bundle));
    expect(verifyBundle(read).flatMap(({ faults }) => faults)).toEqual([]);
    const beyond = { ...read, scheme: defaultScheme };
    expect(verifyBundle(beyond).flatMap(({ faults }) => faults)).toContain(
      "有 2 份证据的口径，方案和横向比较都没有用到",
    );
    const opened = async (metric: "M16" | "M12") =>
      on("2027-01-06").oversight.evidence({ township: home.code, metric, year, page: 1 });
    expect((await opened("M16")).frozen).not.toBeNull();
    expect((await opened("M16")).rows).toHaveLength(9);
    expect(await opened("M12")).toMatchObject({ frozen: null, cell: { denominator: 3 } });
    const later = await on("2027-01-06").assessments.metrics({ year });
    expect(later.frozen).toBe(true);
    expect(later.metrics.find(({ code }) => code === "M12")?.spread?.n).toBe(2);
  });
});
