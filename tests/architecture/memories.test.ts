import { expect, it } from "vitest";
import { sources } from "./sources";

it("no two memories of the process have one name, which would give one's answers to the other", () => {
  const names = sources.flatMap(({ text }) =>
    [...text.matchAll(/lastFewOf<.*>\("([^"]+)"/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
