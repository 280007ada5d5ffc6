import { type LawChoice, lawRule } from "@/domains/tenancy/rules/law";
import { addDays, type Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { PetitionState } from "../labels";

/** The days of a petition that its terms and its state follow from. */
export type PetitionDays = {
  occurredOn: Day;
  assignedOn: Day | null;
  extendedOn: Day | null;
  finishedOn: Day | null;
  concludedOn: Day | null;
  calledOn: Day | null;
  reportedOn: Day | null;
};

/** There were no rules before the people's congresses of the townships. */
const lawBegins: Day = "1979-07-01";
const ruled = (law: LawChoice, key: Parameters<typeof lawRule>[1], day: Day) =>
  lawRule(law, key, day < lawBegins ? lawBegins : day);

/** By when it is passed on, and by when the unit has to finish it, once it has one; each with its article [R60]. */
export function termsOf({ occurredOn, assignedOn, extendedOn }: PetitionDays, law: LawChoice) {
  const forwarding = ruled(law, "petition.forwardDays", occurredOn);
  const forward = { dueOn: addDays(occurredOn, forwarding.value), citation: forwarding.citation };
  if (assignedOn === null) return { forward, finish: null };
  const finishing = ruled(law, "petition.finishDays", assignedOn);
  const longer = extendedOn === null ? 0 : ruled(law, "petition.extendDays", assignedOn).value;
  const finish = { dueOn: addDays(assignedOn, finishing.value + longer), citation: finishing.citation };
  return { forward, finish };
}

/** Where it stands, from its days alone. */
export function stateOf(days: PetitionDays): PetitionState {
  if (days.assignedOn === null) return "received";
  if (days.finishedOn === null) return "handling";
  return days.concludedOn === null || days.calledOn === null ? "finished" : "closed";
}

/** The day that is waited for now; null when the law sets none any more. */
export function dueOnOf(days: PetitionDays, law: LawChoice): Day | null {
  const { forward, finish } = termsOf(days, law);
  if (days.assignedOn === null) return forward.dueOn;
  return days.finishedOn === null ? (finish?.dueOn ?? null) : null;
}

/** A term is made longer while it runs, and once [R60]. */
export function mayExtend(days: PetitionDays, law: LawChoice): Decision {
  const { extendedOn, finishedOn } = days;
  if (extendedOn === null) return allow;
  const { finish } = termsOf({ ...days, extendedOn: null }, law);
  if (finish !== null && extendedOn > finish.dueOn)
    return about("extendedOn", deny(`延期应在办结期限 ${finish.dueOn} 前批准，请核对延期日期。`));
  return finishedOn !== null && extendedOn > finishedOn
    ? about("extendedOn", deny(`延期日期晚于办结日期 ${finishedOn}，请核对。`))
    : allow;
}

/** Only what the county handed over is reported back to it, and not before it did [R65]. @param handed null: the township's own */
export function mayReport({ reportedOn }: PetitionDays, handed: { handedOn: Day } | null): Decision {
  if (reportedOn === null) return allow;
  if (handed === null)
    return about("reportedOn", deny("这件不是县人大交办的，不用向县人大反馈，请把反馈日期和内容清空。"));
  return reportedOn < handed.handedOn
    ? about("reportedOn", deny(`反馈日期 ${reportedOn} 早于县人大交办日期（${handed.handedOn}），请核对。`))
    : allow;
}
