import { indicatorsOf, type Scheme } from "@/domains/figures/rules/scheme";

/** What a reviewer gives a word on: points of an indicator, cases of a bonus or a deduction, or whether a veto holds. */
export const itemKinds = ["indicator", "bonus", "deduction", "veto"] as const;
export type ItemKind = (typeof itemKinds)[number];
/** @property most the largest value there is; @property step what the value is counted in */
export type Item = {
  kind: ItemKind;
  code: string;
  name: string;
  most: number;
  /** no system points: the reviewers give them by the rubric */
  manual: boolean;
  rubric: readonly string[];
};
export type ItemKey = Pick<Item, "kind" | "code">;

const mostCases = 50;

export const sameItem = (one: ItemKey, other: ItemKey): boolean =>
  one.kind === other.kind && one.code === other.code;

const counted = (kind: ItemKind, { code, name }: { code: string; name: string }, most: number): Item => ({
  ...{ kind, code, name, most, manual: false, rubric: [] },
});

export function itemsOf(scheme: Scheme): Item[] {
  return [
    ...indicatorsOf(scheme).map(({ code, name, points, formula }): Item => ({
      ...{ kind: "indicator", code, name, most: points, manual: formula.kind === "manual" },
      rubric: formula.kind === "manual" ? formula.rubric : [],
    })),
    ...scheme.bonuses.map((one) => counted("bonus", one, mostCases)),
    ...scheme.deductions.map((one) => counted("deduction", one, mostCases)),
    ...scheme.vetoes.map((one) => counted("veto", one, 1)),
  ];
}
