import { expect, test } from "vitest";
import { meetingIsNotAfter } from "@/domains/suggestions/rules/days";
import { allow, type Decision } from "@/lib/decision";

const reason = (decision: Decision): string => (decision.allowed ? "" : decision.reason);

test("a suggestion is handed over on the day of the meeting or after it", () => {
  expect(meetingIsNotAfter(null, "2026-03-01")).toEqual(allow);
  expect(meetingIsNotAfter("2026-03-01", "2026-03-01")).toEqual(allow);
  expect(reason(meetingIsNotAfter("2026-03-02", "2026-03-01"))).toBe("交办会日期不能晚于交办日期，请核对。");
});
