import { metricOf, type MetricCode } from "./metrics";

/** Sums over the evidence of one township, metric and part; the database adds, nobody recounts. */
export type PartSum = {
  metric: MetricCode;
  part: EvidencePart;
  numerator: number;
  denominator: number;
  /** rows that count: those with a denominator */
  counted: number;
  /** rows left out, each with its reason */
  leftOut: number;
  /** rows that stand for a record, voided ones apart */
  records: number;
};

/**
 * Which part of a metric a row belongs to, where the formula needs to tell them apart. `carried` rows are of an earlier
 * year and still open in this one; a `declared` row is the township's signed word that it had none.
 */
export const evidenceParts = [
  "all",
  "session",
  "presidium",
  "notRated",
  "reported",
  "carried",
  "declared",
  "resolution",
  "coverage",
  "turnout",
  "voided",
] as const;
export type EvidencePart = (typeof evidenceParts)[number];

/** 未录 (not entered), 无 (nothing was due) and a value — which may be 0 — are three different things. */
export type CellState = "value" | "none" | "notEntered";

export type Cell = {
  metric: MetricCode;
  state: CellState;
  /** a ratio from 0 to 1, a count, or quarters met; null unless the state is "value" */
  value: number | null;
  numerator: number;
  denominator: number;
  counted: number;
  leftOut: number;
  /** the township said itself, and signed, that there was nothing to enter: a 0 or 无 that nobody forgot */
  declared: boolean;
  parts: readonly PartSum[];
};

/** A cell as it is shown: what it is made of is asked for when it is opened. */
export type ShownCell = Omit<Cell, "parts">;

const sum = (rows: readonly PartSum[], pick: (row: PartSum) => number) =>
  rows.reduce((total, row) => total + pick(row), 0);

/**
 * Among what a cell stands. @property sums the township's, which tell whether it entered such records at all
 * @property blameless whoever is asked enters nothing itself: what its township did not enter was asked of nobody
 */
export type Around = { sums: readonly PartSum[]; blameless: boolean };

function stateOf(metric: MetricCode, own: readonly PartSum[], around: Around): CellState {
  const definition = metricOf(metric);
  const used = around.sums.some((row) => definition.domain.includes(row.metric) && row.records > 0);
  if (!used) return definition.byCounty || around.blameless ? "none" : "notEntered";
  if (definition.kind === "count" || sum(own, (row) => row.denominator) > 0) return "value";
  const entered = own.some((row) => row.part !== "declared" && row.records > 0);
  return entered ? definition.whenNothingDue : "none";
}

const isDeclared = (parts: readonly PartSum[]): boolean =>
  parts.some((row) => row.part === "declared") &&
  !parts.some((row) => row.part !== "declared" && row.records > 0);

/** Nothing of the year itself was entered; what is still open from an earlier year is no entry of this one. */
export const isSilent = (cell: Cell): boolean =>
  cell.state === "notEntered" || cell.parts.every((row) => row.part === "carried");

/** Of shares by the head the sum is a number of people's, not what the machine makes of thirds. */
const rounded = (numerator: number): number => Math.round(numerator * 1e9) / 1e9;

/**
 * @param sums every part sum of the township in that year, because the state also depends on its other records
 * @param around of a group or a unit: its township's
 */
export function cellOf(
  metric: MetricCode,
  sums: readonly PartSum[],
  around: Around = { sums, blameless: false },
): Cell {
  const parts = sums.filter((row) => row.metric === metric);
  const state = stateOf(metric, parts, around);
  const { shows, perDeputy } = metricOf(metric);
  const shown = shows === undefined ? parts : parts.filter((row) => row.part === shows);
  const added = sum(shown, (row) => row.numerator);
  const numerator = perDeputy ? rounded(added) : added;
  const denominator = sum(shown, (row) => row.denominator);
  const plain = metricOf(metric).kind === "ratio" ? numerator / denominator : numerator;
  return {
    metric,
    state,
    value: state === "value" ? plain : null,
    numerator,
    denominator,
    counted: sum(parts, (row) => row.counted),
    leftOut: sum(parts, (row) => row.leftOut),
    declared: isDeclared(parts),
    parts,
  };
}
