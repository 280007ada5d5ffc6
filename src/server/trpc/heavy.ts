import "server-only";
import type { Lane } from "@/server/db/turns";

/** What reads a whole county, or all of a year's records to make a book of them. */
const heavyReads = new Set([
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
  "cycles.appeals",
  "cycles.cycle",
  "cycles.own",
  "cycles.result",
  "cycles.review",
  "checks.draw",
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

/** Where a procedure waits for its turn; null for the light ones, which wait for nobody. Exports and imports are heavy by name. */
export function laneOf(path: string): Lane | null {
  if (/\.import[A-Z]\w*$/.test(path)) return "imports";
  return heavyReads.has(path) || /\.export[A-Z]\w*$/.test(path) ? "reads" : null;
}
