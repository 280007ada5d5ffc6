import { expect, test } from "vitest";
import { absenceAlert, type Kept } from "@/domains/deputies/rules/roster";

const mandate = { startsOn: "2022-01-01", endsOn: "2026-12-31" };
const kept = (startsOn: string, status: Kept["status"]): Kept => ({ startsOn, status });

test("one absence without leave warns, two end the mandate by article [R18]", () => {
  const first = kept("2025-01-13", "absent");
  expect(absenceAlert(mandate, [first])?.tone).toBe("warn");
  expect(absenceAlert(mandate, [first, kept("2026-01-13", "absent")])).toMatchObject({
    tone: "bad",
    counted: ["2025-01-13", "2026-01-13"],
    article: "代表法第62条",
  });
});

test("approved leave, presence and an unmarked roll are no absence [R18]", () => {
  expect(
    absenceAlert(mandate, [
      kept("2025-01-13", "leave"),
      kept("2025-08-01", "present"),
      kept("2026-01-13", null),
    ]),
  ).toBeNull();
});

test("sessions before or after the mandate are nobody's absence [R18]", () => {
  expect(absenceAlert(mandate, [kept("2021-12-31", "absent"), kept("2027-01-01", "absent")])).toBeNull();
});
