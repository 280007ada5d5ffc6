import type { Day } from "@/lib/dates";
import { allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { hasBegun, type Stage, stageNames } from "./stages";

/** What a township says of an indicator; it never types a figure. */
export const noteKinds = ["confirm", "explain", "evidence"] as const;
export type NoteKind = (typeof noteKinds)[number];
export const noteKindNames: Record<NoteKind, string> = {
  confirm: "确认无误",
  explain: "说明情况",
  evidence: "补充依据",
};

/** @property reopenedUntil the day up to which the county opened it again */
export type SelfState = { submittedOn: Day | null; reopenedUntil: Day | null };
export type SelfTime = { stage: Stage; today: Day; until: Day | null };

/** The last day for this township: the stage's, or a later one where the county opened it again. */
export const lastDay = ({ until }: SelfTime, { reopenedUntil }: SelfState): Day | null =>
  reopenedUntil !== null && (until === null || reopenedUntil > until) ? reopenedUntil : until;

/** Whether a township may still say something; once it is handed in only the county opens it again. */
export function maySay(time: SelfTime, own: SelfState): Decision {
  const { stage, today } = time;
  const last = lastDay(time, own);
  const open = stage === "selfAssessment" || (stage === "review" && own.reopenedUntil !== null);
  return firstDenial(
    hasBegun("selfAssessment", stage) ? allow : deny("自评还没有开始，开始后“今日”里会有提醒。"),
    own.submittedOn === null
      ? allow
      : deny(`自评已于 ${own.submittedOn} 提交，不能再改。确有需要请联系县人大，由县人大写明原因后退回。`),
    open ? allow : deny(`现在是“${stageNames[stage]}”，自评已经结束，没有提交的按确认处理。`),
    last === null || today <= last ? allow : deny(`自评已于 ${last} 截止，没有提交的按确认处理。`),
  );
}

/** Words are asked for where something is to be read; a record alone says what it is evidence of. */
export const noteFault = (kind: NoteKind, text: string | null, linked: boolean): Decision =>
  kind === "confirm" || text !== null || (kind === "evidence" && linked)
    ? allow
    : deny(kind === "explain" ? "请写明要说明的情况。" : "请写明补充了什么，或者选一条记录。");

/** @property reviewed whether a reviewer of the township has handed in */
export function mayReopen(
  { stage, today }: SelfTime,
  own: SelfState,
  until: Day,
  reviewed: boolean,
): Decision {
  return firstDenial(
    stage === "selfAssessment" || stage === "review"
      ? allow
      : deny(`现在是“${stageNames[stage]}”，自评不能再退回；有不同意见的请在申诉中提出。`),
    own.submittedOn === null && stage === "selfAssessment"
      ? deny("这个乡镇还没有提交自评，可以直接修改，不用退回。")
      : allow,
    reviewed ? deny("已经有评审人提交了对这个乡镇的评审，自评不能再退回。") : allow,
    until < today ? deny("新的截止日不能早于今天。") : allow,
  );
}

/** How a township's self-assessment stands, in words: silence is consent, and says so. */
export function selfSaid(time: SelfTime, own: SelfState): string {
  if (own.submittedOn !== null) return `${own.submittedOn} 已提交`;
  if (!hasBegun("selfAssessment", time.stage)) return "未开始";
  return maySay(time, own).allowed ? `未提交，到 ${lastDay(time, own) ?? ""} 截止` : "逾期未提交，按确认处理";
}
