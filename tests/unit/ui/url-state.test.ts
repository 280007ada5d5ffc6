import { describe, expect, test } from "vitest";
import { listStateOf, nextSort, pageNumbers, withChange } from "@/ui/list/url-state";

describe("the address of a list", () => {
  test("is read into search, page, sort and filters", () => {
    const params = { q: " 排水 ", page: "3", sort: "-dueOn", status: ["assigned", "closed"], unit: "" };
    expect(listStateOf(params)).toEqual({
      q: "排水",
      page: 3,
      pageSize: 20,
      sort: { key: "dueOn", down: true },
      filters: { status: "assigned" },
    });
  });

  test.each(["0", "-1", "1.5", "x", ""])("page %j is page 1", (page) => {
    expect(listStateOf({ page }).page).toBe(1);
  });

  test("goes back to page 1 when a filter changes, so that nobody sees an empty page", () => {
    expect(withChange("page=4&status=assigned&year=2026", { status: "closed" })).toBe(
      "?status=closed&year=2026",
    );
  });

  test("keeps the filters when the page changes, and leaves page 1 unsaid", () => {
    expect(withChange("q=a&page=2", { page: "3" })).toBe("?q=a&page=3");
    expect(withChange("page=2", { page: "1" })).toBe("");
  });

  test("loses what is emptied", () => {
    expect(withChange("q=a&unit=b&x=1", { q: null, unit: "" })).toBe("?x=1");
  });

  test("sorts up, then down, then as the list is", () => {
    expect(nextSort(null, "dueOn")).toBe("dueOn");
    expect(nextSort({ key: "dueOn", down: false }, "dueOn")).toBe("-dueOn");
    expect(nextSort({ key: "dueOn", down: true }, "dueOn")).toBeNull();
    expect(nextSort({ key: "title", down: false }, "dueOn")).toBe("dueOn");
  });

  test("offers the ends and the neighbours of the page", () => {
    expect(pageNumbers(5, 9)).toEqual([1, 0, 4, 5, 6, 0, 9]);
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
    expect(pageNumbers(1, 1)).toEqual([1]);
  });
});
