import { describe, expect, it } from "vitest";
import { mayFreeze } from "@/domains/assessments/rules/freeze";
import { canonicalJson } from "@/lib/canonical-json";
import { changeReasonIn } from "@/lib/change-reason";
import { jsonDigest } from "@/lib/json-digest";

const over = { year: 2026, today: "2027-01-01", frozenOn: null, published: true, townships: 30 };

describe("a year is frozen", () => {
  it("from the first of January after it, once, by the county's published scheme [R85]", () => {
    expect(mayFreeze(over)).toEqual({ allowed: true });
    expect(mayFreeze({ ...over, today: "2027-03-01" })).toEqual({ allowed: true });
    expect(mayFreeze({ ...over, today: "2026-12-31" })).toMatchObject({ allowed: false });
  });

  it("and each refusal says what stands in the way [R85]", () => {
    const reasons = [
      mayFreeze({ ...over, today: "2026-12-31" }),
      mayFreeze({ ...over, frozenOn: "2027-01-05" }),
      mayFreeze({ ...over, published: false }),
      mayFreeze({ ...over, townships: 0 }),
    ].map((decision) => (decision.allowed ? "" : decision.reason));
    expect(reasons).toEqual([
      "2026 年还没有结束，2027-01-01 起才能封存（一般在 2027-01-10 前封存，留几天补录）。",
      "2026 年考核已于 2027-01-05 封存，不能再次封存。",
      "2026 年还没有公布考核方案，请先在“考核方案”页公布，或采用默认方案，再封存。",
      "2026 年没有乡镇，没有可以封存的得分。",
    ]);
  });
});

describe("canonical JSON", () => {
  it("is the same for the same value, whatever the order of its keys", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: 1.5, "10": 0, "9": -0 })).toBe(
      '{"10":0,"9":0,"a":1.5,"b":[1,{"c":"é","d":null}]}',
    );
    expect(jsonDigest({ a: 1, b: undefined })).toBe(jsonDigest({ a: 1 }));
  });

  it("has no sign for what JSON cannot hold", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
    expect(() => canonicalJson(() => 1)).toThrow();
  });
});

describe("the reason of a change", () => {
  const given = (value: string | null) => changeReasonIn({ get: () => value });
  it("comes percent-encoded, and is null where it cannot be kept", () => {
    expect(given(encodeURIComponent(" 更正录入差错 "))).toBe("更正录入差错");
    expect([null, "", "%E0%A4%A", encodeURIComponent("字".repeat(201)), "a%00b"].map(given)).toEqual(
      Array(5).fill(null),
    );
  });
});
