import type { TownshipDecision } from "@/domains/figures/rules/final-result";
import { type Item, type ItemKey, sameItem } from "./items";
import { type Opinion, type Seat, settle, type Settled } from "./reviewing";

export type GivenOpinion = ItemKey & Opinion & { seat: Seat };
/** An indicator's points after an appeal that was upheld. */
export type Upheld = { code: string; points: number; reason: string };

/** @property system the system's points by the indicator's code; null where it has none */
export type Reviewed = {
  code: string;
  system: ReadonlyMap<string, number | null>;
  opinions: readonly GivenOpinion[];
  upheld: readonly Upheld[];
};

export type SettledItem = { item: Item; settled: Settled };

const opinionOf = (opinions: readonly GivenOpinion[], item: ItemKey, seat: Seat): Opinion | undefined => {
  const found = opinions.find((one) => one.seat === seat && sameItem(one, item));
  return found === undefined ? undefined : { value: found.value, reason: found.reason };
};

/** What the reviewers made of each item of a township. */
export function settledOf(
  items: readonly Item[],
  { system, opinions }: Pick<Reviewed, "system" | "opinions">,
): SettledItem[] {
  return items.map((item) => {
    const own = Object.fromEntries(
      (["first", "second", "moderator"] as const).flatMap((seat) => {
        const opinion = opinionOf(opinions, item, seat);
        return opinion === undefined ? [] : [[seat, opinion] as const];
      }),
    );
    return {
      item,
      settled: settle(item, item.kind === "indicator" ? (system.get(item.code) ?? null) : 0, own),
    };
  });
}

export const apartOf = (settled: readonly SettledItem[]): Item[] =>
  settled.flatMap(({ item, settled: { state } }) => (state === "apart" ? [item] : []));

/**
 * All that people decided of a township, for the score. What the system reckoned and nobody changed is not named; what lies
 * apart still stands as the system has it.
 */
export function decisionOf(items: readonly Item[], township: Reviewed): TownshipDecision {
  const settled = settledOf(items, township).flatMap(({ item, settled: own }) =>
    own.state === "settled" && own.by !== "system" && own.value !== null
      ? [{ kind: item.kind, code: item.code, value: own.value, reason: own.reason ?? "" }]
      : [],
  );
  const of = (kind: Item["kind"]) => settled.filter((one) => one.kind === kind);
  const cases = (kind: Item["kind"]) =>
    of(kind).flatMap(({ code, value, reason }) => (value > 0 ? [{ code, cases: value, reason }] : []));
  const kept = of("indicator").filter(({ code }) => !township.upheld.some((one) => one.code === code));
  const points = [
    ...kept.map(({ code, value, reason }) => ({ code, points: value, reason })),
    ...township.upheld.map(({ code, points: after, reason }) => ({
      ...{ code, points: after, reason: `申诉成立，${reason}` },
    })),
  ];
  const order = items.map(({ code }) => code);
  return {
    code: township.code,
    points: points.toSorted((one, other) => order.indexOf(one.code) - order.indexOf(other.code)),
    bonuses: cases("bonus"),
    deductions: cases("deduction"),
    vetoes: cases("veto").map(({ code, reason }) => ({ code, reason })),
  };
}
