import { expect, test } from "vitest";
import { placeText } from "@/domains/figures/labels";
import { type Entry, medianOf, rankWithinClass, spreadOf } from "@/domains/figures/rules/ranking";

const entry = (townshipId: string, townshipClass: Entry["townshipClass"], points: number | null): Entry => ({
  townshipId,
  townshipClass,
  points,
});

test("townships are ranked among their own class only [R5][R89]", () => {
  const ranks = rankWithinClass([entry("a", 1, 60), entry("b", 1, 70), entry("c", 2, 10)]);
  expect(ranks.map(({ rank, of }) => [rank, of])).toEqual([
    [2, 2],
    [1, 2],
    [1, 1],
  ]);
});

test("equal points share a rank and the next rank is skipped [R89]", () => {
  const ranks = rankWithinClass([80, 70, 70, 60].map((points, index) => entry(String(index), 3, points)));
  expect(ranks.map((one) => one.rank)).toEqual([1, 2, 2, 4]);
  expect(ranks.map((one) => one.tied)).toEqual([false, true, true, false]);
});

test("a township without points has no rank, yet is one of its class and is said to be missing [R89]", () => {
  const ranks = rankWithinClass([entry("a", 1, null), entry("b", 1, 0)]);
  expect(ranks).toEqual([
    { townshipId: "a", rank: null, of: 2, unranked: 1, tied: false },
    { townshipId: "b", rank: 1, of: 2, unranked: 1, tied: false },
  ]);
});

test("a place is told as one of the whole class, with those that are missing [R89]", () => {
  const place = { class: 2, rank: 1, rankOf: 5, unranked: 4, tied: false };
  expect(placeText(place)).toBe("二类 5 个乡镇中第 1（其中 4 个未录，没有位次）");
  expect(placeText({ ...place, unranked: 0, tied: true })).toBe("二类 5 个乡镇中第 1（并列）");
  expect(placeText({ ...place, rank: null })).toBe("还没有位次（二类 5 个乡镇，其中 4 个未录，没有位次）");
});

test("the spread leaves out what is missing instead of counting it as zero [R89]", () => {
  expect(spreadOf([4, null, 1, 3, 2])).toEqual({
    n: 4,
    min: 1,
    lower: 1.75,
    median: 2.5,
    upper: 3.25,
    max: 4,
  });
  expect(spreadOf([null])).toBeNull();
  expect(medianOf([5, null, 1, 3])).toBe(3);
  expect(medianOf([])).toBeNull();
});
