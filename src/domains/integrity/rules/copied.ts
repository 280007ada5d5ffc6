import { type Day, yearOf } from "@/lib/dates";
import { sharedCount, shinglesOf } from "@/lib/likeness";
import { maskedBy } from "@/lib/masked";
import { oneForm } from "@/lib/text";
import { aboutRecord, type Raised } from "./raised";
import { copiedShare, fewestRuns, runLength } from "./signals";

/** A text of a record, with when it was entered: of two alike the later one is the copy. */
export type Text = {
  townshipId: string;
  recordType: string;
  recordId: string;
  day: Day;
  /** an ISO text */
  enteredAt: string;
  words: string;
};

/**
 * A text is compared with those that share some of its smallest runs: a sample that is the same whoever takes it, so that
 * texts alike meet without each being held against each. Of those that share a run the last few are looked at.
 */
const sampled = 16;
const fewestMet = 3;
const lastFew = 8;
/** Runs share a shelf by their lowest bits: what stands there by chance is met once and not thrice. */
const shelves = 2 ** 20;

export type Copy = { later: Text; earlier: Text; share: number };

const mayBeCopied = (later: Text, earlier: Text): boolean =>
  later.recordId !== earlier.recordId &&
  (later.townshipId !== earlier.townshipId || yearOf(later.day) !== yearOf(earlier.day));

type Kept = { text: Text; runs: Uint32Array };

class Stock {
  private readonly kept: Kept[] = [];
  /** Each shelf's last place, and for each place the one before it on its shelf. */
  private readonly last = new Int32Array(shelves).fill(-1);
  private readonly before: number[] = [];

  private shelf(run: number): number {
    return run & (shelves - 1);
  }

  /** Which earlier texts stand on the same shelves, and on how many of them. */
  private met(runs: Uint32Array): Map<number, number> {
    const met = new Map<number, number>();
    for (const run of runs.subarray(0, sampled)) {
      let place = this.last[this.shelf(run)] ?? -1;
      for (let seen = 0; place >= 0 && seen < lastFew; seen += 1) {
        const at = Math.floor(place / sampled);
        met.set(at, (met.get(at) ?? 0) + 1);
        place = this.before[place] ?? -1;
      }
    }
    return met;
  }

  /** The earlier text in which most of this one stands. */
  best(text: Text, runs: Uint32Array): Copy | null {
    const copies = [...this.met(runs)].flatMap(([at, times]) => {
      const other = this.kept[at];
      if (other === undefined || times < fewestMet || !mayBeCopied(text, other.text)) return [];
      const share = sharedCount(runs, other.runs) / runs.length;
      return share < copiedShare ? [] : { later: text, earlier: other.text, share };
    });
    return copies.sort((one, other) => other.share - one.share)[0] ?? null;
  }

  add(text: Text, runs: Uint32Array): void {
    const at = this.kept.push({ text, runs }) - 1;
    for (let nth = 0; nth < sampled; nth += 1) {
      const [place, shelf] = [at * sampled + nth, this.shelf(runs[nth] ?? 0)];
      this.before[place] = this.last[shelf] ?? -1;
      this.last[shelf] = place;
    }
  }
}

/** Texts of a year's records that stand, for the most part, in an earlier one of another township or another year. */
export function copiesAmong(texts: readonly Text[], names: Iterable<string>, year: number): Copy[] {
  const mask = maskedBy(names);
  // Whoever copies copies word for word: what is the same is reckoned once.
  const reckoned = new Map<string, Uint32Array>();
  const stock = new Stock();
  const inOrder = [...texts].sort((one, other) => (one.enteredAt < other.enteredAt ? -1 : 1));
  return inOrder.flatMap((text) => {
    const runs = reckoned.get(text.words) ?? shinglesOf(mask(oneForm(text.words)), runLength);
    reckoned.set(text.words, runs);
    if (runs.length < fewestRuns) return [];
    const copy = yearOf(text.day) === year ? stock.best(text, runs) : null;
    // What copies a copy copies its original.
    if (copy === null) stock.add(text, runs);
    return copy ?? [];
  });
}

/** Once a record, of its text that has most in common; of another township only that it is another. */
export function copiedTexts(copies: readonly Copy[]): Raised[] {
  const most = new Map<string, Copy>();
  for (const copy of copies) {
    const known = most.get(copy.later.recordId);
    if (known === undefined || copy.share > known.share) most.set(copy.later.recordId, copy);
  }
  return [...most.values()].map(({ later, earlier, share }) => {
    const own = later.townshipId === earlier.townshipId;
    const where = own ? `本乡镇 ${earlier.day} 的记录` : "本县另一个乡镇较早的记录";
    const raised = aboutRecord(
      "copiedText",
      later,
      later.day,
      `文字有 ${Math.floor(share * 100)}% 与${where}相同`,
    );
    const record = { type: earlier.recordType, id: earlier.recordId };
    return own
      ? { ...raised, records: [...raised.records, record] }
      : { ...raised, beside: { townshipId: earlier.townshipId, record } };
  });
}
