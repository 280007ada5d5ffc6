import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import type { FrozenRow } from "@/domains/figures/rules/snapshot";
import { drawChecks, seedOf } from "@/domains/figures/rules/spot-draw";
import { mayAnnounce, mayDraw, mayRecord } from "@/domains/checks/rules";
import { drawAsked } from "../../../scripts/lib/draw-report";

type Frozen = Parameters<typeof drawChecks>[0];

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const id = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`;
const row = (recordId: string | null, denominator: number): FrozenRow => [
  ...(["all", "suggestion", recordId, "2026-03-05", null, null, false] as const),
  ...([0, denominator, "inTime", null, null] as const),
];

const c1 = indicatorsOf(defaultScheme).find(({ code }) => code === "C1");
if (c1 === undefined) throw new Error("the default scheme has C1");

/** One indicator of one metric and one that reviewers give, and two townships with these rows. */
const frozenWith = (rows: readonly FrozenRow[]): Frozen => ({
  scheme: {
    ...defaultScheme,
    dimensions: [{ code: "C", name: "建议", indicators: [c1, { ...c1, code: "M1", metric: null }] }],
  },
  townships: [{ code: "330902100" }, { code: "330902101" }],
  evidence: [
    { township: "330902100", metric: "C1", rows },
    { township: "330902101", metric: "C1", rows: rows.slice(0, 1) },
  ],
});

describe("the draw of a spot check", () => {
  const ids = Array.from({ length: 9 }, (_, index) => id(index));
  const all = frozenWith(ids.map((one) => row(one, 1)));
  const seed = seedOf("a".repeat(64), "2027006 期 08 12 17 21 26 33 + 04");

  test("is what the printed page says: the smallest SHA-256 of seed, township, indicator and record [R85]", () => {
    expect(seed).toBe(sha(`${"a".repeat(64)}|2027006 期 08 12 17 21 26 33 + 04`));
    const keys = ids.map((one) => sha(`${seed}|330902100|C1|${one}`)).toSorted();
    const drawn = drawChecks(all, seed, 2);
    expect(drawn.filter(({ township }) => township === "330902100").map(({ key }) => key)).toEqual(
      keys.slice(0, 2),
    );
    expect(drawChecks(all, seed, 5).filter(({ township }) => township === "330902100")).toHaveLength(5);
  });

  test("takes all where there are fewer, and never what did not count or has no record [R85]", () => {
    expect(drawChecks(all, seed, 2).filter(({ township }) => township === "330902101")).toHaveLength(1);
    const some = frozenWith([row(id(1), 0), row(null, 1), row(id(2), 1), row(id(2), 1)]);
    expect(drawChecks(some, seed, 2).map(({ recordId }) => recordId)).toEqual([id(2)]);
  });

  test("does not depend on the order of the rows, and another number or another snapshot draws others [R85]", () => {
    const turned = frozenWith(ids.toReversed().map((one) => row(one, 1)));
    const first = (frozen: Frozen, by: string) =>
      drawChecks(frozen, by, 2).filter(({ township }) => township === "330902100");
    expect(first(turned, seed)).toEqual(first(all, seed));
    const others = [seedOf("a".repeat(64), "别的号码"), seedOf("b".repeat(64), "2027006 期")];
    for (const other of others) expect(first(all, other)).not.toEqual(first(all, seed));
  });
});

describe("how a year is drawn", () => {
  const frozen = { year: 2026, today: "2027-01-10", frozenOn: "2027-01-08", drawnOn: null, opensOn: null };

  test("the number is named before it is known, and is not changed for another once it is [R85]", () => {
    expect(mayAnnounce(frozen, "2027-01-11")).toEqual({ allowed: true });
    expect(mayAnnounce(frozen, "2027-01-10")).toMatchObject({ field: "opensOn" });
    expect(mayAnnounce({ ...frozen, frozenOn: null }, "2027-01-11")).toMatchObject({
      reason: "2026 年考核还没有封存。抽查从封存的证据里抽取，请先在年度考核页封存。",
    });
    expect(mayAnnounce({ ...frozen, opensOn: "2027-01-10" }, "2027-01-12")).toMatchObject({
      reason: "公布的号码已于 2027-01-10 产生，不能再换别的号码。请用它抽取。",
    });
  });

  test("it is drawn once, when the number is known [R85]", () => {
    expect(mayDraw(frozen)).toMatchObject({ allowed: false });
    expect(mayDraw({ ...frozen, opensOn: "2027-01-11" })).toMatchObject({
      reason: "公布的号码到 2027-01-11 才产生，那天起才能抽取。",
    });
    expect(mayDraw({ ...frozen, opensOn: "2027-01-10" })).toEqual({ allowed: true });
    expect(mayDraw({ ...frozen, opensOn: "2027-01-10", drawnOn: "2027-01-10" })).toMatchObject({
      reason: "2026 年的抽查已于 2027-01-10 抽取，一年只抽一次，不能重抽。",
    });
  });

  test("what is not as recorded, and every correction, has a reason", () => {
    expect(mayRecord({ result: "asRecorded", reason: null }, null)).toEqual({ allowed: true });
    for (const [result, before] of [
      ["differs", null],
      ["missing", null],
      ["asRecorded", "differs"],
    ] as const) {
      expect(mayRecord({ result, reason: null }, before)).toMatchObject({ field: "reason" });
      expect(mayRecord({ result, reason: "签到表与记录不一致" }, before)).toEqual({ allowed: true });
    }
  });
});

test("the command takes the number as printed, and says what is wrong with it", () => {
  expect(drawAsked([])).toBeNull();
  expect(drawAsked(["--seed", " 号码 12 ", "--per", "3"])).toEqual({ text: "号码 12", per: 3 });
  expect(() => drawAsked(["--seed"])).toThrow("请在 --seed 后面写明公布的号码");
  expect(() => drawAsked(["--seed", "1", "--per", "9"])).toThrow("--per 应是 2 到 5 的整数");
});
