import { type Day, dayFromUtc, utcOf, yearOf } from "@/lib/dates";
import type { Blocked, ConflictKind, Facts, Limits, Span, Visit } from "./facts";

const dayMs = 86_400_000;
const serialOf = (day: Day): number => utcOf(day).getTime() / dayMs;
export const dayOfSerial = (serial: number): Day => dayFromUtc(new Date(serial * dayMs));

/** A visit on certain days, as serial numbers: a year's plan compares them some hundred thousand times. */
export type Placed = { visit: Visit; from: number; until: number };
type Hindrance = { blocked: Blocked; from: number; until: number };

/** The facts, prepared for comparing. */
export type Ground = {
  limits: Limits;
  today: number;
  isOff: (serial: number) => boolean;
  yearOf: (serial: number) => number;
  serial: (day: Day) => number;
  hindrancesOf: (township: string) => readonly Hindrance[];
  /** whether anybody works in a window */
  hasWorkday: (window: Span) => boolean;
};

function remembered<Key, Value>(reckon: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = reckon(key);
    known.set(key, value);
    return value;
  };
}

export function groundOf({ blocked, limits, today, isWorkday }: Facts): Ground {
  const serial = remembered(serialOf);
  const isOff = remembered((day: number) => !isWorkday(dayOfSerial(day)));
  const all = blocked.map((one) => ({ blocked: one, from: serial(one.from), until: serial(one.until) }));
  return {
    limits,
    serial,
    today: serial(today),
    isOff,
    hasWorkday: remembered(({ from, until }: Span) =>
      days(serial(from), serial(until)).some((day) => !isOff(day)),
    ),
    yearOf: remembered((day: number) => yearOf(dayOfSerial(day))),
    hindrancesOf: remembered((township: string) =>
      all.filter((one) => one.blocked.township === null || one.blocked.township === township),
    ),
  };
}

export const placedAt = (visit: Visit, span: Span, { serial }: Ground): Placed => ({
  visit,
  from: serial(span.from),
  until: serial(span.until),
});

/** What was issued and is over is no longer planned; it only counts. */
export const isOver = ({ visit, until }: Placed, { today }: Ground): boolean =>
  !visit.movable && until < today;

export const mayMerge = (one: Visit, other: Visit): boolean =>
  one.mergeKey !== null && one.mergeKey === other.mergeKey && one.township === other.township;

type Reach = { from: number; until: number };

export const isOneVisit = (one: Placed, other: Placed): boolean =>
  one.from === other.from && one.until === other.until && mayMerge(one.visit, other.visit);

export const overlap = (one: Reach, other: Reach): boolean =>
  one.from <= other.until && other.from <= one.until;

/** What two visits have to do with each other on whatever days; null: nothing. */
export type Relation = { apart: boolean; shared: boolean; mergeable: boolean };

export function relationOf(one: Visit, other: Visit): Relation | null {
  const apart = one.township === other.township && one.taskId !== other.taskId;
  const shared = one.members.some((member) => other.members.includes(member));
  return apart || shared ? { apart, shared, mergeable: mayMerge(one, other) } : null;
}

/** Why two visits cannot both stand on these days. */
export function clash(
  { apart, shared, mergeable }: Relation,
  one: Reach,
  other: Reach,
  { gapDays }: Limits,
): "sameTownship" | "member" | null {
  const meet = overlap(one, other);
  if (mergeable && one.from === other.from && one.until === other.until) return null;
  if (apart && (meet || Math.max(one.from - other.until, other.from - one.until) < gapDays))
    return "sameTownship";
  return shared && meet ? "member" : null;
}

export function collision(one: Placed, other: Placed, limits: Limits): "sameTownship" | "member" | null {
  const relation = relationOf(one.visit, other.visit);
  return relation === null ? null : clash(relation, one, other, limits);
}

/** What visits may have to do with at all: their townships' visits, and those that share a member with them. */
export function near(visits: readonly Placed[], standing: readonly Placed[]): Placed[] {
  const townships = new Set(visits.map(({ visit }) => visit.township));
  const members = new Set(visits.flatMap(({ visit }) => visit.members));
  return standing.filter(
    ({ visit }) => townships.has(visit.township) || visit.members.some((one) => members.has(one)),
  );
}

/** Why a visit cannot stand on its days, whatever else is planned. */
export type Obstacle =
  | { kind: Extract<ConflictKind, "window">; why: "noWorkday" | "outside" | "past" }
  | { kind: Extract<ConflictKind, "holiday">; why: "dayOff"; day: number }
  | { kind: Extract<ConflictKind, "keyDay" | "holiday" | "marked">; why: "blocked"; blocked: Blocked };

function windowObstacle(
  { visit, from, until }: Placed,
  ground: Ground,
): "noWorkday" | "outside" | "past" | null {
  const [first, last] = [ground.serial(visit.window.from), ground.serial(visit.window.until)];
  if (!ground.hasWorkday(visit.window)) return "noWorkday";
  if (from < first || until > last || until < from) return "outside";
  return visit.movable && from < ground.today ? "past" : null;
}

export const days = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index);

const kindOf = ({ kind }: Blocked) => (kind === "holiday" || kind === "marked" ? kind : "keyDay");

export function obstaclesOf(placed: Placed, ground: Ground): Obstacle[] {
  if (isOver(placed, ground)) return [];
  const why = windowObstacle(placed, ground);
  const blocked = ground.hindrancesOf(placed.visit.township).filter((one) => overlap(one, placed));
  const holidays = blocked.filter((one) => one.blocked.kind === "holiday");
  const dayOff = days(placed.from, placed.until).find(
    (day) => ground.isOff(day) && !holidays.some(({ from, until }) => from <= day && day <= until),
  );
  return [
    ...(why === null ? [] : [{ kind: "window", why } as const]),
    ...blocked.map((one) => ({ kind: kindOf(one.blocked), why: "blocked", blocked: one.blocked }) as const),
    ...(dayOff === undefined ? [] : [{ kind: "holiday", why: "dayOff", day: dayOff } as const]),
  ];
}

/** Visits that are one stand together; in the order given. */
export function groupsOf(placed: readonly Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const { mergeKey, township, id } = one.visit;
    const key = mergeKey === null ? id : JSON.stringify([mergeKey, township, one.from, one.until]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
