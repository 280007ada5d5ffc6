import { expect, it } from "vitest";
import { apart } from "../../vitest.config";
import { everything } from "./sources";

it("a test file that puts something else behind what others load, or listens to the driver, has a process apart, and no other file has", () => {
  const replaces =
    /\bvi\.(mock|doMock|stubEnv|stubGlobal)\(|process\.env(\.\w+|\["\w+"\]) = |from "\.\.\/bench\/measure"/;
  // Under load every file has its own.
  const shared = everything.filter(
    ({ path }) => path.endsWith(".test.ts") && !path.startsWith("tests/load/"),
  );
  const found = shared.filter(({ text }) => replaces.test(text));
  expect(found.map(({ path }) => path).sort()).toEqual([...apart].sort());
});
