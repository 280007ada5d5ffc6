import { describe, expect, it } from "vitest";
import { dayFault, numberFault } from "@/ui/form/field-faults";
import { placeBefore } from "@/ui/shell/way-back";
import { listStateOf, withChange } from "@/ui/list/url-state";

describe("a box for a day", () => {
  const bounds = { min: "2026-01-01", max: "2026-11-26" };

  it("says why a text is no day, and never moves a day within its bounds", () => {
    expect(dayFault("2026-03-05", "会议日期", bounds)).toBeNull();
    expect(dayFault(null, "会议日期", bounds)).toBeNull();
    expect(dayFault("下周三", "会议日期", bounds)).toMatch(/看不懂/);
    expect(dayFault("2025-12-31", "会议日期", bounds)).toBe("会议日期不能早于 2026-01-01，请核对");
    expect(dayFault("2026-11-27", "会议日期", bounds)).toBe("会议日期不能晚于 2026-11-26，请核对");
  });
});

describe("a box for a number", () => {
  const whole = { min: 0, max: 100, digits: 0 };

  it("refuses what it would have to round or to move", () => {
    expect(numberFault(12, "到会", whole)).toBeNull();
    expect(numberFault(null, "到会", whole)).toBeNull();
    expect(numberFault(3.7, "到会", whole)).toBe("到会应填整数");
    expect(numberFault(101, "到会", whole)).toBe("到会不能大于 100");
    expect(numberFault(-1, "到会", whole)).toBe("到会不能小于 0");
    expect(numberFault("12人", "到会", whole)).toMatch(/应填数字/);
    expect(numberFault(12.345, "面积", { min: 0, digits: 2 })).toBe("面积最多 2 位小数");
    expect(numberFault(12.34, "面积", { min: 0, digits: 2 })).toBeNull();
  });
});

describe("Esc goes back to where one came from", () => {
  const before = (...paths: string[]) => paths.map((path) => ({ path, key: path }));
  const here = "/t/1/suggestions/9";

  it("past forms and other views of the same page", () => {
    expect(placeBefore(before(`${here}/edit`, here, "/c/3/compare"), here)?.path).toBe("/c/3/compare");
    expect(placeBefore(before("/t/1/suggestions/new", "/t/1"), here)?.path).toBe("/t/1");
  });

  it("never past the last sign-in, and nowhere when there is nothing", () => {
    expect(placeBefore(before("/sign-in", "/t/2/deputies"), here)).toBeNull();
    expect(placeBefore([], here)).toBeNull();
  });
});

describe("a list on its way to paper", () => {
  it("is asked for whole, and returns to its page", () => {
    expect(listStateOf({ page: "3", print: "all" })).toMatchObject({ page: 1, pageSize: 2000, filters: {} });
    const printed = withChange("page=3&q=水", { print: "all" });
    expect(new URLSearchParams(printed).get("page")).toBe("3");
    expect(withChange(printed.slice(1), { print: null })).toBe("?page=3&q=%E6%B0%B4");
  });
});
