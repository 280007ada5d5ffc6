import { describe, expect, test } from "vitest";
import { anId, aYear, calledIn, listQuery, oneOf, ticked } from "@/ui/list/list-query";
import { chosenYear, yearsOffered } from "@/lib/years";
import { listStateOf } from "@/ui/list/url-state";

const id = "0193a2b4-0000-7000-8000-000000000001";
const query = listQuery({
  sorts: ["occurredOn", "title"],
  filters: {
    year: aYear,
    kind: oneOf(["regular", "special"]),
    termId: calledIn("term", anId),
    voided: ticked,
  },
});
const asked = (params: Record<string, string>) => query("330482101", listStateOf(params));

describe("a list's address as its query's input", () => {
  test("what the list knows is asked for", () => {
    const params = {
      q: "道路",
      page: "2",
      sort: "title",
      year: "2026",
      kind: "special",
      term: id,
      voided: "yes",
    };
    expect(asked(params)).toEqual({
      township: "330482101",
      q: "道路",
      page: 2,
      pageSize: 20,
      sort: "title",
      direction: "asc",
      year: 2026,
      kind: "special",
      termId: id,
      voided: true,
    });
  });

  test("words it does not know are left out, and the list keeps its own order, newest first", () => {
    const params = { sort: "password", year: "26", kind: "toString", term: "x", voided: "no", county: "1" };
    expect(asked(params)).toEqual({
      township: "330482101",
      q: "",
      page: 1,
      pageSize: 20,
      sort: "occurredOn",
      direction: "desc",
      year: null,
      kind: null,
      termId: null,
      voided: false,
    });
  });

  test("a head clicked twice turns the order round; a list may rise by itself", () => {
    expect(asked({ sort: "-title" }).direction).toBe("desc");
    expect(asked({ sort: "occurredOn" }).direction).toBe("asc");
    const rising = listQuery({ sorts: ["name"], rises: true, filters: {} });
    expect(rising("330482101", listStateOf({})).direction).toBe("asc");
    expect(rising("330482101", listStateOf({ sort: "-name" })).direction).toBe("desc");
  });

  test("a search is not longer than the query takes", () => {
    expect(asked({ q: "路".repeat(300) }).q).toHaveLength(100);
  });
});

describe("the years of a list", () => {
  test.each(["1948", "2101", "2026.5", "x", ""])("year %j of an address is the current one", (year) => {
    expect(chosenYear({ year }, 2026)).toBe(2026);
  });

  test("the one looked at is offered among those that hold records", () => {
    expect(yearsOffered([2026, 2024], 2025)).toEqual([2026, 2025, 2024]);
    expect(yearsOffered([2026], 2026)).toEqual([2026]);
  });
});
