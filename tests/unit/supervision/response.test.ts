import { expect, it } from "vitest";
import { handedAfterReport, mayBeHandedOver } from "@/domains/supervision/rules/response";

it("what is handed on is a report: the activity is done, and nothing leaves before it was written [R30]", () => {
  const done = { state: "done" as const, reportedOn: "2026-05-20" };
  expect(mayBeHandedOver(done, "2026-05-20").allowed).toBe(true);
  expect(mayBeHandedOver({ state: "planned", reportedOn: null }, "2026-05-20")).toMatchObject({
    reason: "活动还没有办结，请先办结并填写报告，再登记交办和反馈。",
  });
  expect(mayBeHandedOver(done, "2026-05-19")).toMatchObject({ field: "handedOn" });
  expect(handedAfterReport(null, "2026-05-19").allowed).toBe(true);
});
