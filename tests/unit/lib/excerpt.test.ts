import { expect, test } from "vitest";
import { excerpt, firstNames } from "@/lib/excerpt";

test("an excerpt shows that something was left off, and never halves a character", () => {
  expect(excerpt("积水", 2)).toBe("积水");
  expect(excerpt("老街积水", 3)).toBe("老街…");
  expect(excerpt("𠮷𠮷𠮷", 2)).toBe("𠮷…");
});

test("of many names a page shows the first, and that there are more", () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `代表${at + 1}`).join("、");
  expect(firstNames("林海")).toBe("林海");
  expect(firstNames(names(8))).toBe(names(8));
  expect(firstNames(names(73))).toBe(`${names(8)}等`);
});
