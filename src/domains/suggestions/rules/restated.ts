import type { LawChoice, WorkCalendar } from "@/domains/tenancy/rules/law";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import type { Day } from "@/lib/dates";
import { assignDeadline, ratingDeadline, redoDeadline, replyDeadline } from "./deadlines";

/** A suggestion's days as they are stored, and what they were reckoned from. */
export type Reckoned = {
  receivedOn: Day;
  sessionClosedOn: Day | null;
  assignedOn: Day | null;
  complex: boolean;
  redoCount: number;
  assignDueOn: Day;
  replyDueOn: Day | null;
  replyCitation: string | null;
  redoDueOn: Day | null;
  ratingDueOn: Day | null;
  ratingDueNote: string | null;
  replies: readonly { id: string; attempt: number; repliedOn: Day; dueOn: Day }[];
  /** ratings that asked for a redo, in their order; ids grow with the time of entry */
  refusals: readonly { id: string; ratedOn: Day }[];
  /** approved ones */
  deferrals: readonly { id: string; newDueOn: Day }[];
};

export type Restated = Pick<
  Reckoned,
  "assignDueOn" | "replyDueOn" | "replyCitation" | "redoDueOn" | "ratingDueOn" | "ratingDueNote"
> & {
  /** what the history says, a sentence for each day that moved */
  sentences: string[];
  replies: { id: string; dueOn: Day }[];
};

const groups = {
  assign: ["suggestion.assignDays", "suggestion.assignDaysBetweenSessions"],
  reply: ["suggestion.replyMonths", "suggestion.replyMonthsComplex", "suggestion.replyFromSessionClose"],
  redo: ["suggestion.redoMonths"],
  rating: ["suggestion.ratingWindowWorkingDays"],
} as const satisfies Record<string, readonly LawRuleKey[]>;
type Group = keyof typeof groups;

/** The stored days that holidays move. */
export const byWorkingDays = ["assign", "rating"] as const satisfies readonly Group[];

/** Which stored days a rule reckons; null for a rule that is read anew whenever it is asked. */
export function daysReckonedBy(key: LawRuleKey): Group | null {
  const found = Object.entries(groups).find(([, keys]) => (keys as readonly LawRuleKey[]).includes(key));
  return found === undefined ? null : (found[0] as Group);
}

const later = (one: Day, other: Day | undefined): Day => (other !== undefined && other > one ? other : one);

/** What was granted stands: the last approved deferral of an attempt, whose place the time of entry tells. */
function grantedTo({ deferrals, refusals }: Reckoned, attempt: number): Day | undefined {
  const attemptOf = (id: string) => 1 + refusals.filter((refusal) => refusal.id < id).length;
  return deferrals.findLast(({ id }) => attemptOf(id) === attempt)?.newDueOn;
}

const kept = (own: Reckoned): Restated => ({
  assignDueOn: own.assignDueOn,
  replyDueOn: own.replyDueOn,
  replyCitation: own.replyCitation,
  redoDueOn: own.redoDueOn,
  ratingDueOn: own.ratingDueOn,
  ratingDueNote: own.ratingDueNote,
  sentences: [],
  replies: [],
});

const moved = (what: string, from: Day, to: Day, citation: string): string =>
  `${what}由 ${from} 改为 ${to}（${citation}）`;

type Change = { law: LawChoice; calendar: WorkCalendar; since: Day };

function assignRestated(own: Reckoned, { law, calendar, since }: Change): Restated {
  const { receivedOn, sessionClosedOn, assignDueOn } = own;
  const anchor = later(receivedOn, sessionClosedOn ?? undefined);
  if (anchor < since) return kept(own);
  const { dueOn, citation } = assignDeadline({ receivedOn, sessionClosedOn }, law, calendar);
  if (dueOn === assignDueOn) return kept(own);
  return { ...kept(own), assignDueOn: dueOn, sentences: [moved("交办期限", assignDueOn, dueOn, citation)] };
}

function replyRestated(own: Reckoned, { law, since }: Change): Restated {
  const { assignedOn, replyDueOn } = own;
  if (assignedOn === null || replyDueOn === null || assignedOn < since) return kept(own);
  const lawful = replyDeadline({ ...own, assignedOn }, law);
  const dueOn = later(lawful.dueOn, grantedTo(own, 1));
  const first = own.replies.filter((reply) => reply.attempt === 1 && reply.dueOn !== dueOn);
  return {
    ...kept(own),
    replyDueOn: dueOn,
    replyCitation: lawful.citation,
    sentences: dueOn === replyDueOn ? [] : [moved("答复期限", replyDueOn, dueOn, lawful.citation)],
    replies: first.map(({ id }) => ({ id, dueOn })),
  };
}

/** Each refusal set a term for the reply after it; the last one's is the day still open. */
function redoRestated(own: Reckoned, { law, since }: Change): Restated {
  const restated = kept(own);
  for (const [index, { ratedOn }] of own.refusals.entries()) {
    if (ratedOn < since) continue;
    const attempt = index + 2;
    const { dueOn: lawful, citation } = redoDeadline(ratedOn, law);
    const dueOn = later(lawful, grantedTo(own, attempt));
    const given = own.replies.filter((reply) => reply.attempt === attempt && reply.dueOn !== dueOn);
    restated.replies.push(...given.map(({ id }) => ({ id, dueOn })));
    if (attempt !== own.redoCount + 1 || own.redoDueOn === null || own.redoDueOn === dueOn) continue;
    restated.sentences.push(moved("重新答复期限", own.redoDueOn, dueOn, citation));
    restated.redoDueOn = dueOn;
  }
  return restated;
}

function ratingRestated(own: Reckoned, { law, calendar, since }: Change): Restated {
  const repliedOn = own.replies.at(-1)?.repliedOn;
  if (own.ratingDueOn === null || repliedOn === undefined || repliedOn < since) return kept(own);
  const { dueOn, note, citation } = ratingDeadline(repliedOn, law, calendar);
  return {
    ...kept(own),
    ratingDueOn: dueOn,
    ratingDueNote: note,
    sentences: dueOn === own.ratingDueOn ? [] : [moved("代表测评期", own.ratingDueOn, dueOn, citation)],
  };
}

const restate = {
  assign: assignRestated,
  reply: replyRestated,
  redo: redoRestated,
  rating: ratingRestated,
} satisfies Record<Group, (own: Reckoned, change: Change) => Restated>;

/**
 * The stored days under a changed rule, or null when none moves. A rule holds on the day of the record, so only what
 * began on or after the change's first day follows it, answered matters too: what judges a year is what its sentence says.
 */
export function restatedDays(group: Group, own: Reckoned, change: Change): Restated | null {
  const next = restate[group](own, change);
  const same =
    next.sentences.length === 0 &&
    next.replies.length === 0 &&
    next.replyCitation === own.replyCitation &&
    next.ratingDueNote === own.ratingDueNote;
  return same ? null : next;
}
