import { describe, expect, test } from "vitest";
import { recordKinds } from "@/domains/record-kinds";
import { activity } from "@/domains/supervision/record";
import { reception } from "@/domains/contact/record";
import { type Compared, comparedOf, likenessOf, sameText } from "@/lib/records/alike";

const visit: Compared = { day: "2026-03-10", topic: "农贸市场食品安全视察", texts: [], places: ["unit-1"] };
const long =
  "会议听取了镇人民政府关于农贸市场食品安全工作情况的汇报，实地查看了三处摊位和一处检测室，并与经营户座谈，";

describe("records that look alike", () => {
  test("the same topic at the same unit within a fortnight is the same event", () => {
    expect(likenessOf(visit, { ...visit, day: "2026-03-24", topic: "农贸市场 食品安全视察。" })).toBe("near");
    expect(likenessOf(visit, { ...visit, day: "2026-02-24" })).toBe("near");
    expect(likenessOf(visit, { ...visit, day: "2026-03-25" })).toBeNull();
    expect(likenessOf(visit, { ...visit, places: ["unit-2"] })).toBeNull();
    expect(likenessOf(visit, { ...visit, places: [] })).toBe("near");
    expect(likenessOf(visit, { ...visit, topic: "河道保洁视察" })).toBeNull();
  });

  test("last year's topic under another year's name is copied, that of the year before is not told", () => {
    const now = { ...visit, topic: "2026年度春季防汛检查" };
    expect(likenessOf(now, { ...now, day: "2025-04-01", topic: "2025年春季防汛检查" })).toBe("copied");
    expect(likenessOf(now, { ...now, day: "2024-04-01", topic: "2024年春季防汛检查" })).toBeNull();
  });

  test("a long text that is nine tenths the same is copied, short ones are not compared", () => {
    const now = { ...visit, topic: "甲", texts: [long] };
    const before = { ...visit, topic: "乙", day: "2025-03-12", texts: [long.replace("三处", "两处")] };
    expect(likenessOf(now, before)).toBe("copied");
    expect(likenessOf({ ...now, texts: ["会议议定了三项工作。"] }, before)).toBeNull();
    expect(sameText(long, Array.from(long).toReversed().join(""))).toBe(false);
  });

  test("nothing is asked before the form says a day and what it is about", () => {
    expect(comparedOf(activity, { topic: "视察" }, null)).toBeNull();
    expect(comparedOf(activity, { topic: "  " }, "2026-03-10")).toBeNull();
    expect(comparedOf(activity, { topic: "视察", unitIds: ["u"] }, "2026-03-10")).toEqual({
      ...{ day: "2026-03-10", topic: "视察", texts: [], places: ["u"] },
    });
    expect(comparedOf(reception, { stationId: "s", note: long }, "2026-03-10")).toMatchObject({
      topic: null,
      places: ["s"],
    });
  });

  test("every kind can be asked", () => {
    for (const kind of recordKinds) expect(() => comparedOf(kind, {}, "2026-03-10")).not.toThrow();
  });
});
