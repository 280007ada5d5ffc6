import { describe, expect, it } from "vitest";
import { inRows, mapSize, maySaveMap, moved, placesOf } from "@/domains/oversight/rules/map";

const codes = ["330921100", "330921101", "330921102"] as const;
const at = (code: string, column: number, row: number) => ({ code, column, row });

describe("where the county places its townships", () => {
  it("they stand in rows until they are placed, and one that came later stands below the placed ones [R89]", () => {
    expect(placesOf(codes, [])).toEqual(inRows(codes));
    expect(placesOf(codes, [at(codes[1], 3, 4), at("330921999", 1, 1)])).toEqual([
      at(codes[0], 1, 5),
      at(codes[1], 3, 4),
      at(codes[2], 2, 5),
    ]);
  });

  it("a tile moved onto another changes places with it, and none leaves the map [R89]", () => {
    const places = inRows(codes);
    expect(moved(places, codes[0], { column: 2, row: 1 })).toEqual([
      at(codes[0], 2, 1),
      at(codes[1], 1, 1),
      at(codes[2], 3, 1),
    ]);
    expect(moved(places, codes[0], { column: 0, row: 1 })).toEqual(places);
    expect(moved(places, codes[0], { column: 1, row: mapSize.rows + 1 })).toEqual(places);
  });

  it("a map with a stranger, somebody twice or two on one place is refused in a sentence", () => {
    expect(maySaveMap([], codes).allowed).toBe(true);
    expect(maySaveMap(inRows(codes), codes).allowed).toBe(true);
    for (const places of [
      [at("330921999", 1, 1)],
      [at(codes[0], 1, 1), at(codes[0], 2, 1)],
      [at(codes[0], 1, 1), at(codes[1], 1, 1)],
    ])
      expect(JSON.stringify(maySaveMap(places, codes))).toMatch(/"allowed":false.*请/);
  });
});
