import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import { petition } from "../record";

/** A term for reporting back lies ahead of the day it is set [R65]. */
export const mayHandOver = (handedOn: Day, dueOn: Day, today: Day): Decision => {
  if (handedOn > today) return about("handedOn", deny(`交办日期 ${handedOn} 还没到，请核对。`));
  return dueOn < handedOn
    ? about("dueOn", deny(`反馈期限 ${dueOn} 早于交办日期 ${handedOn}，请核对。`))
    : allow;
};

/** What a township works on already is not taken back behind its back. */
export const mayWithdraw = (takenOn: Day | null): Decision =>
  takenOn === null ? allow : deny(`乡镇已于 ${takenOn} 接收，不能撤回；确需撤回的，请先请乡镇作废那一件。`);

export const mayTakeOver = (taken: boolean): Decision =>
  taken ? deny("这件县交办信访已经接收，请在列表中办理那一件。") : allow;

type Facts = FactsOf<typeof petition>;

/** What the county wrote in handing a petition over. */
export type HandedWords = Pick<Facts, "topic" | "content" | "category"> & { handedOn: Day };

/**
 * The county's words stay the county's, and nothing was done about them before it had said them [R65].
 * @param was as it stands @param handed null: the township's own
 */
export function keepsHanded(facts: Facts, was: Facts, handed: HandedWords | null): Decision {
  if (handed === null) return allow;
  const { topic, content, category, handedOn } = handed;
  const said = { topic, category, channel: "county", ...(content === null ? {} : { content }) } as const;
  return firstDenial(
    facts.occurredOn < handedOn
      ? about("occurredOn", deny(`这件是县人大 ${handedOn} 交办的，收到日期不能早于交办日期，请核对。`))
      : allow,
    ...(Object.keys(said) as (keyof typeof said)[]).map((key) =>
      facts[key] === said[key] || facts[key] === was[key]
        ? allow
        : about(
            key,
            deny(
              `这件是县人大交办的，${petition.fields[key].label}以交办内容为准，不能改；有误的请县人大更正。`,
            ),
          ),
    ),
  );
}

export type HandedState = "untaken" | "working" | "reported" | "reportedLate" | "late";
type Handed = { dueOn: Day; takenOn: Day | null; reportedOn: Day | null };

/** How the county sees it: unanswered and late come first. */
export function handedState({ dueOn, takenOn, reportedOn }: Handed, today: Day): HandedState {
  if (reportedOn !== null) return reportedOn <= dueOn ? "reported" : "reportedLate";
  if (today > dueOn) return "late";
  return takenOn === null ? "untaken" : "working";
}
