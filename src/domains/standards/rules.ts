import { about, allow, type Decision, deny } from "@/lib/decision";
import {
  askedDeeds,
  type Deed,
  deedHints,
  deedLabels,
  type Preset,
  presetLabels,
  type Targets,
} from "./labels";

/** @property fromYear since which year it holds; 0 for the one a county starts with */
export type Standard = { fromYear: number; preset: Preset; name: string; targets: Targets };

export const presets: Record<Exclude<Preset, "own">, Targets> = {
  oneToFive: { report: 1, suggestion: 2, speech: 3, activity: 4, visit: 5 },
  sixOnes: { visit: 10, forum: 1, suggestion: 1, service: 1, help: 1, mediation: 1 },
  threeOnes: { advice: 1, suggestion: 1, service: 1 },
};

/** Until a county chooses, its deputies are asked for "12345". */
export const firstStandard: Standard = {
  fromYear: 0,
  preset: "oneToFive",
  name: presetLabels.oneToFive,
  targets: presets.oneToFive,
};

/** The one that holds in a year: what begins last by then, and of those what was entered last. @param chosen the newest entry first */
export const standardOf = (chosen: readonly Standard[], year: number): Standard =>
  [...chosen, firstStandard]
    .filter(({ fromYear }) => fromYear <= year)
    .toSorted((one, other) => other.fromYear - one.fromYear)[0] ?? firstStandard;

/** @param given the numbers of the form, of which a preset needs none */
export function targetsOf(preset: Preset, given: Readonly<Record<Deed, number | null>>): Targets {
  if (preset !== "own") return presets[preset];
  return Object.fromEntries(
    (Object.keys(deedLabels) as Deed[]).flatMap((deed) =>
      (given[deed] ?? 0) > 0 ? [[deed, given[deed]] as const] : [],
    ),
  );
}

export function mayBeStandard(standard: Standard): Decision {
  if (standard.preset !== "own") return allow;
  if (standard.name === "") return about("name", deny("请给本县自定的标准取个名称，如「履职五个一」。"));
  return askedDeeds(standard.targets).length === 0
    ? about("suggestion", deny("自定标准至少要有一项大于 0 的要求。"))
    : allow;
}

/** @property due false while it is not yet asked for: a report is due in the last year of a term */
export type Progress = { deed: Deed; done: number; needed: number; due: boolean };

export const isMissing = ({ done, needed, due }: Progress): boolean => due && done < needed;

/** "还差：建议 1 件、发言 2 次"; null for whoever has done all there is to do. */
export function missingText(all: readonly Progress[]): string | null {
  const missing = all.filter(isMissing);
  if (missing.length === 0) return null;
  return `还差：${missing
    .map(({ deed, done, needed }) => `${deedLabels[deed]} ${needed - done} ${deedHints[deed].unit}`)
    .join("、")}`;
}
