import { matchesName } from "../form/pinyin-match";

export type RollStatus = "present" | "leave" | "absent";

export type RollPerson = {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  hint: string | null;
  /** the leave that is known of that day: what for, and the sentence that says whence */
  onLeave?: { reason: string; says: string } | null;
};

/** Only who was not present is written down; everybody else was. */
export type RollMarks = Readonly<Record<string, { status: "leave" | "absent"; reason: string }>>;

/** A person as the meeting's sheet was last saved; `null` where nobody was marked yet. */
export type MarkedPerson = RollPerson & { status: RollStatus | null; leaveReason: string | null };
/** Somebody who was not present, as it is saved. */
export type RollException = { id: string; status: "leave" | "absent"; leaveReason: string | null };

/** The sheet as it is opened: whoever nobody marked yet is present, or on the leave that is known of that day. */
export const marksOf = (people: readonly MarkedPerson[]): RollMarks =>
  Object.fromEntries(
    people.flatMap(({ id, status, leaveReason, onLeave = null }) => {
      if (status === null) return onLeave === null ? [] : [[id, { status: "leave", reason: onLeave.reason }]];
      return status === "present" ? [] : [[id, { status, reason: leaveReason ?? "" }]];
    }),
  );

export const exceptionsOf = (marks: RollMarks): RollException[] =>
  Object.entries(marks).map(([id, { status, reason }]) => ({
    id,
    status,
    leaveReason: status === "leave" ? reason : null,
  }));

/** What leave is mostly asked for; anything else is written. */
export const leaveReasons = ["病假", "事假", "公务", "外出学习", "外出务工"] as const;

export const statusOf = (marks: RollMarks, id: string): RollStatus => marks[id]?.status ?? "present";

const next: Record<RollStatus, RollStatus> = { present: "leave", leave: "absent", absent: "present" };
export const nextStatus = (status: RollStatus): RollStatus => next[status];

/** A reason once typed is kept while the status is changed back and forth between leave and absence. */
export function withMark(marks: RollMarks, id: string, status: RollStatus): RollMarks {
  if (status === "present") return Object.fromEntries(Object.entries(marks).filter(([key]) => key !== id));
  return { ...marks, [id]: { status, reason: marks[id]?.reason ?? "" } };
}

export function withReason(marks: RollMarks, id: string, reason: string): RollMarks {
  return { ...marks, [id]: { status: "leave", reason } };
}

export function countsOf(people: readonly RollPerson[], marks: RollMarks) {
  const statuses = people.map((person) => statusOf(marks, person.id));
  const count = (status: RollStatus) => statuses.filter((other) => other === status).length;
  return {
    expected: people.length,
    present: count("present"),
    leave: count("leave"),
    absent: count("absent"),
  };
}

export function shownOf(
  people: readonly RollPerson[],
  marks: RollMarks,
  typed: string,
  onlyMarked: boolean,
): RollPerson[] {
  return people.filter(
    (person) =>
      (!onlyMarked || statusOf(marks, person.id) !== "present") &&
      matchesName({ ...person, hint: person.hint ?? undefined }, typed),
  );
}

/** Whose leave still lacks a reason. */
export function withoutReason(people: readonly RollPerson[], marks: RollMarks): RollPerson[] {
  return people.filter(
    (person) => marks[person.id]?.status === "leave" && marks[person.id]?.reason.trim() === "",
  );
}
