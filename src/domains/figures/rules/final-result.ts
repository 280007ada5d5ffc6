import type { Day } from "@/lib/dates";
import { jsonDigest } from "@/lib/json-digest";
import { pick } from "@/lib/pick";
import { toCents } from "./formulas";
import { wordsOf } from "./metric-law";
import { type Bundle, bundleFormat, type FrozenResult, type FrozenTerms, resultOf } from "./snapshot";
import { type DecidedPoints, type Standing, standingsFrom, type Summed } from "./standing";

/*
 * What review, appeals and the directors' meeting made of a frozen year. The points are reckoned anew from the snapshot with
 * what was decided, by the rules that scored it; so whoever has the published file can reckon them too.
 */

/** Cases of a bonus or a deduction of the scheme, or a veto, with the reason. */
export type DecidedCases = { code: string; cases: number; reason: string };

/** @property code the township's */
export type TownshipDecision = {
  code: string;
  points: readonly { code: string; points: number; reason: string }[];
  bonuses: readonly DecidedCases[];
  deductions: readonly DecidedCases[];
  vetoes: readonly { code: string; reason: string }[];
};

/** A member of the panel, by the seat and without a name; points of a hundred, by township. */
export type PanelSeat = { role: string; points: readonly { code: string; points: number }[] };

/** @property percent how much of a township's points the panel makes; 0 where it is heard and not counted */
export type FinalDecision = {
  meetingOn: Day;
  meetingNumber: string;
  decidedAt: string;
  percent: number;
  panel: readonly PanelSeat[];
  townships: readonly TownshipDecision[];
};

export type FinalResult = FrozenResult & { code: string };

export const finalFormat = "assessment-bundle/2";

/** The published file once the meeting has decided: the frozen year, what was decided, and what came of it. */
export type FinalBundle = Omit<Bundle, "format" | "hash"> & {
  format: typeof finalFormat;
  frozenHash: string;
  decision: FinalDecision;
  results: readonly FinalResult[];
  hash: string;
};

/** The panel's mean for a township; null where nobody of it gave points. */
export function panelMean(panel: readonly PanelSeat[], township: string): number | null {
  const given = panel.flatMap(({ points }) => points.filter(({ code }) => code === township));
  if (given.length === 0) return null;
  return toCents(given.reduce((sum, { points }) => sum + points, 0) / given.length);
}

const casesIn = (lines: readonly DecidedCases[]): Map<string, number> =>
  new Map(lines.map(({ code, cases }) => [code, cases]));

/** What was decided of one township, as the score takes it. */
export function decidedPoints(
  { percent, panel, townships }: Pick<FinalDecision, "percent" | "panel" | "townships">,
  township: string,
): DecidedPoints {
  const own = townships.find(({ code }) => code === township);
  const mean = percent === 0 ? null : panelMean(panel, township);
  return {
    given: new Map(own?.points.map(({ code, points }) => [code, points])),
    reasons: new Map(own?.points.map(({ code, reason }) => [code, reason])),
    bonuses: casesIn(own?.bonuses ?? []),
    deductions: casesIn(own?.deductions ?? []),
    vetoes: new Set(own?.vetoes.map(({ code }) => code)),
    ...(mean === null ? {} : { panel: { points: mean, percent } }),
  };
}

type FrozenBasis = Pick<FrozenTerms, "scheme" | "law"> & { year: number; judgedOn: Day };
type Decided = Pick<FinalDecision, "percent" | "panel" | "townships">;

/** A frozen year with what was decided, reckoned anew; townships are known by their codes. */
export function standingsDecided(
  { year, judgedOn: today, scheme, law }: FrozenBasis,
  townships: readonly Summed[],
  decision: Decided,
): Standing[] {
  return standingsFrom(
    { year, today, scheme, words: wordsOf(law.metrics) },
    townships.map((one) => ({ ...one, decided: decidedPoints(decision, one.id) })),
  );
}

export const resultsOf = (standings: readonly Standing[]): FinalResult[] =>
  standings.map((standing) => ({ code: standing.id, ...resultOf(standing) }));

/** The digest of a result: of what was decided, what came of it, and the digest of the year it was decided on. */
export const finalHash = (sealed: Pick<FinalBundle, "frozenHash" | "decision" | "results">): string => {
  const { frozenHash, decision, results } = sealed;
  return jsonDigest({ format: finalFormat, frozenHash, decision, results });
};

/** The frozen year in a published result, as it was published before. */
export function frozenPart(bundle: FinalBundle): Bundle {
  const frozen = pick(
    bundle,
    ...(["county", "year", "note", "judgedOn", "frozenAt", "scheme", "schemeSince"] as const),
    ...(["schemeEdition", "schemeHash", "law", "townships", "evidence"] as const),
  );
  return { ...frozen, format: bundleFormat, hash: bundle.frozenHash };
}
