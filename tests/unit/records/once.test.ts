import { describe, expect, it } from "vitest";
import { day, text } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { isEnteredOnce } from "@/lib/records/once";

const training = recordKind({
  type: "example",
  name: "培训",
  unit: "次",
  router: "examples",
  titleOf: ({ topic }) => topic,
  fields: { topic: text("主题", 100), occurredOn: day("日期") },
});
const held = { topic: "代表法培训", occurredOn: "2026-05-12" };
const twice = (topic: string, occurredOn = held.occurredOn) =>
  isEnteredOnce(training, ["topic", "occurredOn"], { topic, occurredOn }, [held]);

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
