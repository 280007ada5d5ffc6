import { expect, test } from "vitest";
import { laneOf } from "@/server/trpc/heavy";
import { listProcedures } from "@/server/trpc/registry";

const of = (lane: string | null) =>
  listProcedures()
    .filter(({ path }) => laneOf(path) === lane)
    .map(({ path }) => path)
    .sort();

test("what reads a whole county, a book or a list as a file waits for its turn, and these are all of them", () => {
  expect(of("reads").filter((path) => !path.includes(".export"))).toEqual([
    "assessments.freezeYear",
    "assessments.onePages",
    "assessments.ownGains",
    "assessments.ownOnePage",
    "assessments.ownScore",
    "assessments.recordMoves",
    "assessments.scores",
    "assessments.trend",
    "assessments.whatIf",
    "books.book",
    "books.list",
    "calendar.countyMonth",
    "checks.draw",
    "cycles.appeals",
    "cycles.cycle",
    "cycles.own",
    "cycles.result",
    "cycles.review",
    "integrity.map",
    "integrity.own",
    "integrity.signals",
    "matching.county",
    "matching.own",
    "oversight.anyComparison",
    "oversight.comparison",
    "oversight.evidence",
    "oversight.home",
    "oversight.league",
    "oversight.meeting",
    "oversight.ownPosition",
    "oversight.ownYearbook",
    "oversight.rows",
    "oversight.today",
    "oversight.trend",
    "oversight.yearbook",
    "search.county",
    "standing.ofCounty",
    "summaries.draft",
    "symposia.outline",
  ]);
  expect(of("reads")).toContain("books.exportBook");
  expect(of("reads")).toContain("suggestions.exportRows");
});

test("imports have turns of their own: they write, and may take a minute", () => {
  const mutations = listProcedures().filter(({ kind }) => kind === "mutation");
  expect(of("imports")).toContain("suggestions.importRows");
  expect(mutations.map(({ path }) => path)).toEqual(expect.arrayContaining(of("imports")));
});
