import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Day } from "@/lib/dates";
import { type PlanItemState, type Work, workLabels } from "../labels";
import type { planItem } from "../record";

type Facts = FactsOf<typeof planItem>;

/** How an item stands; what is linked counts as done only while its record stands. */
export type HeldItem = {
  facts: Facts;
  state: PlanItemState;
  /** the year's plan was approved with it */
  approved: boolean;
  /** its month was over when somebody entered it */
  enteredLate: boolean;
};

/** The topics on which the congress supervises: what a cap is set on [R37]. */
export const supervisionWorks: readonly Work[] = ["specialReport", "lawInspection", "visit", "appraisal"];
export const isSupervision = (kind: Work): boolean => supervisionWorks.includes(kind);

const fewAndDeep = "监督议题宜少而精，选准、议深、跟踪到底才有实效";

/** Above the plan, where there are more topics than the county advises. */
export const topicsWarning = (topics: number, cap: number): string | null =>
  topics > cap ? `监督议题 ${topics} 个，超过控制数 ${cap} 个：${fewAndDeep}。请考虑合并或压缩。` : null;

/** One topic more than advised is no fault, but needs to be said why. @param others the year's other items that stand */
export function mayBeTopic(facts: Facts, others: readonly Facts[], cap: number): Decision {
  const already = others.filter(({ year, kind }) => year === facts.year && isSupervision(kind)).length;
  return !isSupervision(facts.kind) || already < cap || facts.reason !== null
    ? allow
    : about(
        "reason",
        deny(
          `${facts.year}年监督议题已有 ${already} 个（控制数 ${cap} 个），${fewAndDeep}；确需增加的，请写明选题理由。`,
        ),
      );
}

const firm = ["topic", "kind", "year", "month"] as const;

/** Whether what was planned is another thing, or another time, now. */
export const isMoved = (was: Facts, is: Facts): boolean => firm.some((key) => was[key] !== is[key]);

/** What was approved is changed by a step of its own, with its reason; a month that is over is no more moved in silence. */
export function mayCorrect({ facts, approved, state }: HeldItem, to: Facts): Decision {
  const changed = firm.filter((key) => facts[key] !== to[key]);
  const moved = changed.includes("month") || changed.includes("year");
  if (approved && changed.length > 0)
    return deny(`${facts.year}年计划已经党委批准，要改事项、类别或时间，请用「调整」并写明理由。`);
  if (state === "cancelled" && changed.length > 0)
    return deny("这一项已经取消，取消的仍计入计划；要改事项、类别或时间，请先「撤回」。");
  if (state === "done" && moved) return deny("这一项已经登记完成，要改时间请先「撤回」。");
  if (state === "overdue" && moved) return deny("计划的月份已经过去，要改时间请用「调整」并写明理由。");
  if (state === "done" && changed.includes("kind"))
    return about("kind", deny("这一项已经登记完成，请先「撤回」，再改类别。"));
  return allow;
}

/** An item that is struck out would count nowhere: what had been planned is cancelled instead. */
export function mayStrike({ facts, approved, enteredLate, state }: HeldItem): Decision {
  const instead = "请用「取消」并写明理由，取消的仍计入计划。";
  if (state === "cancelled") return deny("这一项已经取消，取消的仍计入计划，不能作废；要恢复请先「撤回」。");
  if (approved) return deny(`${facts.year}年计划已经党委批准，不能作废其中的事项；${instead}`);
  if (state === "done") return deny("这一项已经登记完成；登记错了的，请先「撤回」，再作废。");
  return state === "overdue" && !enteredLate ? deny(`计划的月份已经过去，不能作废；${instead}`) : allow;
}

const isOpen = ({ state }: HeldItem): Decision => {
  if (state === "cancelled") return deny("这一项已经取消，要恢复请先「撤回」。");
  return state === "done" ? deny("这一项已经登记完成，要改请先「撤回」。") : allow;
};

export type Fulfilling = { work: Work | null; occurredOn: Day; usedBy: string | null };

/** @param record null where nothing of that id stands, takes place or has happened yet */
export const mayLink = (held: HeldItem, record: Fulfilling, today: Day): Decision =>
  firstDenial(
    isOpen(held),
    record.work === held.facts.kind || (held.facts.kind === "other" && record.work !== null)
      ? allow
      : deny(`计划的类别是「${workLabels[held.facts.kind]}」，请选同类的记录。`),
    record.occurredOn <= today ? allow : deny(`这条记录的日期是 ${record.occurredOn}，开展以后再关联。`),
    record.occurredOn.startsWith(`${held.facts.year}-`)
      ? allow
      : deny(`这是 ${held.facts.year} 年的计划，请选当年的记录。`),
    record.usedBy === null
      ? allow
      : deny(`这条记录已经用于完成计划「${record.usedBy}」，一条记录只完成一项计划。`),
  );

/** Whether its completion is told: no kind of record could say it. @param recorded the works whose records are kept in the system */
export const isFinishedByHand = (kind: Work, recorded: readonly Work[]): boolean => !recorded.includes(kind);

export const mayFinish = (held: HeldItem, doneOn: Day, today: Day, recorded: readonly Work[]): Decision =>
  firstDenial(
    isOpen(held),
    !isFinishedByHand(held.facts.kind, recorded)
      ? deny(`「${workLabels[held.facts.kind]}」请先登记那次工作，再在这里关联，不用另填完成情况。`)
      : allow,
    doneOn <= today ? allow : about("doneOn", deny(`完成日期 ${doneOn} 还没到，请核对。`)),
    doneOn.startsWith(`${held.facts.year}-`)
      ? allow
      : about("doneOn", deny(`这是 ${held.facts.year} 年的计划，完成日期应在当年。`)),
  );

export const mayAdjust = (held: HeldItem, to: { month: number; topic: string }): Decision =>
  firstDenial(
    isOpen(held),
    to.month === held.facts.month && to.topic === held.facts.topic
      ? about("month", deny("月份和事项都没有变，请改其中一项。"))
      : allow,
  );

export const mayCancel = isOpen;

export const mayReopen = ({ state }: HeldItem): Decision =>
  state === "cancelled" || state === "done" ? allow : deny("这一项还没有完成，也没有取消，不用撤回。");
