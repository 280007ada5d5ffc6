import { expect, test } from "vitest";
import { excerpt } from "@/lib/excerpt";

test("an excerpt shows that something was left off, and never halves a character", () => {
  expect(excerpt("积水", 2)).toBe("积水");
  expect(excerpt("老街积水", 3)).toBe("老街…");
  expect(excerpt("𠮷𠮷𠮷", 2)).toBe("𠮷…");
});
