import { type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { TaskKind } from "../labels";
import { type PartFacts, type PartState, partStateOf } from "./progress";

const said: Partial<Record<PartState, string>> = {
  draft: "任务还没有下发。",
  hidden: "任务还没有开始。",
  recalled: "县人大已撤回这项任务，不用再办。",
  submitted: "成果已经提交，等县人大认定；要补充的请县人大退回。",
  done: "成果已经认定，这项任务办完了。",
};

export const isOpen = (part: PartFacts): Decision => {
  const closed = said[partStateOf(part)];
  return closed === undefined ? allow : deny(closed);
};

export function mayAccept(part: PartFacts): Decision {
  return firstDenial(
    isOpen(part),
    part.acceptedOn === null ? allow : deny("这项任务已经接受，不用再接受。"),
    partStateOf(part) === "proposed" ? deny("已提出改期或合并，等县人大答复后再接受。") : allow,
  );
}

type Span = { from: Day; until: Day };
const inOrder = ({ from, until }: Span, field: string): Decision =>
  until >= from ? allow : about(field, deny(`最后一天（${until}）早于第一天（${from}），请核对。`));

/** Other days are asked for before the visit, for days to come. */
export function mayPropose(part: PartFacts, span: Span, today: Day): Decision {
  return firstDenial(
    isOpen(part),
    part.activityId === null ? allow : deny("任务已经开展，不能再改日期。"),
    partStateOf(part) === "proposed" ? deny("已提出改期或合并，请等县人大答复。") : allow,
    inOrder(span, "until"),
    span.from >= today
      ? allow
      : about("from", deny(`建议的日期（${span.from}）已经过去，请选今天以后的日期。`)),
  );
}

/** Two tasks in one visit: of the same township, both still to be carried out. */
export function mayAskMerge(
  part: PartFacts,
  other: PartFacts,
  { sameOne, kinds }: { sameOne: boolean; kinds: readonly TaskKind[] },
): Decision {
  const alone = kinds.map(goesAlone).find((why) => why !== null) ?? null;
  return firstDenial(
    sameOne ? about("with", deny("不能和自己合并，请选择另一项任务。")) : allow,
    alone === null ? allow : about("with", deny(alone)),
    isOpen(part),
    part.activityId === null ? allow : deny("任务已经开展，不能再合并。"),
    partStateOf(part) === "proposed" ? deny("已提出改期或合并，请等县人大答复。") : allow,
    isOpen(other).allowed && other.activityId === null
      ? allow
      : about("with", deny("那项任务已经开展或办完，请选择还没有开展的任务。")),
  );
}

export const mayAnswer = (part: PartFacts): Decision =>
  partStateOf(part) === "proposed" ? allow : deny("乡镇没有等待答复的建议。");

/** @property company of a merge: the other visit as it stands now; null where it was dropped or its task struck out */
export type Asked = { merge: boolean; company: PartFacts | null; until: Day; today: Day };

/** The county may always say no. To say yes, what was asked for must still be possible: days to come, a visit to join. */
export function mayAgree({ merge, company, until, today }: Asked): Decision {
  const instead = "请答复不同意并说明，再与乡镇另商日期。";
  if (merge && (company === null || !isOpen(company).allowed || company.activityId !== null))
    return deny(`要并入的那项任务已经免去、撤回、开展或办完，不能再合并。${instead}`);
  return until < today ? deny(`乡镇建议的日期（到 ${until}）已经过去，不能再同意。${instead}`) : allow;
}

/** What was accepted, or shown, is moved only with the township asked again; what is under way, no more. */
export function mayMove(part: PartFacts, span: Span): Decision {
  return firstDenial(
    part.task === "issued" || part.task === "draft"
      ? allow
      : deny("任务已经汇总、办结或撤回，不能再调整日期。"),
    part.activityId === null && part.submittedOn === null
      ? allow
      : deny("这个乡镇已经开展，不能再调整日期。"),
    inOrder(span, "until"),
  );
}

export const mayDrop = (part: PartFacts): Decision =>
  part.submittedOn === null
    ? mayMove(part, { from: part.visitUntil, until: part.visitUntil })
    : deny("这个乡镇的成果已经提交，不能再免去。");

export function mayStart(part: PartFacts, kind: TaskKind): Decision {
  if (kind !== "unannouncedVisit") return deny("只有暗访要在开始时才告诉乡镇。");
  if (part.task !== "issued") return deny("任务还没有下发，或者已经撤回、办结。");
  return part.shown ? deny("这个乡镇的暗访已经开始。") : allow;
}

type Activity = { occurredOn: Day; state: string };

/** Carried out once, by an activity of the year that was not called off. */
export function mayCarryOut(part: PartFacts, kind: TaskKind, year: number, day: Day): Decision {
  return firstDenial(
    isOpen(part),
    kind === "rating" ? deny("评议由代表打分，不用登记监督活动，请直接提交成果。") : allow,
    part.activityId === null ? allow : deny("已经登记了监督活动，请在活动页面继续办理。"),
    part.acceptedOn === null ? deny("请先接受任务，再登记开展情况。") : allow,
    yearOf(day) === year ? allow : about("occurredOn", deny(`这是 ${year} 年的任务，活动日期要在当年。`)),
  );
}

export const mayLink = ({ state, occurredOn }: Activity, year: number): Decision => {
  if (state === "cancelled") return about("activityId", deny("那项活动已经取消，请选择另一项。"));
  return yearOf(occurredOn) === year ? allow : about("activityId", deny(`请选择 ${year} 年开展的活动。`));
};

/** A result stands on the activity's report, its findings or the deputies' word that there were none. */
export function maySubmit(part: PartFacts, kind: TaskKind, activity: { state: string } | null): Decision {
  return firstDenial(
    isOpen(part),
    part.acceptedOn === null ? deny("请先接受任务，再提交成果。") : allow,
    kind === "rating" || activity !== null ? allow : deny("请先登记开展情况，再提交成果。"),
    activity === null || activity.state === "done"
      ? allow
      : deny("监督活动还没有办结，请先在活动页面填写报告并办结。", "监督法第36条"),
  );
}

export function mayJudge(part: PartFacts, verdict: "accepted" | "returned", why: string | null): Decision {
  if (partStateOf(part) !== "submitted") return deny("乡镇没有等待认定的成果。");
  return verdict === "returned" && why === null
    ? about("why", deny("退回要写明需要补充什么，请填写意见。"))
    : allow;
}

type Place = { id: string; townshipId: string; taskId: string; kind: TaskKind; shown: boolean };

/** Why a kind of task is never one visit with another; null where it may be. */
export function goesAlone(kind: TaskKind): string | null {
  if (kind === "unannouncedVisit") return "暗访不和别的任务合并。";
  return kind === "rating" ? "评议不到现场，不用和别的任务合并。" : null;
}

/** One visit is made of two tasks in the same township, of which it knows both or neither: a part names its company. */
export function mayMerge(part: Place, into: Place): Decision {
  if (part.id === into.id || part.taskId === into.taskId) return deny("不能和自己合并，请选择另一项任务。");
  const alone = goesAlone(part.kind) ?? goesAlone(into.kind);
  if (alone !== null) return deny(alone);
  if (part.shown !== into.shown) return deny("两项任务中有一项还没有下发，请先下发，或者都在草稿时合并。");
  return part.townshipId === into.townshipId ? allow : deny("只能合并同一个乡镇的两项任务，请重新选择。");
}
