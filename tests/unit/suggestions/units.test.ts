import { describe, expect, it } from "vitest";
import { unitMayBeVoided, unitNameIsFree } from "@/domains/suggestions/rules/units";
import { editInputOf } from "@/domains/records/schema";
import { handlingUnit } from "@/domains/suggestions/record";

describe("a handling unit", () => {
  it("bears a name of its own; the field is told in few words", () => {
    expect(unitNameIsFree("镇城建办", 0)).toEqual({ allowed: true });
    expect(unitNameIsFree("镇城建办", 1)).toEqual({
      allowed: false,
      reason: "已有名为「镇城建办」的承办单位，请直接使用它。",
      field: "name",
      beside: "已有同名单位",
    });
  });

  it("with work is not struck out [R74]", () => {
    expect(unitMayBeVoided("镇城建办", 0)).toEqual({ allowed: true });
    expect(unitMayBeVoided("镇城建办", 2)).toMatchObject({
      reason: "「镇城建办」还有2件建议没有办结，请先办结或改派后再作废。",
    });
  });

  it.each([
    ["0580-4470000", true],
    ["", true],
    ["问张三", false],
    ["1", false],
  ])("takes the telephone number %o: %o", (phone, taken) => {
    const facts = { name: "镇城建办", kind: "government", phone };
    const keys = { township: "330921100", idempotencyKey: "0197b1f0-0000-7000-8000-000000000001" };
    const key = { id: "0197b1f0-0000-7000-8000-000000000002", version: 1 };
    expect(editInputOf(handlingUnit).safeParse({ ...keys, ...key, ...facts }).success).toBe(taken);
  });
});
