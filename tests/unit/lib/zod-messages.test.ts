import { describe, expect, it } from "vitest";
import { z } from "zod";
import { speakChinese } from "@/lib/zod-messages";

speakChinese();

const schemas = {
  string: z.string(),
  number: z.number(),
  int: z.int().min(3).max(5),
  boolean: z.boolean(),
  uuid: z.uuid(),
  url: z.url(),
  email: z.email(),
  regex: z.string().regex(/x/),
  short: z.string().max(2),
  long: z.string().min(40),
  choice: z.enum(["a", "b"]),
  literal: z.literal("a"),
  list: z.array(z.string()).min(1).max(2),
  object: z.strictObject({ a: z.string() }),
  union: z.union([z.string(), z.number()]),
  discriminated: z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") })]),
  record: z.record(z.string().max(1), z.string()),
  date: z.date(),
  multiple: z.number().multipleOf(5),
  tuple: z.tuple([z.string()]),
  map: z.map(z.string(), z.number()),
};
const inputs: unknown[] = [
  undefined,
  null,
  "",
  "zzz",
  7,
  -1,
  1e99,
  NaN,
  true,
  [],
  ["a", "b", "c"],
  {},
  { a: 1, evil: 2 },
  { kind: "x" },
  new Map([[1, "x"]]),
  () => 0,
];

describe("what a schema says is Chinese, without the types' English names", () => {
  it.each(Object.entries(schemas))("%s", (_name, schema) => {
    const said = inputs.flatMap(
      (input) => schema.safeParse(input).error?.issues.map(({ message }) => message) ?? [],
    );
    expect(said.length).toBeGreaterThan(0);
    for (const message of said) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(message).not.toMatch(/[a-z]{2,}/i);
    }
  });
});
