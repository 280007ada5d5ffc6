import { describe, expect, it } from "vitest";
import { handedOnOf } from "@/lib/records/handed-on";
import { asRound, headsFit, headsText, unnamedFacts, unnamedText } from "@/lib/records/headcounts";
import { importColumns, isImported } from "@/lib/records/importing";
import type { AnyKind } from "@/lib/records/kind";
import { columnsIn } from "@/lib/records/listing";
import { lentBy, quickOrder } from "@/lib/records/quick";
import { recordKinds } from "@/domains/record-kinds";
import { reception } from "@/domains/contact/record";
import { groupActivity } from "@/domains/duty/record";
import { achievement } from "@/domains/achievements/record";
import { activity } from "@/domains/supervision/record";
import { createInputOf } from "@/domains/records/schema";
import { measuredFromText, roundFromText } from "@/lib/numbers";

const days = { own: "2026-05-20", today: "2026-05-20" };
const heads = (unnamed: number | null, unnamedAbout: boolean | null = null) => ({ unnamed, unnamedAbout });

describe("how many came whose names nobody kept", () => {
  it("is asked by every kind that says who was there, unless ballots or a number of its own say how many [R44]", () => {
    const told = (recordKinds as readonly AnyKind[])
      .filter(({ duty, fields }) => duty?.there?.some((key) => fields[key]?.kind === "people"))
      .filter(({ fields }) => !Object.values(fields).some(({ beside }) => beside !== undefined))
      .map(({ type }) => type);
    expect(told).toEqual(["projectRating", "appraisal", "achievement"]);
  });

  it("is of a day that has come [R44]", () => {
    expect(headsFit(activity, heads(36), days).allowed).toBe(true);
    expect(headsFit(activity, heads(36), { ...days, own: "2026-05-21" })).toMatchObject({
      field: "unnamed",
      reason: "2026-05-21 还没到，请到当天或之后再填未录姓名人数；事先报名的不算参加。",
    });
    expect(headsFit(activity, heads(null), { ...days, own: "2026-05-21" }).allowed).toBe(true);
  });

  it("may stand for a list of names where a record says who came, and nobody at all may not [R44]", () => {
    for (const kind of [groupActivity, reception]) {
      expect(headsFit(kind, { deputyIds: [], ...heads(12) }, days).allowed).toBe(true);
      expect(headsFit(kind, { deputyIds: ["a"], ...heads(null) }, days).allowed).toBe(true);
      for (const none of [null, 0])
        expect(headsFit(kind, { deputyIds: [], ...heads(none) }, days)).toMatchObject({ field: "deputyIds" });
    }
    expect(headsFit(activity, { deputyIds: [], ...heads(null) }, days).allowed).toBe(true);
  });

  it("is bounded by what makes sense, and no fraction or negative number [R44]", () => {
    const input = createInputOf(groupActivity);
    const facts = {
      ...{
        township: "330921100",
        idempotencyKey: "0199b0f0-0000-7000-8000-000000000001",
        topic: "议事",
        kind: "study",
      },
      ...{ occurredOn: "2026-05-20", groupId: "0199b0f0-0000-7000-8000-000000000002" },
    };
    const parsed = (unnamed: unknown) => input.safeParse({ ...facts, unnamed });
    expect(parsed(500).success).toBe(true);
    for (const wrong of [501, -1, 1.5, "36"]) expect(parsed(wrong).success).toBe(false);
    expect(input.parse({ ...facts, unnamed: 9, unnamedAbout: false })).toMatchObject(heads(9, null));
  });

  it("is told beside the names and never as one of them [R44]", () => {
    const facts = { deputyIds: ["a", "b"], ...heads(36, true) };
    expect(unnamedText(activity, "deputyIds", facts)).toBe("约 36 人次");
    expect(unnamedText(activity, "deputyIds", heads(0))).toBeNull();
    expect(unnamedFacts(activity, "deputyIds", facts)[0]?.value).toContain("不记入任何代表的履职档案");
    expect(unnamedFacts(activity, "deputyIds", heads(null))).toEqual([]);
    expect(columnsIn(activity).map(([key]) => key)).not.toContain("unnamed");
    expect(handedOnOf(activity).map(({ key }) => key)).toEqual(
      expect.arrayContaining(["deputyCount", "unnamed", "unnamedAbout"]),
    );
    expect(headsText({ named: 120, unnamed: 36, about: true, unit: "人次" })).toBe(
      "共约 156 人次，录有姓名的 120，未录姓名的约 36",
    );
    expect(headsText(null)).toBeNull();
  });

  it("is asked right after the names in 记一笔, read from Excel, and never lent to next year's record [R46]", () => {
    const { first } = quickOrder(groupActivity, []);
    expect(first.slice(first.indexOf("deputyIds"))).toEqual(["deputyIds", "unnamed", "unnamedAbout"]);
    expect(isImported(activity)).toBe(false);
    expect(importColumns(groupActivity).find(({ key }) => key === "unnamed")?.aliases).toContain("参加人数");
    expect(lentBy(groupActivity, { topic: "议事", ...heads(9, true) })).toMatchObject({ topic: "议事" });
    expect(lentBy(groupActivity, heads(9, true))).not.toHaveProperty("unnamedAbout");
  });
});

describe("a round number", () => {
  it("is said of a number that is there [R50]", () => {
    expect(headsFit(achievement, { attended: 200, attendedAbout: true }, days).allowed).toBe(true);
    expect(headsFit(achievement, { attended: null, attendedAbout: true }, days)).toMatchObject({
      field: "attended",
      reason: "勾选了「人次是约数」，请填写参加人次，或取消勾选。",
    });
    expect(asRound(achievement, "attended", { attendedAbout: true }, "200")).toBe("约 200");
    expect(asRound(achievement, "attended", { attendedAbout: null }, "200")).toBe("200");
  });

  it.each([
    ["70多人次", "人次", 70],
    ["200余", "人次", 200],
    ["近13万元", "元", 130_000],
    ["300多万元", "元", 3_000_000],
    ["约 30", "人", 30],
    ["20人左右", "人", 20],
    ["１５０余处", "处", 150],
    ["36人次", "人次", null],
    ["多", "人次", null],
    ["很多人", "人次", null],
    ["余", "", null],
  ])("is read as offices write it: %s [R50]", (text, unit, number) => {
    expect(roundFromText(text, unit)).toBe(number);
  });

  it("people are counted in 人, 人次, 名 and 位 alike, and in nothing else [R50]", () => {
    expect(measuredFromText("36人", "人次")).toBe(36);
    expect(measuredFromText("6名", "人")).toBe(6);
    expect(measuredFromText("36户", "人次")).toBeNull();
    expect(measuredFromText("36人", "户")).toBeNull();
  });
});
