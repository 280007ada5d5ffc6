import { codeLabel, fieldLabel } from "@/domains/history/labels";
import { type Day, daysBetween, minuteInText } from "@/lib/dates";
import { isLate } from "@/lib/entry-lag";
import { aboutRecord, type Raised } from "./raised";

type Acted = { townshipId: string; recordType: string; recordId: string };

/** Steps of one matter that were entered within a minute, with the days that they tell of. */
export type Sitting = Acted & { at: string; steps: number; from: Day; to: Day };

export const sittingsIn = (sittings: readonly Sitting[]): Raised[] =>
  sittings.map((one) =>
    aboutRecord(
      "minuteSteps",
      one,
      one.to,
      `${minuteInText(one.at)} 一分钟内连着录入 ${one.steps} 个环节，写的是 ${one.from} 到 ${one.to}，相隔 ${daysBetween(one.from, one.to)} 天`,
    ),
  );

type Detail = Readonly<Record<string, unknown>>;

/** A change as the audit tells it, with the days its record, and its roll, were entered. */
export type Changed = Acted & {
  action: string;
  changedOn: Day;
  before: Detail | readonly unknown[];
  after: Detail | readonly unknown[];
  day: Day;
  enteredOn: Day;
  rollEnteredOn: Day | null;
};

const results = ["result", "outcome", "satisfaction", "rating", "state"];
const ofDay = (key: string): boolean => key.endsWith("On");
const ofPeople = (key: string): boolean => key.endsWith("Ids");

/** Facts that a figure goes by: days, numbers, people, results. Filling in what was empty is no change of it. */
const weighs = (key: string, was: unknown): boolean =>
  was !== null &&
  was !== undefined &&
  (typeof was === "number" || ofDay(key) || ofPeople(key) || results.includes(key));

const listed = (value: unknown): string => `${Array.isArray(value) ? value.length : 0} 人`;

function shown(recordType: string, key: string, value: unknown): string {
  if (value === null || value === undefined) return "空";
  if (ofPeople(key)) return listed(value);
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  return codeLabel(recordType, key, text) ?? text;
}

function changesIn({ recordType, before, after }: Changed): string[] {
  if (Array.isArray(before)) return [];
  const [was, is] = [before as Detail, after as Detail];
  return Object.keys(was)
    .filter((key) => weighs(key, was[key]))
    .map((key) => {
      const label = fieldLabel(recordType, key) ?? (ofDay(key) ? "日期" : "数字");
      return `${label}由 ${shown(recordType, key, was[key])} 改为 ${shown(recordType, key, is[key])}`;
    });
}

const ownDays = ["occurredOn", "startsOn", "receivedOn"];

/** A record's own day as it stood before a change, and after; null where it stayed. */
function moveIn({
  before,
  after,
}: Pick<Changed, "before" | "after">): { key: string; was: Day; is: Day } | null {
  if (Array.isArray(before)) return null;
  const key = ownDays.find((one) => typeof (before as Detail)[one] === "string");
  if (key === undefined) return null;
  return { key, was: String((before as Detail)[key]), is: String((after as Detail)[key]) };
}

/** The day that each record that was moved since told of first. @param changes in the order of time */
export function firstDays(
  changes: readonly Pick<Changed, "recordId" | "before" | "after">[],
): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const change of changes) {
    const was = moveIn(change)?.was;
    if (was !== undefined && !first.has(change.recordId)) first.set(change.recordId, was);
  }
  return first;
}

/** What was changed long after the entry; of a change made sooner that its day, long past by then, became a later one. */
function wordsOf(change: Changed): string[] {
  if (isLate(change.enteredOn, change.changedOn)) return changesIn(change);
  const move = moveIn(change);
  if (move === null || move.is <= move.was || !isLate(move.was, change.changedOn)) return [];
  return changesIn({ ...change, before: { [move.key]: move.was }, after: { [move.key]: move.is } });
}

/** What was changed of a record long after it was entered, all of it in one signal. */
export function editedLater(changes: readonly Changed[]): Raised[] {
  const said = new Map<string, { last: Changed; words: string[] }>();
  for (const change of changes) {
    const words = wordsOf(change).map((one) => `${change.changedOn} ${one}`);
    const known = said.get(change.recordId)?.words ?? [];
    if (words.length > 0) said.set(change.recordId, { last: change, words: [...known, ...words] });
  }
  return [...said.values()].map(({ last, words }) =>
    aboutRecord("editedLater", last, last.day, `${last.enteredOn} 登记，事后改过：${words.join("；")}`),
  );
}

const isRoll = ({ action }: Changed): boolean => action.endsWith(".recordAttendance");
const away = (lines: Changed["before"]): number => (Array.isArray(lines) ? lines.length : 0);

/** A roll that was called, and told otherwise on a later day of those who had stayed away. Whoever adds one harms only himself. */
export function attendanceChanged(changes: readonly Changed[]): Raised[] {
  const last = new Map<string, { first: Changed; last: Changed }>();
  for (const change of changes.filter(isRoll)) {
    const { rollEnteredOn, changedOn, recordId } = change;
    if (rollEnteredOn === null || changedOn <= rollEnteredOn || away(change.before) === 0) continue;
    last.set(recordId, { first: last.get(recordId)?.first ?? change, last: change });
  }
  return [...last.values()].map(({ first, last: change }) =>
    aboutRecord(
      "attendanceChanged",
      change,
      change.day,
      `${change.day} 的会 ${change.rollEnteredOn ?? ""} 已登记出席，${change.changedOn} 又改：未到会由 ${away(first.before)} 人改为 ${away(change.after)} 人`,
    ),
  );
}
