import { describe, expect, it } from "vitest";
import { ballotLines, ballotText } from "@/domains/joint-tasks/rules/ballot-lines";
import type { PartFacts } from "@/domains/joint-tasks/rules/progress";
import {
  type Ballots,
  type Cast,
  mayRate,
  ratingResults,
  shownGroups,
} from "@/domains/joint-tasks/rules/ratings";

const part: PartFacts = {
  ...{ task: "issued", shown: true, acceptedOn: "2026-06-02", proposedOn: null, answeredOn: null },
  ...{
    activityId: null,
    submittedOn: null,
    verdict: null,
    visitUntil: "2026-06-09",
    resultDueOn: "2026-07-31",
  },
};
const line = (bureau: string, satisfied: number, more: Partial<Ballots> = {}): Ballots => ({
  ...{
    bureau,
    issued: 20,
    returned: satisfied + 2,
    satisfied,
    basic: 1,
    dissatisfied: 1,
    abstained: 0,
    ...more,
  },
});
const rated = (lines: Ballots[], more: object = {}) =>
  mayRate(
    part,
    { ratedOn: "2026-06-08", year: 2026, inOffice: 20, bureaus: ["甲局"], lines, ...more },
    "2026-06-10",
  );

const cast = (bureau: string, name: string, satisfied: number, more: Partial<Cast> = {}): Cast => ({
  ...{ ...line(bureau, satisfied), level: "township", township: name, name, class: 1, ...more },
});

describe("a distributed rating [R88]", () => {
  it("takes ballots that add up, of no more deputies than there are, for each bureau once", () => {
    expect(rated([line("甲局", 10)])).toMatchObject({ allowed: true });
    const refused: [Ballots[], object, string][] = [
      [[line("甲局", 10, { returned: 15 })], {}, "合计 12 票，与收回 15 票不符"],
      [[line("甲局", 18, { issued: 10 })], {}, "多于发出 10 票"],
      [[line("甲局", 10)], { inOffice: 9 }, "多于当天在任的代表 9 人"],
      [[line("甲局", 10), line("甲局", 10)], {}, "填了两次"],
      [[], {}, "还缺甲局"],
      [[line("乙局", 10)], {}, "不在县人大定的评议名单里"],
      [[line("甲局", 10)], { ratedOn: "2026-06-11" }, "已经过去"],
    ];
    for (const [lines, more, why] of refused)
      expect(rated(lines, more)).toMatchObject({
        allowed: false,
        reason: expect.stringContaining(why) as string,
      });
    expect(
      mayRate(
        { ...part, submittedOn: "2026-06-09" },
        { ratedOn: "2026-06-08", year: 2026, inOffice: 20, bureaus: [], lines: [] },
        "2026-06-10",
      ),
    ).toMatchObject({ allowed: false });
  });

  it("ranks by exact fractions, equal ones alike, and leaves whoever has too few ballots without a place", () => {
    const rows = ratingResults(
      ["甲局", "乙局", "丙局", "丁局"],
      [
        cast("甲局", "甲镇", 8),
        cast("乙局", "甲镇", 18, { issued: 30 }),
        cast("丙局", "甲镇", 8),
        cast("丁局", "甲镇", 1, { basic: 1, dissatisfied: 1, returned: 3 }),
      ],
    );
    expect(rows.map(({ bureau, rank, tied }) => [bureau, rank, tied])).toEqual([
      ...[
        ["乙局", 1, false],
        ["甲局", 2, true],
        ["丙局", 2, true],
        ["丁局", null, false],
      ],
    ]);
  });

  it("shows no group under five ballots, and none from which such a one could be told", () => {
    const groups = [3, 7, 20].map((returned) => ({ returned }));
    expect([...shownGroups(groups)]).toEqual([{ returned: 20 }]);
    const two = [3, 4, 20].map((returned) => ({ returned }));
    expect([...shownGroups(two)]).toEqual([{ returned: 20 }]);
    expect(shownGroups([{ returned: 5 }, { returned: 6 }]).size).toBe(2);
  });

  it("reads what was pasted from a sheet, and says which line is no line of ballots", () => {
    const lines = [line("甲局", 10), line("乙局", 3)];
    expect(ballotLines(ballotText(lines))).toEqual({ value: lines });
    expect(ballotLines("甲局\t20\t12")).toMatchObject({
      fault: expect.stringContaining("6 个整数") as string,
    });
  });
});
