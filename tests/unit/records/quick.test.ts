import { describe, expect, test } from "vitest";
import { recordKinds } from "@/domains/record-kinds";
import { activity } from "@/domains/supervision/record";
import type { AnyKind } from "@/lib/records/kind";
import { lentBy, quickOrder } from "@/lib/records/quick";
import { laterFields } from "@/lib/records/steps";

describe("记一笔", () => {
  test("the day, the topic, what else must be said and who come first, the rest stays folded", () => {
    expect(quickOrder(activity, ["lawName"])).toEqual({
      first: ["occurredOn", "topic", "kind", "lawName", "deputyIds", "unnamed", "unnamedAbout"],
      rest: ["endedOn", "unitIds", "leader", "place", "visited", "isJoint"],
    });
  });

  test("of every kind no field is lost, and none that must be said is folded", () => {
    for (const kind of recordKinds as readonly AnyKind[]) {
      const { first, rest } = quickOrder(kind, []);
      expect([...first, ...rest, ...laterFields(kind)].sort()).toEqual(Object.keys(kind.fields).sort());
      expect(rest.filter((key) => kind.fields[key]?.required)).toEqual([]);
    }
  });

  test("last year's record lends no day, no figure and nothing of its later steps", () => {
    const facts = {
      ...{
        topic: "防汛检查",
        kind: "inspectionVisit",
        occurredOn: "2025-05-01",
        endedOn: null,
        place: "海塘",
      },
      ...{ deputyIds: ["a"], unitIds: ["u"], visited: 12, handedOn: "2025-06-01", response: "已整改" },
    };
    expect(lentBy(activity, facts)).toEqual({
      ...{ topic: "防汛检查", kind: "inspectionVisit", place: "海塘", deputyIds: ["a"], unitIds: ["u"] },
      ...{ lawName: null, leader: null, isJoint: null },
    });
  });
});
