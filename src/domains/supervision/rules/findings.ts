import { type Day, daysBetween } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { plain } from "@/lib/likeness";
import { nearDays } from "@/lib/records/alike";
import type { ActivityFacts } from "./activities";
import { empty, inOrder, townshipSupervision } from "./steps";
import { findingDueOn, termWithinReach } from "./terms";
import { isVerifier, type Verifier } from "./verifier";

export const findingStates = [
  "found",
  "notified",
  "planned",
  "rectified",
  "verified",
  "closed",
  "reopened",
] as const;
export type FindingState = (typeof findingStates)[number];

export const findingActions = ["notify", "plan", "rectify", "verify", "close", "reopen"] as const;
export type FindingAction = (typeof findingActions)[number];

/** Every way a finding may go (R31); what is not listed is refused. */
export const findingTransitions: readonly { from: FindingState; action: FindingAction; to: FindingState }[] =
  [
    { from: "found", action: "notify", to: "notified" },
    { from: "reopened", action: "notify", to: "notified" },
    { from: "notified", action: "plan", to: "planned" },
    { from: "planned", action: "rectify", to: "rectified" },
    { from: "rectified", action: "verify", to: "verified" },
    { from: "verified", action: "close", to: "closed" },
    { from: "rectified", action: "reopen", to: "reopened" },
    { from: "verified", action: "reopen", to: "reopened" },
    { from: "closed", action: "reopen", to: "reopened" },
  ];

export type FindingFacts = {
  state: FindingState;
  /** the day it was found */
  occurredOn: Day;
  unitId: string | null;
  notifiedOn: Day | null;
  dueOn: Day | null;
  /** as it was first set; by it the finding is judged */
  firstDueOn?: Day | null;
  plannedOn: Day | null;
  rectifiedOn: Day | null;
  verifiedOn: Day | null;
  verifiedByDeputyId: string | null;
};

/** Where an action leads; null when it is not open in this state. */
export function findingAfter(state: FindingState, action: FindingAction): FindingState | null {
  return findingTransitions.find((way) => way.from === state && way.action === action)?.to ?? null;
}

const stepNeeded: Record<FindingState, string> = {
  found: "请先把问题通知整改单位",
  notified: "请先登记整改方案",
  planned: "请先登记整改情况",
  rectified: "请先由代表核实整改结果",
  verified: "已核实，可以销号；核实有误的可退回重新整改",
  closed: "问题已销号；反弹的可重新打开",
  reopened: "请重新通知整改单位并定期限",
};

const open = (facts: FindingFacts, action: FindingAction): Decision =>
  findingAfter(facts.state, action) === null
    ? deny(`现在不能进行这一步：${stepNeeded[facts.state]}。`)
    : allow;

function termIsSet(notifiedOn: Day, dueOn: Day | null): Decision {
  if (dueOn === null) return deny("请定整改期限。");
  return dueOn < notifiedOn ? deny("整改期限不能早于通知日期。") : termWithinReach(notifiedOn, dueOn);
}

/** A unit is told what to mend, and by when. */
export function mayNotify(
  facts: FindingFacts,
  input: { unitId: string | null; notifiedOn: Day; dueOn: Day | null },
  today: Day,
): Decision {
  return firstDenial(
    open(facts, "notify"),
    input.unitId === null ? about("unitId", deny("请选择整改单位。")) : allow,
    inOrder("notifiedOn", input.notifiedOn, facts.occurredOn, "发现问题的日期", today),
    about("dueOn", termIsSet(input.notifiedOn, input.dueOn)),
  );
}

/** The rectification plan is the unit's own [R31]. */
export function mayPlan(facts: FindingFacts, input: { plan: string; plannedOn: Day }, today: Day): Decision {
  return firstDenial(
    open(facts, "plan"),
    empty(input.plan) ? about("plan", deny("请填写整改方案。")) : allow,
    inOrder("plannedOn", input.plannedOn, facts.notifiedOn, "通知日期", today),
  );
}

export function mayRectify(
  facts: FindingFacts,
  input: { rectification: string; rectifiedOn: Day },
  today: Day,
): Decision {
  return firstDenial(
    open(facts, "rectify"),
    empty(input.rectification) ? about("rectification", deny("请填写整改情况。")) : allow,
    inOrder("rectifiedOn", input.rectifiedOn, facts.plannedOn, "整改方案的日期", today),
  );
}

const seenBy = (verifier: Verifier | null, on: Day): Decision =>
  verifier === null
    ? deny("整改结果须由代表核实，请选择核实的代表。", townshipSupervision)
    : isVerifier(verifier, on);

/** Somebody other than the unit sees for himself: a deputy in office, never one of the rectifying unit (R31). */
export function mayVerify(
  facts: FindingFacts,
  input: { verifier: Verifier | null; verifiedOn: Day },
  today: Day,
): Decision {
  const { verifier } = input;
  return firstDenial(
    open(facts, "verify"),
    about("deputyId", seenBy(verifier, input.verifiedOn)),
    inOrder("verifiedOn", input.verifiedOn, facts.rectifiedOn, "整改完成日期", today),
  );
}

/** A finding is struck off only after a deputy verified it (R31). */
export function mayClose(facts: FindingFacts, input: { closedOn: Day }, today: Day): Decision {
  return firstDenial(
    open(facts, "close"),
    facts.verifiedOn === null || facts.verifiedByDeputyId === null ? deny("未经代表核实，不能销号。") : allow,
    inOrder("closedOn", input.closedOn, facts.verifiedOn, "核实日期", today),
  );
}

/** What was not mended, or came back, is opened again with a reason; what was struck off is given a new day. */
export function mayReopen(
  facts: FindingFacts,
  input: { reason: string; dueOn: Day | null },
  today: Day,
): Decision {
  return firstDenial(
    open(facts, "reopen"),
    empty(input.reason) ? about("reason", deny("请写明重新整改的原因。")) : allow,
    facts.state === "closed" ? about("dueOn", newTermIsSet(input.dueOn, today)) : allow,
  );
}

function newTermIsSet(dueOn: Day | null, today: Day): Decision {
  if (dueOn === null) return deny("问题已经销号，重新打开请定新的整改期限。");
  return dueOn < today ? deny("新的整改期限不能早于今天。") : termWithinReach(today, dueOn);
}

/** Whether a deputy's occupation names the unit; the office may also say so by hand. */
export function namesUnit(
  occupation: string | null,
  unit: { name: string; shortName: string | null },
): boolean {
  if (occupation === null) return false;
  return [unit.name, unit.shortName].some(
    (name) => name !== null && name.length > 1 && occupation.includes(name),
  );
}

const primaryAction: Record<FindingState, FindingAction> = {
  found: "notify",
  notified: "plan",
  planned: "rectify",
  rectified: "verify",
  verified: "close",
  closed: "reopen",
  reopened: "notify",
};

/** What can be done now, the expected step first. */
export function findingActionsIn(state: FindingState): FindingAction[] {
  const possible = findingActions.filter((action) => findingAfter(state, action) !== null);
  return possible.sort(
    (one, other) => Number(other === primaryAction[state]) - Number(one === primaryAction[state]),
  );
}

const mostFindings = 50;
const longestFinding = 2000;

/** What is entered at once: at least one, each short enough to be read in a list. */
export function mayBeFindings(descriptions: readonly string[]): Decision {
  const long = descriptions.findIndex((text) => text.length > longestFinding);
  if (descriptions.length === 0) return about("description", deny("请至少写一个问题，一行一个。"));
  if (descriptions.length > mostFindings)
    return about("description", deny(`一次最多登记 ${mostFindings} 个问题，请分开登记。`));
  return long === -1
    ? allow
    : about(
        "description",
        deny(`第 ${long + 1} 个问题超过 ${longestFinding} 字，请写短些，详情可以作附件。`),
      );
}

/** Problems are found on the day of the activity or after, and not where deputies signed that there were none. */
export function mayFind(
  activity: Pick<ActivityFacts, "state" | "occurredOn" | "noFindings">,
  foundOn: Day,
  today: Day,
): Decision {
  return firstDenial(
    activity.state === "cancelled" ? deny("活动已取消，不能登记问题。") : allow,
    activity.noFindings ? deny("本次活动已由代表签认未发现问题；确有问题的，请先撤回办结再登记。") : allow,
    inOrder("occurredOn", foundOn, activity.occurredOn, "活动日期", today),
  );
}

/** What deputies said in an appraisal is written down on its day or after. */
export const mayFindIn = ({ occurredOn }: { occurredOn: Day }, foundOn: Day, today: Day): Decision =>
  inOrder("occurredOn", foundOn, occurredOn, "评议日期", today);

/** A finding has one source, which tells its day and its number. */
export const comesFromOne = (of: { activityId: string | null; appraisalId: string | null }): Decision =>
  (of.activityId === null) === (of.appraisalId === null)
    ? deny("请说明问题是在哪一次监督活动或哪一轮评议中发现的，只能选一个。")
    : allow;

/** @property source the activity or appraisal that found it */
type FoundAs = { description: string; unitId: string | null; source: string; occurredOn: Day };
/** @property sameTopic its source has the topic of the one that is asked for */
export type StandsFound = FoundAs & { number: number; sameTopic: boolean };

/** Where one of the two names no unit yet, it may be the same. */
const sameUnit = (one: FoundAs, other: FoundAs): boolean =>
  one.unitId === null || other.unitId === null || one.unitId === other.unitId;

/** A problem is written down once: by the activity that found it, and of one unit by those of one topic within a fortnight. */
export function isFoundOnce(found: FoundAs, others: readonly StandsFound[]): Decision {
  const there = others.find(
    (other) =>
      plain(other.description) === plain(found.description) &&
      (other.source === found.source ||
        (other.sameTopic &&
          sameUnit(found, other) &&
          Math.abs(daysBetween(other.occurredOn, found.occurredOn)) <= nearDays)),
  );
  return there === undefined
    ? allow
    : about(
        "description",
        deny(
          `这个问题已经登记（问题${there.number}，${there.occurredOn}），请在那一条上继续整改，反弹的请退回重新整改；确是另一个问题的，请写明不同之处。`,
        ),
      );
}

export function mayEditFinding({ state }: Pick<FindingFacts, "state">): Decision {
  return state === "closed" ? deny("问题已销号，不能再修改；确有错误请作废后重新登记。") : allow;
}

type Due = Pick<FindingFacts, "state" | "occurredOn" | "notifiedOn" | "dueOn" | "firstDueOn">;

/** Days past its day of a finding that is still open; null when not overdue. The due day itself is still in time. */
export function findingOverdueDays(facts: Due, today: Day): number | null {
  if (facts.state === "closed") return null;
  const days = daysBetween(findingDueOn(facts), today);
  return days > 0 ? days : null;
}

/** A finding that is overdue counts until it is struck off; whoever entered it only afterwards may still have slipped. */
export function mayVoidFinding(facts: Due, enteredOn: Day, today: Day): Decision {
  const due = findingDueOn(facts);
  return findingOverdueDays(facts, today) === null || enteredOn > due
    ? allow
    : deny(
        `这个问题的期限 ${due} 已过，不能作废；请继续登记整改、核实和销号，登记错了的请在整改结果和核实意见里写明。`,
      );
}
