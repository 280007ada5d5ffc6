import { describe, expect, it } from "vitest";
import { activity } from "@/domains/supervision/record";
import { reception } from "@/domains/contact/record";
import { plannedFacts } from "@/lib/records/planned";

const item = { work: "visit", topic: "饮水安全", year: 2026, month: 9 };

describe("what a plan's item hands over to the form of its record", () => {
  it("is the topic, a day of its month and the kind of work [R6]", () => {
    expect(plannedFacts(activity, item, { kind: "inspectionVisit" }, "2026-09-20")).toEqual({
      ...{ topic: "饮水安全", occurredOn: "2026-09-20", kind: "inspectionVisit" },
    });
    const inspection = { ...item, work: "lawInspection" };
    expect(plannedFacts(activity, inspection, { kind: "inspectionVisit" }, "2026-11-20")).toEqual({
      ...{ topic: "饮水安全", occurredOn: "2026-09-01", kind: "lawInspection" },
    });
  });

  it("has no day to come where only what has happened is entered, and no topic where none is asked [R6]", () => {
    const told = { ...item, work: "reception" };
    expect(plannedFacts(reception, told, {}, "2026-03-05")).toEqual({ occurredOn: "2026-03-05" });
    expect(plannedFacts(reception, told, {}, "2026-10-05")).toEqual({ occurredOn: "2026-09-01" });
  });
});
