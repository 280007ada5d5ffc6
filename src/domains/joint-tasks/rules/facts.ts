import type { Day } from "@/lib/dates";

/** A span of days, both ends included. */
export type Span = { from: Day; until: Day };

/** One visit of a joint task to one township. */
export type Visit = Span & {
  /** the part's id */
  id: string;
  taskId: string;
  /** the task's title, for the sentence */
  task: string;
  /** its id */
  township: string;
  /** where the task allows it */
  window: Span;
  /** ids or names of inspected units; a unit is one of its township's, so that equal names of two townships are two */
  units: readonly string[];
  /** county people and deputies, by id or as they were written */
  members: readonly string[];
  committee: string;
  /** false once the task was issued: only with consent is it moved */
  movable: boolean;
  /** the visit may be given up for this township */
  droppable: boolean;
  /**
   * Visits of one township that have the same key and the same days are one visit. Whatever makes two alike enough for
   * that gives them one key: the topic, or that somebody joined them by hand. Null: always a visit of its own.
   */
  mergeKey: string | null;
};

/** Days on which a township, or with null any of them, is not to be visited. */
export type Blocked = Span & {
  township: string | null;
  kind: "session" | "election" | "presidium" | "receptionDay" | "holiday" | "marked";
  name: string;
};

/** @property gapDays so many days lie between two tasks' visits to one township, from the one's last day to the other's first */
export type Limits = { gapDays: number; unitPerYear: number; townshipPerYear: number };

export type Facts = {
  townships: readonly { id: string; name: string }[];
  visits: readonly Visit[];
  blocked: readonly Blocked[];
  limits: Limits;
  isWorkday: (day: Day) => boolean;
  today: Day;
  /** what members and units are called, where their id is not what they are called */
  names?: Readonly<Record<string, string>>;
};

export type ConflictKind =
  "sameTownship" | "sameUnit" | "keyDay" | "holiday" | "marked" | "cap" | "member" | "window";

/** What collides: the visit (one that may be moved, if either may), the other visit, and the one sentence that says it. */
export type Conflict = { kind: ConflictKind; visit: string; other: string | null; sentence: string };

/** The county's visits to a township in the visit's year, joined ones counted once. */
export type Load = { visits: number; days: number };

/** @property consent the task was issued: nothing is changed before the township agreed */
type Offer = { visit: string; sentence: string; consent: boolean; before: Load; after: Load };

/** A merge gives both visits these days. */
export type Remedy = Offer &
  ({ kind: "merge"; into: string; span: Span } | { kind: "move"; span: Span } | { kind: "drop" });
