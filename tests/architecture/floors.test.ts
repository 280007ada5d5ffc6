import { describe, expect, it } from "vitest";
import { circlesIn, type Edges } from "./circles";
import { everything, sliceOf, type Source, sources } from "./sources";

/** What stands on the figures; every other slice with records lies below them and only states its evidence. */
const aboveFigures = [
  ...["oversight", "assessments", "subjects", "integrity", "cycles", "checks", "effects"],
  ...["data-requests", "exports", "matching", "symposia"],
];

/** What is made of weak points is talked about at symposia: docs/adr/0023. */
const standsOn: Readonly<Record<string, string>> = { symposia: "matching" };

type Crossing = { from: string; to: string; part: string; path: string; target: string };

/** Every import of one slice from another, types included. */
const crossings = (from: readonly Source[]): Crossing[] =>
  from.flatMap(({ path, imports }) => {
    const own = sliceOf(path);
    return imports.flatMap((target) => {
      const other = sliceOf(target);
      if (own === null || other === null || own.slice === other.slice) return [];
      return [{ from: own.slice, to: other.slice, part: other.part, path, target }];
    });
  });

const said = (found: readonly Crossing[]): string[] => found.map(({ path, target }) => `${path} → ${target}`);

describe("one figures floor", () => {
  it("a slice's evidence is read by the figures alone", () => {
    const read = crossings(sources).filter(({ part, from }) => part === "evidence" && from !== "figures");
    expect(said(read)).toEqual([]);
  });

  it("nobody below the figures imports them", () => {
    const wrong = crossings(sources).filter(
      ({ to, from }) => to === "figures" && !aboveFigures.includes(from),
    );
    expect(said(wrong)).toEqual([]);
  });

  it("what stands on the figures does not stand on one another, and nothing stands on it", () => {
    const wrong = crossings(sources).filter(
      ({ to, from }) => aboveFigures.includes(to) && standsOn[from] !== to,
    );
    expect(said(wrong)).toEqual([]);
  });
});

describe("no import goes in a circle, types included", () => {
  it("between files", () => {
    const paths = new Map(everything.map(({ path }) => [path.replace(/\.tsx?$/, ""), path]));
    const edges: Edges = new Map(
      sources.map(({ path, imports }) => [path, imports.flatMap((target) => paths.get(target) ?? [])]),
    );
    expect(circlesIn(edges)).toEqual([]);
  });

  const server = sources.filter(({ path }) => sliceOf(path)?.part !== "components");
  const between = crossings(server).filter(({ part }) => part !== "components");

  it("between slices on the server's side", () => {
    const edges: Edges = new Map();
    for (const { from, to } of between) {
      edges.set(from, [...new Set([...(edges.get(from) ?? []), to])]);
    }
    expect(circlesIn(edges)).toEqual([]);
  });
});
