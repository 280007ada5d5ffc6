import { expect, it } from "vitest";
import { apart } from "../../vitest.config";
import { everything } from "./sources";

it("a test file that puts something else behind what others load, or listens to the driver, has a process apart, and no other file has", () => {
  const replaces =
    /\bvi\.(mock|doMock|stubEnv|stubGlobal)\(|process\.env(\.\w+|\["\w+"\]) = |from "\.\.\/bench\/measure"/;
  const found = everything.filter(({ path, text }) => path.endsWith(".test.ts") && replaces.test(text));
  expect(found.map(({ path }) => path).sort()).toEqual([...apart].sort());
});
