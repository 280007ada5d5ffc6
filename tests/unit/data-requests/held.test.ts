import { describe, expect, it } from "vitest";
import { heldIn, isHeldKey, labelOf, pageOfKey, places } from "@/domains/data-requests/rules/held";
import { topics } from "@/domains/data-requests/rules/topics";
import { comparedCodes } from "@/domains/figures/rules/metrics";

const keys = (asked: string) => heldIn(asked).map(({ key }) => key);

describe("what is asked is compared with what the system holds [R87]", () => {
  it("by the words offices write, not by the names of metrics alone", () => {
    expect(keys("代表培训情况统计表 每名代表参加轮训几次")).toEqual(["metric:D6", "record:training"]);
    expect(keys("上半年召开主席团会议的情况")).toEqual(
      expect.arrayContaining(["metric:A3", "record:presidiumMeeting"]),
    );
    expect(keys("代表花名册")).toEqual(["record:deputy"]);
    expect(keys("各乡镇建议办理情况，含面商、答复率")).toEqual(
      expect.arrayContaining(["metric:C2", "metric:C3", "record:suggestion"]),
    );
    expect(keys("民生实事 项目 票决")).toContain("metric:E1");
  });

  it("and by the names of metrics and registers, however they are spaced", () => {
    expect(keys("整改 销号率")).toContain("metric:B4");
    expect(keys("请报「人大经费」")).toContain("record:fund");
  });

  it("finds nothing where the system holds nothing of the kind, and offers nothing kept in confidence", () => {
    expect(keys("村集体经济收入")).toEqual([]);
    expect(keys("信访件登记簿")).toEqual([]);
    expect(places.map(({ key }) => key)).not.toContain("record:petition");
    expect(isHeldKey("record:petition")).toBe(false);
  });

  it("has words for every metric of the comparison that a township's records make", () => {
    const spoken = new Set(topics.flatMap(({ metrics }) => metrics));
    // What the county knows of a township without it is nothing to ask a township for.
    const unasked = ["A2", "F1", "F3", "G2"];
    expect(comparedCodes.filter((code) => !spoken.has(code) && !unasked.includes(code))).toEqual([]);
  });

  it("names each place, and leads to it", () => {
    for (const { metrics, records } of topics)
      for (const key of [
        ...metrics.map((code) => `metric:${code}`),
        ...records.map((type) => `record:${type}`),
      ]) {
        if (!isHeldKey(key)) throw new Error(key);
        expect(labelOf(key).length, key).toBeGreaterThan(1);
        expect(pageOfKey(key), key).not.toBe("");
      }
  });
});
