import { describe, expect, test } from "vitest";
import { codeIsOfCounty, mayMergeInto } from "@/domains/tenancy/rules/townships";
import { allow, type Decision } from "@/lib/decision";

const reason = (decision: Decision): string => (decision.allowed ? "" : decision.reason);

describe("townships of a county", () => {
  const town = { id: "a", name: "东镇", status: "active" };
  const other = { id: "b", name: "西镇", status: "active" };

  test("a code begins with the county's", () => {
    expect(codeIsOfCounty("330921100", "330921")).toEqual(allow);
    expect(reason(codeIsOfCounty("330922100", "330921"))).toContain("以本县代码 330921 开头");
    expect(codeIsOfCounty("330922100", "330921")).toMatchObject({ field: "code" });
  });

  test("a township goes once, into another one that stands", () => {
    expect(mayMergeInto(town, other)).toEqual(allow);
    expect(reason(mayMergeInto(town, town))).toContain("不能并入自身");
    expect(reason(mayMergeInto({ ...town, status: "merged" }, other))).toContain("东镇已经并入其他乡镇");
    expect(reason(mayMergeInto(town, { ...other, status: "merged" }))).toContain("西镇已不在用");
    expect(mayMergeInto(town, town)).toMatchObject({ field: "intoId" });
    expect(mayMergeInto(town, { ...other, status: "merged" })).toMatchObject({ field: "intoId" });
  });
});
