import { stepLabels } from "@/domains/figures/labels";
import type { StepCode } from "@/domains/figures/rules/steps";
import { faceOf } from "@/domains/registry";
import { addDays, type Day, dayInText, daysBetween } from "@/lib/dates";
import { isLate } from "@/lib/entry-lag";
import { aboutRecord, type Raised } from "./raised";
import { agedDays, burstDays, burstRecords } from "./signals";

/** A dated step of a record that was entered late. */
export type LateStep = {
  townshipId: string;
  recordType: string;
  recordId: string;
  step: StepCode;
  day: Day;
  enteredOn: Day;
  /** the day that it was moved to after it had been entered for `day` */
  movedTo?: Day;
};

const nameOf = (recordType: string): string => faceOf(recordType)?.name ?? "记录";
const groupsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return [...groups.values()];
};

const lagOf = ({ day, enteredOn }: LateStep): number => daysBetween(day, enteredOn);

/**
 * A record's own day as it was first told of and entered, where that was later than it looks now: a record that is moved
 * to another day was not entered any sooner.
 */
export function asFirstTold<Step extends LateStep & { late: boolean; struck: boolean }>(
  step: Step,
  day: Day,
  enteredOn: Day,
): Step {
  if (step.step !== "registered") return step;
  // What is struck out is judged by when it was struck out, from the first day it was told of.
  if (step.struck) return { ...step, day: day < step.day ? day : step.day, enteredOn };
  if (day === step.day || !isLate(day, enteredOn)) return step;
  const first = { ...step, day, enteredOn, movedTo: step.day, late: true };
  return step.late && lagOf(step) >= lagOf(first) ? step : first;
}

/** A record that was struck out when its day was long past: whatever it had counted for, it counts no more. */
export const struckLater = (struck: readonly (LateStep & { struckOn: Day | null })[]): Raised[] =>
  struck.flatMap((one) =>
    one.struckOn === null || !isLate(one.day, one.struckOn)
      ? []
      : aboutRecord(
          "struckLater",
          one,
          one.day,
          `${dayInText(one.day)}的${nameOf(one.recordType)}，${one.enteredOn} 录入，过了 ${daysBetween(one.day, one.struckOn)} 天，${one.struckOn} 作废，不再计入`,
        ),
  );

/** A record whose own day was entered late. */
export const lateEntries = (steps: readonly LateStep[]): Raised[] =>
  groupsOf(
    steps.filter(({ step }) => step === "registered"),
    ({ recordId }) => recordId,
  ).flatMap(([one]) =>
    one === undefined
      ? []
      : aboutRecord(
          "lateEntry",
          one,
          one.day,
          `${dayInText(one.day)}的${nameOf(one.recordType)}，${one.enteredOn} 才录入，隔了 ${lagOf(one)} 天${one.movedTo === undefined ? "" : `；后来把日期改为 ${one.movedTo}`}`,
        ),
  );

/** A record one or more of whose later steps tell of days long past. */
export const backdatedSteps = (steps: readonly LateStep[]): Raised[] =>
  groupsOf(
    steps.filter(({ step }) => step !== "registered"),
    ({ recordId }) => recordId,
  ).flatMap((taken) => {
    const [longest] = [...taken].sort((one, other) => lagOf(other) - lagOf(one));
    if (longest === undefined) return [];
    const more = taken.length > 1 ? `；共 ${taken.length} 个环节是后补的` : "";
    return aboutRecord(
      "backdatedStep",
      longest,
      longest.day,
      `“${stepLabels[longest.step]}”写的是 ${longest.day}，${longest.enteredOn} 才录入，隔了 ${lagOf(longest)} 天${more}`,
    );
  });

const monthsText = (days: readonly Day[]): string => {
  const months = days.map((day) => Number(day.slice(5, 7))).sort((one, other) => one - other);
  const [first, last] = [months[0] ?? 1, months.at(-1) ?? 1];
  return first === last ? `${first} 月` : `${first}—${last} 月`;
};

const kindsText = (records: readonly LateStep[]): string =>
  groupsOf(records, ({ recordType }) => recordType)
    .map((same) => `${nameOf(same[0]?.recordType ?? "")} ${same.length}`)
    .join("、");

/** The record itself is told once, however many of its steps were entered. */
const eachOnce = (steps: readonly LateStep[]): LateStep[] =>
  groupsOf(steps, ({ recordId }) => recordId).flatMap(([one]) => one ?? []);

function burstAt(steps: readonly LateStep[], from: Day): Raised | null {
  const last = addDays(from, burstDays - 1);
  const within = steps.filter(({ enteredOn }) => enteredOn >= from && enteredOn <= last);
  const records = eachOnce(within);
  const [first] = records;
  if (first === undefined || records.length < burstRecords) return null;
  const days = within.map(({ enteredOn }) => enteredOn).sort();
  const until = days.at(-1) ?? from;
  const when = until === from ? `${dayInText(from)}一天` : `${dayInText(from)}至${dayInText(until)}`;
  return {
    ...{ signal: "burst", townshipId: first.townshipId, subject: from, day: from, beside: null },
    records: records.map(({ recordType, recordId }) => ({ type: recordType, id: recordId })),
    text: `${when}补录 ${monthsText(within.map(({ day }) => day))}的记录 ${records.length} 条：${kindsText(records)}`,
  };
}

/** Days on which a township entered many records of months past; one that begins within another is part of it. */
export const burstsIn = (steps: readonly LateStep[]): Raised[] =>
  groupsOf(
    steps.filter((one) => lagOf(one) > agedDays),
    ({ townshipId }) => townshipId,
  ).flatMap((own) => {
    const found: Raised[] = [];
    let covered = "";
    for (const from of [...new Set(own.map(({ enteredOn }) => enteredOn))].sort()) {
      if (from <= covered) continue;
      const burst = burstAt(own, from);
      if (burst === null) continue;
      found.push(burst);
      covered = addDays(from, burstDays - 1);
    }
    return found;
  });
