import { toCents } from "@/domains/figures/rules/formulas";
import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { hasBegun, type Stage, stageNames } from "./stages";

export function mayAppeal({
  stage,
  today,
  until,
}: {
  stage: Stage;
  today: Day;
  until: Day | null;
}): Decision {
  if (!hasBegun("appeal", stage))
    return deny("申诉还没有开始。收到初步结果、申诉开始后，五个工作日内可以提出。");
  const over = until !== null && today > until;
  if (stage === "appeal" && !over) return allow;
  return deny(`申诉已于 ${until ?? ""} 截止，不能再提出。`);
}

/** What an appeal rests on may be added while appeals may be made, until it is decided. */
export function mayFileTo(own: Parameters<typeof mayAppeal>[0] & { decided: boolean }): Decision {
  const { allowed } = mayAppeal(own);
  if (own.decided) return deny("这件申诉已经决定，附件不能再增减。");
  return allowed
    ? allow
    : deny(`申诉已于 ${own.until ?? ""} 截止，附件不能再增减。要补充材料的，请直接交给县人大经办人。`);
}

type Matter = { indicator: string; record: { id: string } | null; on: Day };

/** A matter is decided once; two decisions on the same points could only contradict each other. */
export function mayAppealAgain(
  { indicator, recordId }: { indicator: string; recordId: string | null },
  before: readonly Matter[],
): Decision {
  const same = before.find((one) => one.indicator === indicator && (one.record?.id ?? null) === recordId);
  if (same === undefined) return allow;
  const what = recordId === null ? "这项指标" : "这条记录";
  return deny(
    `${what}已于 ${same.on} 提出过申诉，请等待决定，不用再提；要补充材料的请在那件申诉下添加附件。`,
  );
}

export type Deciding = {
  stage: Stage;
  decided: boolean;
  /** who decides, by account and name */
  deciders: readonly { accountId: string; name: string }[];
  /** who reviewed the township, moderators among them */
  reviewers: readonly string[];
  /** who has looked after it since the year began */
  contacts: readonly string[];
  upheld: boolean;
  points: number | null;
  most: number;
  before: number | null;
};

/** Points are changed where an appeal is upheld, and nowhere else. */
function pointsFit({ upheld, points, most, before }: Deciding): Decision {
  const refused = (reason: string) => about("points", deny(reason));
  if (!upheld) return points === null ? allow : refused("申诉不成立的不改得分，请不要填写得分。");
  if (points === null) return refused("申诉成立的，请填写改正后的得分。");
  if (points < 0 || points > most) return refused(`得分应在 0 到 ${most} 分之间。`);
  if (points !== toCents(points)) return refused("分数最多两位小数。");
  if (before !== null && points < before)
    return refused(`申诉成立的，得分不能比原来的 ${before.toFixed(2)} 分低。没有道理的请定为不成立。`);
  return points === before ? refused("申诉成立，得分却没有变。没有变动的请定为不成立。") : allow;
}

/** Nobody judges an appeal against his own review, or of the township that he looks after. */
export function mayDecide(own: Deciding): Decision {
  const { stage, decided, deciders, reviewers, contacts } = own;
  const judge = deciders.find(({ accountId }) => reviewers.includes(accountId));
  const advocate = deciders.find(({ accountId }) => contacts.includes(accountId));
  return firstDenial(
    stage === "appeal" ? allow : deny(`现在是“${stageNames[stage]}”，申诉阶段才能作决定。`),
    decided ? deny("这件申诉已经决定，不能再改。") : allow,
    judge === undefined
      ? allow
      : deny(`${judge.name}评审过这个乡镇，不能参加申诉的决定。请由没有参加评审的人决定。`),
    advocate === undefined
      ? allow
      : deny(`${advocate.name}在考核年度以来是这个乡镇的联系人，按规定回避。请由别人决定。`),
    pointsFit(own),
  );
}
