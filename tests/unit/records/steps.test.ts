import { describe, expect, it } from "vitest";
import { specialWorkReport as kind } from "@/domains/reports/record";
import { policy } from "@/domains/policies/record";
import { stepInputOf } from "@/domains/records/schema";
import { isToldOnce, laterFields, stepsFollow, stepsOpen, stepsShown } from "@/lib/records/steps";

const today = "2026-11-22";
const none = Object.fromEntries(laterFields(kind).map((key) => [key, null]));
const heard = { ...none, topic: "环境保护", occurredOn: "2026-03-05" };
const deliberated = { ...heard, opinionOn: "2026-03-05", opinion: "加强巡查" };
const reasonOf = (facts: object) => {
  const decision = stepsFollow(kind, facts as Record<string, unknown>, "2026-03-05");
  return decision.allowed ? null : [decision.field, decision.reason];
};

describe("steps that a record takes after it was entered", () => {
  it("are told whole, in their order and not before what they follow [R24]", () => {
    expect(reasonOf(heard)).toBeNull();
    expect(reasonOf({ ...deliberated, handedOn: "2026-03-08" })).toBeNull();
    expect(reasonOf({ ...heard, opinion: "加强巡查" })).toEqual([
      "opinionOn",
      "已填写审议意见，请同时填写审议日期。",
    ]);
    expect(reasonOf({ ...heard, opinionOn: "2026-03-05" })).toEqual([
      "opinion",
      "已填写审议日期，请同时填写审议意见。",
    ]);
    expect(reasonOf({ ...heard, handedOn: "2026-03-08" })).toEqual([
      "handedOn",
      "请先登记审议日期，再登记交办日期。",
    ]);
    expect(reasonOf({ ...deliberated, opinionOn: "2026-03-04" })).toEqual([
      "opinionOn",
      "审议日期 2026-03-04 早于听取日期（2026-03-05），请核对。",
    ]);
  });

  it("are offered one after another, and not before the record's own day has come [R24]", () => {
    const open = (facts: object) =>
      stepsOpen(kind, facts as Record<string, unknown>, today).map(({ code, decision }) => [
        code,
        decision.allowed,
      ]);
    expect(open(heard)).toEqual([["deliberate", true]]);
    expect(open({ ...heard, occurredOn: "2026-12-01" })).toEqual([["deliberate", false]]);
    expect(open(deliberated)).toEqual([["hand", true]]);
    expect(stepsOpen(policy, {}, today)).toEqual([]);
    expect(stepsShown(kind, deliberated, today).map(({ state, note }) => [state, note])).toEqual([
      ["done", "2026-03-05"],
      ["now", undefined],
      ["todo", undefined],
      ["todo", undefined],
    ]);
  });

  it("are taken once; what was told is corrected, not told again [R24]", () => {
    const { deliberate } = kind.steps;
    expect(isToldOnce(kind, deliberate, heard, deliberated).allowed).toBe(true);
    expect(isToldOnce(kind, deliberate, deliberated, deliberated)).toMatchObject({
      reason: "「登记审议意见」已经登记过；要更正，请点「修改」。",
    });
    expect(isToldOnce(kind, deliberate, heard, heard)).toMatchObject({ field: "opinionOn" });
  });

  it("take their own fields alone: anything else is refused [S44]", () => {
    const id = "019a0000-0000-7000-8000-000000000001";
    const sent = { township: "330921100", idempotencyKey: id, id, version: 1, step: "hand" };
    const input = stepInputOf(kind);
    expect(input.safeParse({ ...sent, handedOn: "2026-03-08" }).success).toBe(true);
    for (const bad of [{ topic: "改写" }, { step: "publish" }, { handedOn: "2026-02-30" }])
      expect(input.safeParse({ ...sent, ...bad }).success).toBe(false);
  });
});
