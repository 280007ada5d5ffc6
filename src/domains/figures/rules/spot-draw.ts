import { textDigest } from "@/lib/json-digest";
import { byLot } from "@/lib/lots";
import { indicatorsOf } from "./scheme";
import type { Bundle } from "./snapshot";

/** How many records of each indicator and township a spot check draws, at least and at most. */
export const [fewestDrawn, mostDrawn] = [2, 5] as const;

/** A record that was drawn. @property key what it was drawn by: the smallest come first */
export type Drawn = {
  /** the township's code */
  township: string;
  indicator: string;
  recordType: string;
  recordId: string;
  key: string;
};

/**
 * Nobody can choose a lucky draw: the digest of the frozen year stood before the number was known, and the number was named
 * before it was drawn. Whoever knows both can draw again.
 */
export const seedOf = (snapshotHash: string, text: string): string => textDigest(`${snapshotHash}|${text}`);

/** What of a frozen year decides the draw. */
type Frozen = Pick<Bundle, "scheme"> & {
  townships: readonly Pick<Bundle["townships"][number], "code">[];
  evidence: readonly Pick<Bundle["evidence"][number], "township" | "metric" | "rows">[];
};

/**
 * The records to be looked at: of every indicator and township those whose SHA-256(seed|township|indicator|record) is
 * smallest in hexadecimal digits, `per` of them, or all where there are no more. Records that stand in the evidence but did
 * not count (denominator 0) are not drawn; one that counts in several rows stands for itself once.
 */
export function drawChecks({ scheme, townships, evidence }: Frozen, seed: string, per: number): Drawn[] {
  const rowsOf = (township: string, metric: string) =>
    evidence
      .filter((part) => part.township === township && part.metric === metric)
      .flatMap(({ rows }) => [...rows]);
  return townships.flatMap(({ code: township }) =>
    indicatorsOf(scheme).flatMap(({ code: indicator, metric }) => {
      const counted = new Map<string, string>();
      for (const [, recordType, recordId, , , , , , denominator] of metric === null
        ? []
        : rowsOf(township, metric))
        if (recordId !== null && denominator > 0) counted.set(recordId, recordType);
      return byLot([...counted], ([recordId]) => `${seed}|${township}|${indicator}|${recordId}`)
        .slice(0, per)
        .map(({ item: [recordId, recordType], key }) => ({ township, indicator, recordType, recordId, key }));
    }),
  );
}
