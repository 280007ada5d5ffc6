import { isLimited, places } from "@/domains/figures/rules/grades";
import type { Grade, Scheme } from "@/domains/figures/rules/scheme";
import type { Result } from "@/domains/figures/rules/scoring";

type Graded = Pick<Result, "final" | "grade" | "vetoes"> & { name: string; class: number | null };

/**
 * @property most how many may have the grade; null where there is no quota. class null: of the whole county
 * @property left who reached the line and has a lower grade, the places being few
 */
export type Quota = {
  grade: Grade;
  class: number | null;
  most: number | null;
  taken: string[];
  left: string[];
};

/** Each grade's places and who has them, in the county or class by class, as the scheme counts them. */
export function quotasOf(scheme: Scheme, townships: readonly Graded[]): Quota[] {
  const within = scheme.quotaWithin === "class";
  const groups = within ? [...new Set(townships.map((one) => one.class))] : [null];
  return groups.flatMap((group) => {
    const own = within ? townships.filter((one) => one.class === group) : townships;
    const scored = own.filter(({ final }) => final !== null).length;
    const lower = (at: number) =>
      scheme.grades.slice(at + 1).flatMap(({ name, last }) => (last === undefined ? [name] : []));
    return scheme.grades.map((grade, at) => ({
      grade,
      class: group,
      most: grade.last ?? (isLimited(grade) ? places(grade, scored) : null),
      taken: own.filter((one) => one.grade.grade === grade.name).map(({ name }) => name),
      left: own
        .filter(
          (one) =>
            one.vetoes.length === 0 &&
            (one.final ?? 0) >= grade.atLeast &&
            lower(at).includes(one.grade.grade ?? ""),
        )
        .map(({ name }) => name),
    }));
  });
}
