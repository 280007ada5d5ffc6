import { describe, expect, it } from "vitest";
import { choice, day, formOnly, maybe, text } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { filtersIn } from "@/lib/records/listing";
import { shownFact } from "@/lib/records/shown";

const kind = recordKind({
  type: "example",
  name: "例子",
  unit: "件",
  router: "examples",
  titleOf: ({ title }) => title,
  lists: { "examples.call": "未出席" },
  filters: { quarter: choice("季度", { 1: "第一季度" }) },
  fields: {
    title: text("名称", 100),
    state: choice("状态", { open: "在办" }, { filter: true }),
    occurredOn: day("日期"),
    endsOn: maybe(day("离任日期", { empty: "在任" })),
    total: formOnly(maybe(text("应到", 10))),
  },
});

describe("what a kind says beside its fields", () => {
  it("filters that no field holds stand after those of the fields", () => {
    expect(filtersIn(kind).map(([key]) => key)).toEqual(["state", "quarter"]);
  });

  it("an empty fact is told by its word, where it has one", () => {
    expect(shownFact(kind.fields.endsOn, null)).toBe("在任");
    expect(shownFact(kind.fields.total, null)).toBeNull();
  });

  it("the history calls lists by the kind's words", () => {
    expect(kind.words?.lists).toEqual({ "examples.call": "未出席" });
  });
});
