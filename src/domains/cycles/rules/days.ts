import { type WorkCalendar, workingDaysAfter } from "@/domains/tenancy/rules/law";
import { unknownYears } from "@/domains/workdays/rules";
import { addDays, type Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { type Begun, hasBegun, nextAfter, type Stage, stageNames, stages } from "./stages";

/** @property until the last day; null for a stage that is done on its day */
export type Span = { from: Day; until: Day | null };
export type Days = Partial<Record<Stage, Span>>;
export type Plan = Span & {
  /** where days on the way are of a year without holidays, so that it is not to be relied on: what to do about it */
  unknown: string | null;
  /** the county set it itself, or it has begun */
  set: boolean;
};

/** A township looks through thirty indicators beside its work; two reviewers through some fifteen townships. */
const selfDays = 10;
const reviewDays = 20;
/** A stage's days stand once it has begun: a slip of the pen must not hold the year up for decades. */
const mostDays = 60;
export const appealWorkingDays = 5;
export const decisionWorkingDays = 5;

function after(from: Day, days: number, calendar: WorkCalendar): { day: Day; unknown: string | null } {
  const day = workingDaysAfter(from, days, calendar);
  return { day, unknown: unknownYears([from, day], calendar) };
}

type Usual = Omit<Plan, "set">;
const plain = (from: Day, days: number | null): Usual => ({
  ...{ from, until: days === null ? null : addDays(from, days), unknown: null },
});

/** How long a stage lasts when it begins on a day. */
export function lasting(stage: Begun, from: Day, calendar: WorkCalendar): Usual {
  switch (stage) {
    case "selfAssessment":
      return plain(from, selfDays);
    case "review":
      return plain(from, reviewDays);
    case "appeal": {
      const { day, unknown } = after(from, appealWorkingDays, calendar);
      return { from, until: day, unknown };
    }
    case "preliminary":
    case "decided":
    case "published":
    case "archived":
      return plain(from, null);
  }
}

/** By when appeals are decided: the same day for all of them, counted from the last day of the window. */
export const decisionDue = (until: Day, calendar: WorkCalendar) =>
  after(until, decisionWorkingDays, calendar);

/** When the stage after this one may be expected: the day after it ends; the meeting once the appeals are decided. */
function following(
  stage: Stage,
  { from, until }: Span,
  calendar: WorkCalendar,
): { day: Day; unknown: string | null } {
  if (stage === "appeal" && until !== null) return decisionDue(until, calendar);
  return { day: stage === "preliminary" ? from : addDays(until ?? from, 1), unknown: null };
}

/** Every stage's days: what has begun or was set stands, the rest follows from what comes before. */
export function proposedDays(frozenOn: Day, known: Days, calendar: WorkCalendar): Record<Stage, Plan> {
  let last: Plan = { from: frozenOn, until: null, unknown: null, set: true };
  const plans: [Stage, Plan][] = [["frozen", last]];
  for (const [index, stage] of stages.entries()) {
    const next = nextAfter(stage);
    if (next === null) break;
    const own = known[next];
    const { day, unknown } = following(stages[index] ?? stage, last, calendar);
    const usual = lasting(next, own?.from ?? day, calendar);
    last =
      own === undefined
        ? { ...usual, unknown: last.unknown ?? unknown ?? usual.unknown, set: false }
        : { ...own, unknown: null, set: true };
    plans.push([next, last]);
  }
  return Object.fromEntries(plans) as Record<Stage, Plan>;
}

/** Neither too short nor too long: five working days to appeal are the least. */
function mayLast(stage: Begun, { from, until }: Span, calendar: WorkCalendar): Decision {
  if (until === null) return allow;
  const refused = (reason: string) => about("until", deny(reason));
  const least = stage === "appeal" ? after(from, appealWorkingDays, calendar).day : from;
  const most = addDays(from, mostDays);
  if (until > most)
    return refused(
      `“${stageNames[stage]}”最长 ${mostDays} 天，从 ${from} 算起最晚到 ${most} 截止。请核对年份。`,
    );
  if (until >= least) return allow;
  return refused(
    stage === "appeal"
      ? `申诉至少要有 ${appealWorkingDays} 个工作日，从 ${from} 算起最早到 ${least} 截止。`
      : `截止日不能早于开始日 ${from}。`,
  );
}

/** The days of a stage that has not begun are the county's to set. */
export function mayPlan(
  stage: Begun,
  now: Stage,
  span: Span,
  earlier: Span,
  calendar: WorkCalendar,
): Decision {
  const name = stageNames[stage];
  const lasts = lasting(stage, span.from, calendar).until !== null;
  return firstDenial(
    hasBegun(stage, now) ? deny(`“${name}”已经开始，日期不能再改。`) : allow,
    span.from < (earlier.until ?? earlier.from)
      ? about("from", deny(`“${name}”不能早于上一阶段（到 ${earlier.until ?? earlier.from}）。`))
      : allow,
    lasts && span.until === null ? about("until", deny(`请写明“${name}”到哪一天截止。`)) : allow,
    mayLast(stage, span, calendar),
  );
}

/** The days a stage gets when it begins today: those that were set where they still fit, else as many as are usual. */
export function daysOnBeginning(stage: Begun, today: Day, planned: Plan, calendar: WorkCalendar): Usual {
  const usual = lasting(stage, today, calendar);
  if (usual.until === null || !planned.set || planned.until === null) return usual;
  const least = stage === "appeal" ? usual.until : today;
  return planned.until < least ? usual : { from: today, until: planned.until, unknown: usual.unknown };
}
