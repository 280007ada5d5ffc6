import { expect, test } from "vitest";
import { genderFitsNote, seatsFollow } from "@/domains/deputies/rules/roster";
import { allow, type Decision } from "@/lib/decision";

const reason = (decision: Decision): string => (decision.allowed ? "" : decision.reason);

test("a note behind the name and the chosen gender agree", () => {
  expect(genderFitsNote(null, "male")).toEqual(allow);
  expect(genderFitsNote("female", null)).toEqual(allow);
  expect(genderFitsNote("female", "female")).toEqual(allow);
  expect(genderFitsNote("female", "male").allowed).toBe(false);
});

test("new seats begin no earlier than those in force [R3]", () => {
  expect(seatsFollow(null, "2026-03-01")).toEqual(allow);
  expect(seatsFollow("2026-03-01", "2026-03-01")).toEqual(allow);
  expect(reason(seatsFollow("2026-03-01", "2026-02-28"))).toContain("2026-03-01 起生效");
});
