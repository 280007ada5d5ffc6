import { describe, expect, it } from "vitest";
import { training } from "@/domains/trainings/record";
import { isEnteredOnce } from "@/lib/records/once";

type Told = Parameters<typeof isEnteredOnce<typeof training>>[2];

const held = {
  topic: "代表法培训",
  occurredOn: "2026-05-12",
  hours: 3,
  deputyIds: [],
} as unknown as Told;
const twice = (topic: string, occurredOn = held.occurredOn) =>
  isEnteredOnce(training, ["topic", "occurredOn"], { ...held, topic, occurredOn }, [held]);

describe("a record is entered once", () => {
  it.each([["代表法培训"], ["代表法 培训"], ["《代表法》培训。"], ["代表法培训（）"]])(
    "whatever blanks and marks it is written with: %s",
    (topic) => {
      expect(twice(topic)).toMatchObject({ allowed: false });
    },
  );

  it("another topic or another day is another record", () => {
    expect(twice("代表法培训二").allowed).toBe(true);
    expect(twice("代表法培训", "2026-05-13").allowed).toBe(true);
  });
});
