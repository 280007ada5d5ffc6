import type { Day } from "@/lib/dates";

/** A span of days, both ends included. */
export type Span = { from: Day; until: Day };

/** One visit of a joint task to one township. `movable` is false once its task was issued: only with consent is it moved. */
export type Visit = Span & {
  id: string; // the part's id
  taskId: string;
  task: string; // the task's title, for the sentence
  township: string; // id
  window: Span; // where the task allows it
  units: readonly string[]; // names or ids of inspected units
  members: readonly string[]; // county people, and deputies, by id
  committee: string;
  movable: boolean;
  /** the visit may be given up for this township (draft) */
  droppable: boolean;
  /** topics alike enough to be one visit: same merge key, or null */
  mergeKey: string | null;
};

/** Days on which a township is not to be visited, with the reason's kind. */
export type Blocked = Span & {
  township: string | null;
  kind: "session" | "election" | "presidium" | "receptionDay" | "holiday" | "marked";
  name: string;
};

export type Limits = { gapDays: number; unitPerYear: number; townshipPerYear: number };

export type Facts = {
  townships: readonly { id: string; name: string }[];
  visits: readonly Visit[];
  blocked: readonly Blocked[];
  limits: Limits;
  isWorkday: (day: Day) => boolean;
  today: Day;
};

export type ConflictKind =
  "sameTownship" | "sameUnit" | "keyDay" | "holiday" | "marked" | "cap" | "member" | "window";

/** What collides: the visit, the other visit or day, and the one sentence that says it. */
export type Conflict = { kind: ConflictKind; visit: string; other: string | null; sentence: string };

export type Proposal =
  | { kind: "merge"; visit: string; into: string; span: Span; sentence: string }
  | { kind: "move"; visit: string; span: Span; sentence: string }
  | { kind: "drop"; visit: string; sentence: string };
