import { describe, expect, it } from "vitest";
import { sliceOf, sources } from "./sources";

const textOf = (path: string): string => sources.find((source) => source.path === path)?.text ?? "";

/** Every kind that is said by `recordKind(…)` in a slice's record.ts, by the name it is exported under. */
const said = sources
  .filter(({ path }) => sliceOf(path)?.part === "record")
  .flatMap(({ path, text }) =>
    [...text.matchAll(/export const (\w+) = recordKind\(/g)].map(([, name = ""]) => ({ name, path })),
  );

describe("a kind that is said once stands in every list of the registry", () => {
  it("there are such kinds", () => expect(said.length).toBeGreaterThan(2));

  it.each(said)("$name", ({ name, path }) => {
    const slice = sliceOf(path)?.slice ?? "";
    const missing = [
      ["src/domains/record-kinds.ts", new RegExp(`\\b${name}\\b`), `add ${name}`],
      [
        "src/domains/record-routers.ts",
        new RegExp(`@/domains/${slice}/router`),
        `add the router of ${slice}`,
      ],
      ["src/domains/record-uses.ts", new RegExp(`@/domains/${slice}/uses`), `add the uses of ${name}`],
    ] as const;
    const told = missing.filter(([list, line]) => !line.test(textOf(list)));
    expect(told.map(([list, , what]) => `${what} to ${list}`)).toEqual([]);
  });
});
