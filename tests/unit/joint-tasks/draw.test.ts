import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { drawUnits, seedOfDraw } from "@/domains/joint-tasks/rules/draw";
import { type Candidate, rotate, type Team } from "@/domains/joint-tasks/rules/rotation";
import { span } from "./plans";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const units = ["粮站", "水厂", "市场", "养老院", "学校"];

describe("the draw of inspected units", () => {
  const seed = seedOfDraw("task", units, "2026089 期");

  test("is what anybody can work out from the published number [R87]", () => {
    expect(seed).toBe(sha(`task|${units.toSorted().join("|")}|2026089 期`));
    const keys = units.map((unit) => sha(`${seed}|qx|${unit}`)).toSorted();
    expect(drawUnits(seed, { township: "qx", units, count: 2 }).map(({ key }) => key)).toEqual(
      keys.slice(0, 2),
    );
  });

  test("does not depend on the order, takes each unit once, and all where there are fewer [R87]", () => {
    const turned = [...units.toReversed(), "粮站"];
    expect(seedOfDraw("task", turned, "2026089 期")).toBe(seed);
    const all = { township: "qx", units, count: 9 };
    expect(drawUnits(seed, { ...all, units: turned })).toEqual(drawUnits(seed, all));
    expect(drawUnits(seed, all)).toHaveLength(5);
    expect(drawUnits(seedOfDraw("task", units, "2026090 期"), all)).not.toEqual(drawUnits(seed, all));
  });
});

describe("who goes along", () => {
  const deputy = (id: string, took: number, more: Partial<Candidate> = {}): Candidate => ({
    ...{ id, name: `代表${id}`, took, mandate: { from: "2022-01-01", until: null }, leaves: [], units: [] },
    ...more,
  });
  const team: Team = { ...span("2026-07-14", "2026-07-15"), units: ["粮站"], need: 2, seed: "s" };
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

  test("is who took part least often, and among equals whom the lot takes, in whatever order they stand [R87]", () => {
    const all = [deputy("a", 3), deputy("b", 1), deputy("c", 1), deputy("d", 0)];
    const [first] = ["b", "c"].toSorted((one, other) => (sha(`s|${one}`) < sha(`s|${other}`) ? -1 : 1));
    expect(ids(rotate(all, team).chosen)).toEqual(["d", first]);
    expect(rotate(all.toReversed(), team).chosen).toEqual(rotate(all, team).chosen);
    expect(ids(rotate(all, team).reserve).at(-1)).toBe("a");
  });

  test("is nobody on leave, out of mandate or of the inspected unit, and it is said why [R87]", () => {
    const { chosen, left, lacking } = rotate(
      [
        deputy("甲", 0, { leaves: [span("2026-07-15", "2026-07-20")] }),
        deputy("乙", 0, { mandate: { from: "2022-01-01", until: "2026-07-14" } }),
        deputy("丙", 0, { units: ["粮站"] }),
        deputy("丁", 9, {
          leaves: [span("2026-07-16")],
          mandate: { from: "2026-07-14", until: "2026-07-15" },
        }),
      ],
      team,
    );
    expect(ids(chosen)).toEqual(["丁"]);
    expect(lacking).toBe(1);
    expect(left.map(({ sentence }) => sentence)).toEqual([
      "代表甲请假（2026-07-15 至 2026-07-20）。",
      "代表乙这几天不在任期内。",
      "代表丙是受检单位的人，应当回避。",
    ]);
  });

  test("after many rounds nobody took part twice more often than another [R87]", () => {
    let all = Array.from({ length: 7 }, (_, at) => deputy(`${at}`, 0));
    for (let round = 0; round < 20; round += 1) {
      const taken = new Set(ids(rotate(all, { ...team, seed: `${round}` }).chosen));
      all = all.map((one) => ({ ...one, took: one.took + (taken.has(one.id) ? 1 : 0) }));
    }
    const counts = all.map(({ took }) => took);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
});
