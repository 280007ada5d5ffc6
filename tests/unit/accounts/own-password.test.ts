import { expect, test } from "vitest";
import {
  passwordIsNew,
  passwordIsStrong,
  presentPasswordIsProven,
  roleFitsTenant,
} from "@/domains/accounts/rules";
import { allow } from "@/lib/decision";

test("one's own password is proven, and changed to another [S25]", () => {
  expect(presentPasswordIsProven(true)).toEqual(allow);
  expect(presentPasswordIsProven(false).allowed).toBe(false);
  expect(passwordIsNew("a", "b")).toEqual(allow);
  expect(passwordIsNew("a", "a").allowed).toBe(false);
});

test("a refusal names the field it is about, so that the form marks it", () => {
  expect(presentPasswordIsProven(false)).toMatchObject({ field: "current" });
  expect(passwordIsNew("a", "a")).toMatchObject({ field: "next" });
  expect(passwordIsStrong("short", "liming")).toMatchObject({ field: "next" });
  expect(roleFitsTenant("townshipStaff", null)).toMatchObject({ field: "townshipId" });
  expect(roleFitsTenant("countyStaff", "a")).toMatchObject({ field: "townshipId" });
});
