import { beforeAll, describe, expect, it } from "vitest";
import { reasonText } from "@/domains/figures/labels";
import * as congress from "@/domains/figures/rules/congress-indicators";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import * as township from "@/domains/figures/rules/township-indicators";
import { assign, check, type Desk, openDesk, seen } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

/** Shares of what was due: whatever is struck out of them would raise them, where it had missed its day. */
const shares = [...Object.values(congress), ...Object.values(township)]
  .flat()
  .filter(({ formula }) => formula.kind === "ratio" || formula.kind === "linear")
  .flatMap(({ metric }) => (metric ?? []) as MetricCode[]);

/** What keeps each of them from rising so. */
const kept: Partial<Record<MetricCode, "stays" | "refused" | "noDay" | "county">> = {
  // Counted on as not done: tested below.
  ...{ D4: "stays", F2: "stays" },
  // Not struck out once the day was missed: suggestions below, findings and plan items with their own rules, projects once voted on.
  ...{ C1: "refused", C3: "refused", C6: "refused", B4: "refused", G1: "refused", E2: "refused" },
  // No legal day: who was there, what deputies said, who was reached; what was entered late is told of as a signal.
  ...{
    A4: "noDay",
    C2: "noDay",
    C4: "noDay",
    C5: "noDay",
    D1: "noDay",
    D2: "noDay",
    D5: "noDay",
    D6: "noDay",
  },
  ...{ E3: "noDay", G2: "noDay" },
  // A township strikes out none of its parts: the county alone recalls a task or lets a township off.
  F1: "county",
};

let desk: Desk;
const key = () => ({ ...desk.at, idempotencyKey: newKey() });
const last = "2026-12-20";
const told = async (metric: MetricCode, id: string) => {
  const { rows, leftOut } = await desk.on(last).oversight.ownEvidence({ ...desk.at, metric, year: 2026 });
  return [...rows, ...leftOut]
    .filter(({ recordId }) => recordId === id)
    .map(({ numerator, denominator, reason }) => [numerator, denominator, reason]);
};
beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [home] = county.townships;
  if (home === undefined) throw new Error("no township");
  desk = await openDesk(county, home);
});

it("every share has its answer to what is struck out after its day", () => {
  expect(shares.filter((metric) => kept[metric] === undefined)).toEqual([]);
});

describe("what had missed its day when it was struck out", () => {
  const opinion = async (on: string, occurredOn: string) => {
    const facts = { topic: `路灯 ${occurredOn}`, category: "safety", channel: "visit", occurredOn } as const;
    return (await desk.on(on).opinions.create({ ...key(), ...facts })).id;
  };
  const strike = (on: string, id: string, version = 1) =>
    desk.on(on).opinions.void({ ...key(), id, version, reason: "登记错误" });

  it("stays as not done: of opinions, unless it was in time still or entered after its day only [R58]", async () => {
    const [overdue, open, slip, late] = [
      await opinion("2026-03-01", "2026-03-01"),
      await opinion("2026-05-01", "2026-05-01"),
      await opinion("2026-05-01", "2026-02-02"),
      await opinion("2026-03-02", "2026-03-02"),
    ];
    await strike("2026-05-02", overdue);
    await strike("2026-05-02", open);
    await strike("2026-05-02", slip);
    const answer = { answeredOn: "2026-04-20", answer: "已经修好", satisfaction: null };
    await desk.on("2026-04-20").opinions.answer({ ...key(), id: late, version: 1, ...answer });
    await strike("2026-04-21", late, 2);
    expect(await told("D4", overdue)).toEqual([[0, 1, "struckOwing"]]);
    expect(await told("D4", late)).toEqual([[0, 1, "struckOwing"]]);
    expect(await told("D4", open)).toEqual([[0, 0, "voided"]]);
    expect(await told("D4", slip)).toEqual([[0, 0, "voided"]]);
    expect(reasonText("struckOwing", null)).toBe("过了期限没有按期完成就作废，仍计入");
  });

  it("stays as not done: of resolutions [R25]", async () => {
    const adopt = async (title: string, occurredOn: string) => {
      const facts = { title, occurredOn, kind: "resolution" } as const;
      return (await desk.on(occurredOn).resolutions.create({ ...key(), ...facts })).id;
    };
    const [owed, fresh] = [
      await adopt("关于水利的决议", "2026-03-01"),
      await adopt("关于道路的决议", "2026-10-01"),
    ];
    await desk.on("2026-10-01").resolutions.void({ ...key(), id: owed, version: 1, reason: "误录" });
    await desk.on("2026-10-01").resolutions.void({ ...key(), id: fresh, version: 1, reason: "误录" });
    expect(await told("F2", owed)).toEqual([[0, 1, "struckOwing"]]);
    expect(await told("F2", fresh)).toEqual([[0, 0, "voided"]]);
  });

  it("is not struck out: of suggestions, before they were assigned, or answered, in time [R69]", async () => {
    const strikes = async (on: string, id: string) => {
      const { occurredOn: _, ...at } = await seen(desk, id, on);
      return desk.on(on).suggestions.void({ ...at, reason: "重复登记" });
    };
    const [waiting, assigned] = [
      await desk.enter("2026-02-01"),
      await desk.enter("2026-02-02", "关于修桥的建议"),
    ];
    await expect(strikes("2026-06-01", waiting.id)).rejects.toThrow("没有在交办期限");
    await check(desk, assigned.id, "2026-02-03");
    await assign(desk, assigned.id, "2026-02-04");
    await expect(strikes("2026-12-01", assigned.id)).rejects.toThrow("没有在答复期限");
    await strikes("2026-02-05", assigned.id);
  });
});
