import { type Day, yearOf } from "@/lib/dates";

/** Fewer controls would give one township's figure away, and their spread would say nothing. */
export const fewestControls = 5;
/** Of changes that differ by chance, nineteen of twenty lie within three times the middle distance from their middle. */
const distances = 3;
/** A year is told as one with the practice when at least half of it lies behind its beginning. */
const lastMonth = 7;

/** A figure before and after; null where the year has none. @property oneCase by how much one case more moves it */
export type Pair = { before: number | null; after: number | null; oneCase: number };
/** A township that did without. @property same whether it is of the adopter's class */
export type Control = Pair & { same: boolean };

/** The last whole year before a practice began, and the first of which most lies after that. */
export function yearsAround(beganOn: Day): { before: number; after: number } {
  const year = yearOf(beganOn);
  return { before: year - 1, after: Number(beganOn.slice(5, 7)) <= lastMonth ? year : year + 1 };
}

export type Effect =
  | { kind: "silent"; why: "notYet" | "noFigure" | "fewControls"; controls: number }
  | {
      kind: "measured";
      before: number;
      after: number;
      change: number;
      /** those it is held against: of its class where that has enough, else of the county */
      among: "class" | "county";
      controls: number;
      /** the middle of their changes, and the middle distance of one of them from it */
      middle: number;
      spread: number;
      /** what the adopter changed beyond them */
      difference: number;
      /** a difference within it may as well be chance */
      noise: number;
      verdict: "better" | "worse" | "unclear";
    };

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [left, right] = [sorted[half - 1] ?? 0, sorted[half] ?? 0];
  return sorted.length % 2 === 1 ? right : (left + right) / 2;
}

/** Without the dust that the machine leaves of thirds. */
const clean = (number: number): number => Math.round(number * 1e9) / 1e9;

const changeOf = ({ before, after }: Pair): number | null =>
  before === null || after === null ? null : clean(after - before);

type Asked = {
  own: Pair;
  controls: readonly Control[];
  /** whether less is better, as with faults */
  less: boolean;
  /** whether the year after has begun */
  begun: boolean;
};

/**
 * What a figure of the adopter did beyond what it did in townships without the practice: the difference of the differences.
 * It says how much that may be chance, and nothing about why.
 */
export function effectOf({ own, controls, less, begun }: Asked): Effect {
  const silent = (why: "notYet" | "noFigure" | "fewControls", n: number): Effect => ({
    kind: "silent",
    why,
    controls: n,
  });
  if (!begun) return silent("notYet", 0);
  const change = changeOf(own);
  if (change === null || own.before === null || own.after === null) return silent("noFigure", 0);
  const known = controls.flatMap((one) => {
    const moved = changeOf(one);
    return moved === null ? [] : [{ moved, same: one.same }];
  });
  const alike = known.filter(({ same }) => same);
  const among = alike.length >= fewestControls ? "class" : "county";
  const moves = (among === "class" ? alike : known).map(({ moved }) => moved);
  if (moves.length < fewestControls) return silent("fewControls", moves.length);
  const middle = clean(middleOf(moves));
  const spread = clean(middleOf(moves.map((move) => Math.abs(move - middle))));
  const difference = clean(change - middle);
  const noise = clean(Math.max(distances * spread, own.oneCase));
  const beyond = Math.abs(difference) > noise;
  const good = less ? difference < 0 : difference > 0;
  return {
    ...{ kind: "measured", before: own.before, after: own.after, change, among, controls: moves.length },
    ...{ middle, spread, difference, noise, verdict: beyond ? (good ? "better" : "worse") : "unclear" },
  };
}
