import { expect, test } from "vitest";
import { passwordIsNew, presentPasswordIsProven } from "@/domains/accounts/rules";
import { allow } from "@/lib/decision";

test("one's own password is proven, and changed to another [S25]", () => {
  expect(presentPasswordIsProven(true)).toEqual(allow);
  expect(presentPasswordIsProven(false).allowed).toBe(false);
  expect(passwordIsNew("a", "b")).toEqual(allow);
  expect(passwordIsNew("a", "a").allowed).toBe(false);
});
