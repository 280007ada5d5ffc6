import type { Day } from "@/lib/dates";
import type { FindingState } from "@/domains/supervision/rules/findings";
import type { PartState } from "./progress";

/** What field work says of one point of the checklist. */
export type Answer = { code: string; answer: "ok" | "problem" | "notApplicable"; findingId: string | null };
export type Severity = "slight" | "general" | "serious";
export const severityWords: Record<Severity, string> = { serious: "严重", general: "一般", slight: "轻微" };

export type MergedFinding = {
  id: string;
  description: string;
  state: FindingState;
  unit: string | null;
  overdue: boolean;
  reopened: number;
  severity: Severity | null;
};

/** One township's result. @property township its code */
export type MergedPart = {
  id: string;
  township: string;
  name: string;
  state: PartState;
  activityId: string | null;
  deputies: number;
  /** how many more took part whose names nobody kept */
  unnamed: number;
  visited: number;
  findings: readonly MergedFinding[];
  answers: readonly Answer[];
};

export type MergedTask = {
  title: string;
  lawName: string | null;
  windowFrom: Day;
  windowUntil: Day;
  points: readonly { code: string; text: string; article: string | null }[];
};

/** Fewer than these are too few to compare by. */
export const fewest = 5;
export type Rate = { of: number; n: number };

const tally = (findings: readonly MergedFinding[]) => {
  const count = (holds: (one: MergedFinding) => boolean) => findings.filter(holds).length;
  return {
    findings: findings.length,
    closed: count(({ state }) => state === "closed"),
    overdue: count(({ overdue }) => overdue),
    reopened: count(({ reopened }) => reopened > 0),
  };
};

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((so, item) => so + of(item), 0);

const moreFirst = <Row extends { findings: number; name: string }>(one: Row, other: Row): number =>
  other.findings - one.findings || one.name.localeCompare(other.name, "zh");

function unitsOf(parts: readonly MergedPart[]) {
  const all = parts.flatMap(({ name, findings }) => findings.map((one) => ({ ...one, township: name })));
  return [...new Set(all.map(({ unit }) => unit ?? ""))]
    .map((unit) => {
      const own = all.filter((one) => (one.unit ?? "") === unit);
      const townships = [...new Set(own.map(({ township }) => township))];
      return { name: unit === "" ? "没有写明单位" : unit, known: unit !== "", townships, ...tally(own) };
    })
    .toSorted((one, other) => Number(other.known) - Number(one.known) || moreFirst(one, other));
}

/** Each point of the checklist: at how many places it was looked at, and at how many of them something was wrong. */
function pointsOf(parts: readonly MergedPart[], points: MergedTask["points"]) {
  return points.map(({ code, text, article }) => {
    const own = parts.map(({ name, answers }) => {
      const said = answers.filter((one) => one.code === code && one.answer !== "notApplicable");
      return { name, n: said.length, of: said.filter(({ answer }) => answer === "problem").length };
    });
    const looked = own.filter(({ n }) => n > 0);
    return {
      code,
      text,
      article,
      n: sum(own, ({ n }) => n),
      of: sum(own, ({ of }) => of),
      townships: looked,
    };
  });
}

const states: readonly FindingState[] = [
  ...(["found", "notified", "planned", "rectified", "verified", "closed", "reopened"] as const),
];

/** A task's results brought together: only what the county has accepted counts, the others are named. */
export function mergedFigures(task: MergedTask, parts: readonly MergedPart[]) {
  const accepted = parts.filter(({ state }) => state === "done");
  const findings = accepted.flatMap((part) => part.findings);
  return {
    ...{ asked: parts.length, accepted: accepted.length },
    missing: parts.filter(({ state }) => state !== "done").map(({ name, state }) => ({ name, state })),
    deputies: sum(accepted, (part) => part.deputies),
    unnamed: sum(accepted, (part) => part.unnamed),
    visited: sum(accepted, (part) => part.visited),
    ...tally(findings),
    states: states.map((state) => ({ state, count: findings.filter((one) => one.state === state).length })),
    severities: (["serious", "general", "slight", null] as const).map((severity) => ({
      severity,
      ...tally(findings.filter((one) => one.severity === severity)),
    })),
    townships: accepted.map(({ township, name, deputies, visited, findings: own }) => ({
      ...{ township, name, deputies, visited, ...tally(own) },
    })),
    units: unitsOf(accepted),
    points: pointsOf(accepted, task.points),
  };
}
export type MergedFigures = ReturnType<typeof mergedFigures>;
