import { addDays, type Day, dayOf, daysBetween } from "@/lib/dates";

/** From which full hour to which nothing new is raised, in Shanghai; the same hour twice is no pause. */
export type Quiet = { quietFrom: number; quietUntil: number; quietDaysOff: boolean };
export const defaultQuiet: Quiet = { quietFrom: 20, quietUntil: 8, quietDaysOff: true };

const hour = 3_600_000;
const eightHours = 8 * hour;
const hourOf = (at: Date): number => new Date(at.getTime() + eightHours).getUTCHours();

export function isQuiet(
  { quietFrom, quietUntil, quietDaysOff }: Quiet,
  at: Date,
  isOff: (day: Day) => boolean,
): boolean {
  if (quietDaysOff && isOff(dayOf(at))) return true;
  const now = hourOf(at);
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? now >= quietFrom && now < quietUntil : now >= quietFrom || now < quietUntil;
}

/** Longer than any holidays in a row. */
const longestPause = 60 * 24;

/**
 * The latest moment up to now at which somebody could be told something: now, or the end of the hour before the pause.
 * What came up since then waits.
 */
export function lastLoud(quiet: Quiet, now: Date, isOff: (day: Day) => boolean): Date {
  if (!isQuiet(quiet, now, isOff)) return now;
  // Shanghai's hours begin where UTC's do.
  let start = Math.floor(now.getTime() / hour) * hour;
  for (let back = 0; back < longestPause && isQuiet(quiet, new Date(start), isOff); back += 1) start -= hour;
  return new Date(start + hour - 1);
}

/** What a person is told of a deadline, each once: ten days before, on the day, and when it has passed. */
export const thresholds = [
  { code: "ahead", after: -10 },
  { code: "today", after: 0 },
  { code: "overdue", after: 1 },
] as const;
export type Threshold = (typeof thresholds)[number]["code"];

export type Matter = {
  kind: string;
  type: string;
  id: string | null;
  title: string;
  note: string | null;
  dueOn: Day;
};
export type News = { kind: string; type: string; id: string; title: string; at: string };

export type Raised = {
  /** names the matter and its threshold: what was seen under it is never told again */
  key: string;
  kind: string;
  type: string;
  id: string | null;
  title: string;
  note: string | null;
  /** the day on which it came up */
  on: Day;
  /** the moment of what happened */
  at: string | null;
  dueOn: Day | null;
  threshold: Threshold | "news";
};

/** The latest threshold that a deadline has come to by a day; null while it is further away. */
export function raisedOf(matter: Matter, today: Day): Raised | null {
  const { kind, type, id, title, note, dueOn } = matter;
  const reached = thresholds.findLast(({ after }) => addDays(dueOn, after) <= today);
  if (reached === undefined) return null;
  // Without an id its title tells it from others of its kind; a moved deadline is a new one.
  const key = [kind, id ?? title, dueOn, reached.code].join(":");
  return {
    key,
    kind,
    type,
    id,
    title,
    note,
    dueOn,
    on: addDays(dueOn, reached.after),
    at: null,
    threshold: reached.code,
  };
}

const newsDays = 60;

/** What happened by that moment, and not longer ago than anybody would ask. */
export function toldOf({ kind, type, id, title, at }: News, loud: Date): Raised | null {
  const moment = new Date(at);
  if (moment > loud || daysBetween(dayOf(moment), dayOf(loud)) > newsDays) return null;
  const key = [kind, id, at].join(":");
  return { key, kind, type, id, title, note: null, dueOn: null, on: dayOf(moment), at, threshold: "news" };
}

export type Digest = { key: string; on: Day; overdue: number; today: number; week: number };

/** One a day: how much is late, due today, and due within a week; nothing where there is none of it. */
export function digestOf(days: readonly Day[], on: Day): Digest | null {
  const left = days.map((day) => daysBetween(on, day));
  const overdue = left.filter((one) => one < 0).length;
  const today = left.filter((one) => one === 0).length;
  const week = left.filter((one) => one > 0 && one <= 7).length;
  return overdue + today + week === 0 ? null : { key: `digest:${on}`, on, overdue, today, week };
}

type Line = Pick<Raised, "key" | "type" | "id" | "note" | "on" | "at" | "threshold"> & { what: string };

/** One record's lines. */
function once<Told extends Line>(lines: readonly Told[]): (Told & { keys: string[] })[] {
  const alone = (line: Told) => ({ ...line, keys: [line.key] });
  const news = lines
    .filter(({ threshold }) => threshold === "news")
    .toSorted((one, other) => (other.at ?? "").localeCompare(one.at ?? ""));
  const [latest] = news;
  const [first, ...others] = lines.filter(({ threshold }) => threshold !== "news");
  const keys = news.map(({ key }) => key);
  if (first === undefined) return latest === undefined ? [] : [{ ...latest, keys }];
  if (latest === undefined) return [first, ...others].map(alone);
  const note = [first.note, latest.what].filter((said) => said !== null).join("；");
  const on = first.on > latest.on ? first.on : latest.on;
  return [{ ...first, note, on, keys: [first.key, ...keys] }, ...others.map(alone)];
}

/**
 * Each matter once: what happened to a record is told by the latest of it, and where a deadline of that record is told as well,
 * in that one's line. A line goes by all the keys it stands for, so that nothing of it comes back by itself.
 */
export function onceEach<Told extends Line>(lines: readonly Told[]): (Told & { keys: string[] })[] {
  const records = new Map<string, Told[]>();
  for (const line of lines) {
    const record = line.id === null ? line.key : `${line.type}:${line.id}`;
    records.set(record, [...(records.get(record) ?? []), line]);
  }
  return [...records.values()].flatMap(once);
}
