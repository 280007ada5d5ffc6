import { expect, test } from "vitest";
import { utcOf } from "@/lib/dates";
import { difference, differingLines } from "@/server/audit/difference";

const row = {
  id: "r1",
  version: 4,
  editedAt: new Date("2026-03-05T08:00:00.000Z"),
  topic: "视察",
  startsOn: utcOf("2026-03-01"),
  endsOn: null,
  phone: "13800001111",
  unitIds: ["a", "b"],
};

test("a change tells of the declared facts that differ and of no others [S74]", () => {
  const after = { topic: "检查", startsOn: "2026-03-01", endsOn: utcOf("2026-03-02"), unitIds: ["a", "b"] };
  expect(difference(row, after)).toEqual({
    before: { topic: "视察", endsOn: null },
    after: { topic: "检查", endsOn: "2026-03-02" },
  });
});

test("a fact that a command leaves alone is no change", () => {
  expect(difference(row, { topic: undefined })).toEqual({ before: {}, after: {} });
});

test("telephone numbers are covered on both sides, also where the digits shown are the same [PIPL]", () => {
  expect(difference(row, { phone: "13899991111" })).toEqual({
    before: { phone: "138****1111" },
    after: { phone: "138****1111" },
  });
  expect(difference(null, { officerPhone: "王某 0571-8765432" })).toEqual({
    after: { officerPhone: "王某 057*****5432" },
  });
});

test("of a new record all facts are told, the days as days", () => {
  expect(difference(null, { topic: "视察", startsOn: utcOf("2026-03-01"), endsOn: null })).toEqual({
    after: { topic: "视察", startsOn: "2026-03-01", endsOn: null },
  });
});

test("the order in which a line names its facts is no difference", () => {
  const was = { lines: [{ a: 1, b: utcOf("2026-03-01") }] };
  expect(difference(was, { lines: [{ b: "2026-03-01", a: 1 }] })).toEqual({ before: {}, after: {} });
});

test("lines that are replaced are told whole", () => {
  expect(differingLines([{ deputyId: "a", status: "leave" }], [])).toEqual({
    before: [{ deputyId: "a", status: "leave" }],
    after: [],
  });
});
