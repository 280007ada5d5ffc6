import type { Day } from "@/lib/dates";
import type { Cell, EvidencePart, PartSum } from "./cells";
import type { MetricLaw } from "./metric-law";
import type { Graded } from "./grades";
import type { MetricCode } from "./metrics";
import type { Rank } from "./ranking";
import type { Scheme } from "./scheme";
import type { Result } from "./scoring";

/*
 * A frozen year as plain data: what it was scored by, each township's standing, every row of evidence. The database keeps
 * it in parts, the published file (docs/assessment-bundle.md) holds all of it; the digest is the same for both.
 */

/** A row of evidence without a word of its record, in the order in which it is shown; a list, because there are so many. */
export type FrozenRow = readonly [
  part: EvidencePart,
  recordType: string,
  recordId: string | null,
  occurredOn: Day | null,
  enteredOn: Day | null,
  enteredAfter: number | null,
  enteredClosed: boolean,
  numerator: number,
  denominator: number,
  reason: string,
  amount: number | null,
  step: string | null,
];

/** A number of the law as it bound on the days of the year. */
export type LawValue = { key: string; from: Day; to: Day; value: number; unit: string; citation: string };

export type FrozenTerms = {
  scheme: Scheme;
  schemeSince: Day | null;
  /** which of the year's published versions it is, and the digest with which it was published */
  schemeEdition: number | null;
  schemeHash: string | null;
  law: {
    sessionsAsked: number;
    values: readonly LawValue[];
    /** of each metric that was counted: the comparison's, and those that the scheme uses besides */
    metrics: Readonly<Partial<Record<MetricCode, MetricLaw>>>;
  };
};

/** What a township got, without the name by which it was reckoned. */
export type FrozenResult = Pick<
  Result,
  "scores" | "total" | "bonus" | "deduction" | "panel" | "final" | "vetoes"
> & {
  grade: Omit<Graded, "id">;
  rank: Omit<Rank, "townshipId">;
};

export function resultOf(result: Result): FrozenResult {
  const { scores, total, bonus, deduction, panel, final, vetoes } = result;
  const { grade, why } = result.grade;
  const { townshipId: _, ...rank } = result.rank;
  const judged = panel === undefined ? {} : { panel };
  return { scores, total, bonus, deduction, ...judged, final, vetoes, grade: { grade, why }, rank };
}

export type FrozenTownship = FrozenResult & {
  code: string;
  name: string;
  shortName: string;
  class: number | null;
  mergedOn: Day | null;
};

/** All evidence of a township for one metric; `hash` is the digest of `rows`. */
export type FrozenEvidence = { township: string; metric: MetricCode; cell: Cell; hash: string };

export const bundleFormat = "assessment-bundle/1";

/** What the digest is of: everything but the rows themselves, which stand in it by their own digests. */
export type Manifest = FrozenTerms & {
  format: typeof bundleFormat;
  county: { code: string; name: string };
  year: number;
  judgedOn: Day;
  frozenAt: string;
  note: string | null;
  townships: readonly FrozenTownship[];
  evidence: readonly FrozenEvidence[];
};

export type Bundle = Omit<Manifest, "evidence"> & {
  evidence: readonly (FrozenEvidence & { rows: readonly FrozenRow[] })[];
  hash: string;
};

export function manifestOf(bundle: Bundle): Manifest {
  const { hash: _, evidence, ...head } = bundle;
  return {
    ...head,
    evidence: evidence.map(({ township, metric, cell, hash }) => ({ township, metric, cell, hash })),
  };
}

/** What the rows of one metric come to, part by part: what the database sums of a running year. */
export function sumsOf(metric: MetricCode, rows: readonly FrozenRow[]): PartSum[] {
  const sums = new Map<EvidencePart, PartSum>();
  for (const [part, , recordId, , , , , numerator, denominator, reason] of rows) {
    const empty = { metric, part, numerator: 0, denominator: 0, counted: 0, leftOut: 0, records: 0 };
    const sum = sums.get(part) ?? empty;
    const stands = recordId !== null && part !== "voided" && reason !== "notPresidium";
    sums.set(part, {
      ...sum,
      numerator: sum.numerator + numerator,
      denominator: sum.denominator + denominator,
      counted: sum.counted + (denominator > 0 ? 1 : 0),
      leftOut: sum.leftOut + (denominator > 0 ? 0 : 1),
      records: sum.records + (stands ? 1 : 0),
    });
  }
  return [...sums.values()];
}
