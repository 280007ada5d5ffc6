import { describe, expect, it } from "vitest";
import { recordKinds } from "@/domains/record-kinds";
import { addDays, type Day } from "@/lib/dates";
import type { AnyKind, Facts, RecordStep } from "@/lib/records/kind";
import { askedBy, laterFields, stepsFollow, stepsOf, tellsItsOwn } from "@/lib/records/steps";

const own: Day = "2026-03-05";
const stepped = (recordKinds as readonly AnyKind[]).filter((kind) => stepsOf(kind).length > 0);

/** Every step taken, ten days after the one before it in the kind's own order; one that another ends stands before that one. */
function taken(kind: AnyKind): Facts {
  const facts: Record<string, unknown> = Object.fromEntries(laterFields(kind).map((key) => [key, "有"]));
  stepsOf(kind).forEach(([, { day }], at) => (facts[day] = addDays(own, 10 * (at + 1))));
  return { ...facts, occurredOn: own };
}

const earlierOf = (kind: AnyKind, { after }: RecordStep) =>
  after === undefined ? null : (kind.steps?.[after]?.day ?? null);

describe.each(stepped.map((kind) => [kind.name, kind] as const))("the steps of %s", (_, kind) => {
  const all = taken(kind);
  const allowed = (change: Facts): boolean => stepsFollow(kind, { ...all, ...change }, own).allowed;

  it("stand each between those it follows and those that follow it, whichever is corrected [R24]", () => {
    expect(allowed({})).toBe(true);
    for (const [, step] of stepsOf(kind)) {
      const before = earlierOf(kind, step);
      const start = before === null ? own : (all[before] as Day);
      expect(allowed({ [step.day]: addDays(start, -1) }), `${step.name} before its own`).toBe(false);
      if (before !== null)
        expect(allowed({ [before]: addDays(all[step.day] as Day, 1) }), `${before} after ${step.name}`).toBe(
          false,
        );
      const last = step.until === undefined ? undefined : kind.steps?.[step.until];
      if (last !== undefined)
        expect(allowed({ [step.day]: addDays(all[last.day] as Day, 1) }), `${step.name} too late`).toBe(
          false,
        );
    }
    const days = stepsOf(kind).map(([, { day }]) => all[day] as Day);
    const moved = stepsFollow(kind, all, addDays(days.toSorted().at(-1) ?? own, 1));
    expect(moved.allowed, "the record's own day after its steps").toBe(false);
  });

  it("tell their own fields and no other step's [R24]", () => {
    for (const [, step] of stepsOf(kind)) {
      const mine = Object.fromEntries(
        laterFields(kind).map((key) => [key, askedBy(step).includes(key) ? "有" : null]),
      );
      expect(tellsItsOwn(kind, step, mine)).toEqual({ allowed: true });
      const others = laterFields(kind).filter((key) => !askedBy(step).includes(key));
      for (const key of others)
        expect(tellsItsOwn(kind, step, { ...mine, [key]: "有" }).allowed, key).toBe(false);
    }
  });
});
