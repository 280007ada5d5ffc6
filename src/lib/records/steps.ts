import type { Day } from "@/lib/dates";
import { saysSomething } from "@/lib/likeness";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { AnyKind, Facts, RecordStep } from "./kind";

type Coded = [code: string, step: RecordStep];

export const stepsOf = ({ steps }: AnyKind): Coded[] => Object.entries(steps ?? {});

/** The fields a step asks for, its day first. */
export const askedBy = ({ day, asks = [] }: RecordStep): string[] => [day, ...asks];

/** The fields of all steps: nothing is known of them when a record is new. */
export const laterFields = (kind: AnyKind): string[] => stepsOf(kind).flatMap(([, step]) => askedBy(step));

/** The fact that keeps when a step was written down. */
export const entryOf = ({ day }: RecordStep): string => day.replace(/On$/, "EnteredOn");

const isSaid = (fact: unknown): boolean =>
  typeof fact === "string" ? saysSomething(fact) : fact !== null && fact !== undefined;
const labelOf = ({ fields }: AnyKind, key: string): string => fields[key]?.label ?? "";

/** What a step follows: an earlier step, or the record's own day. */
function before(kind: AnyKind, { after }: RecordStep, facts: Facts, own: Day) {
  const earlier = after === undefined ? undefined : kind.steps?.[after];
  if (earlier === undefined) return { label: labelOf(kind, "occurredOn"), day: own };
  const day = facts[earlier.day];
  return { label: labelOf(kind, earlier.day), day: isSaid(day) ? (day as Day) : null };
}

/** A step's day lies between that of the step it follows and that of the one until which it is taken. */
function isBetween(kind: AnyKind, step: RecordStep, facts: Facts, own: Day): Decision {
  const label = labelOf(kind, step.day);
  const day = facts[step.day] as Day;
  const earlier = before(kind, step, facts, own);
  if (earlier.day === null) return about(step.day, deny(`请先登记${earlier.label}，再登记${label}。`));
  if (day < earlier.day)
    return about(step.day, deny(`${label} ${day} 早于${earlier.label}（${earlier.day}），请核对。`));
  const last = step.until === undefined ? undefined : kind.steps?.[step.until];
  const end = last === undefined ? null : facts[last.day];
  return last !== undefined && isSaid(end) && day > (end as Day)
    ? about(step.day, deny(`${label} ${day} 晚于${labelOf(kind, last.day)}（${end as Day}），请核对。`))
    : allow;
}

function isInTurn(kind: AnyKind, step: RecordStep, facts: Facts, own: Day): Decision {
  const label = labelOf(kind, step.day);
  const day = facts[step.day];
  const [said, unsaid] = [true, false].map((is) =>
    (step.asks ?? []).filter((key) => isSaid(facts[key]) === is),
  );
  if (!isSaid(day)) {
    const [first] = said ?? [];
    return first === undefined
      ? allow
      : about(step.day, deny(`已填写${labelOf(kind, first)}，请同时填写${label}。`));
  }
  const [missing] = unsaid ?? [];
  if (missing !== undefined)
    return about(missing, deny(`已填写${label}，请同时填写${labelOf(kind, missing)}。`));
  return isBetween(kind, step, facts, own);
}

/** Each step is told whole, and none stands before the one it follows. @param own the record's own day */
export const stepsFollow = (kind: AnyKind, facts: Facts, own: Day): Decision =>
  firstDenial(...stepsOf(kind).map(([, step]) => isInTurn(kind, step, facts, own)));

/** What a step tells is its own: the other steps' fields are theirs, and corrected as a whole. @param given what was sent with it */
export function tellsItsOwn(kind: AnyKind, step: RecordStep, given: Facts): Decision {
  const strange = laterFields(kind).find((key) => !askedBy(step).includes(key) && isSaid(given[key]));
  return strange === undefined
    ? allow
    : deny(
        `「${step.act}」不填写${labelOf(kind, strange)}；要登记或更正${labelOf(kind, strange)}，请点「修改」。`,
      );
}

/** A step is told once, with its day; what was told is corrected, not told again. */
export function isToldOnce(kind: AnyKind, { act, day }: RecordStep, was: Facts, is: Facts): Decision {
  if (isSaid(was[day])) return deny(`「${act}」已经登记过；要更正，请点「修改」。`);
  return isSaid(is[day]) ? allow : about(day, deny(`请填写${labelOf(kind, day)}。`));
}

/** The steps that come next, those that few records need after the others; each with why it cannot be taken yet. */
export function stepsOpen(
  kind: AnyKind,
  facts: Facts,
  today: Day,
): { code: string; step: RecordStep; decision: Decision }[] {
  const own = typeof facts["occurredOn"] === "string" ? facts["occurredOn"] : today;
  const inOrder = stepsOf(kind).toSorted(([, one], [, other]) => Number(!!one.aside) - Number(!!other.aside));
  return inOrder.flatMap(([code, step]) => {
    const { label, day } = before(kind, step, facts, own);
    const last = step.until === undefined ? undefined : kind.steps?.[step.until];
    if (isSaid(facts[step.day]) || day === null || (last !== undefined && isSaid(facts[last.day]))) return [];
    return [
      { code, step, decision: day > today ? deny(`${label} ${day} 还没到，到当天或之后再登记。`) : allow },
    ];
  });
}

/** How far a record is, for the bar above it: the first step that may be taken is where it stands. */
export function stepsShown(kind: AnyKind, facts: Facts, today: Day) {
  const now = stepsOpen(kind, facts, today)[0]?.code;
  const shown = stepsOf(kind).filter(([, { aside, day }]) => aside !== true || isSaid(facts[day]));
  return shown.map(([key, { name: label, day }]) => ({
    ...{ key, label },
    state: isSaid(facts[day]) ? ("done" as const) : key === now ? ("now" as const) : ("todo" as const),
    note: isSaid(facts[day]) ? (facts[day] as Day) : undefined,
  }));
}
