import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { Day } from "@/lib/dates";
import type { annualPlan } from "../record";

type Approval = FactsOf<typeof annualPlan>;

/** @param items the year's items: a plan of none is none @param others the year's other approvals */
export const mayApprove = (facts: Approval, items: number, others: readonly Approval[]): Decision =>
  firstDenial(
    others.length === 0 ? allow : about("year", deny(`${facts.year}年计划的批准已经登记，请修改那一份。`)),
    items > 0
      ? allow
      : about("year", deny(`${facts.year}年还没有计划事项，请先登记或复制计划事项，再登记党委批准。`)),
    facts.issuedOn === null || facts.issuedOn >= facts.occurredOn
      ? allow
      : about("issuedOn", deny(`印发日期 ${facts.issuedOn} 早于批准日期 ${facts.occurredOn}，请核对。`)),
  );

const itemwise = "要改计划，请在计划事项中逐项「调整」或「取消」并写明理由；文号、日期有误的，请修改这一份。";

/** What was approved stays approved: struck out, all its items could be changed in silence. */
export const approvalStays = ({ year }: Approval): Decision =>
  deny(`${year}年计划已经党委批准，批准不能作废。${itemwise}`);

/** An approval is of the plan as it stood that day. @param before null for a new one @param changedOn when the plan was last changed before it was entered */
export function mayRedate(facts: Approval, before: Approval | null, changedOn: Day | null): Decision {
  if (before !== null && before.year !== facts.year)
    return about("year", deny(`${before.year}年计划已经党委批准，年度不能再改。${itemwise}`));
  return changedOn !== null && facts.occurredOn < changedOn
    ? about(
        "occurredOn",
        deny(
          `计划事项在 ${changedOn} 还改过，批准日期不能早于这一天；之前批准的，应当先登记批准再逐项调整。`,
        ),
      )
    : allow;
}

/** @property items whose plan stands, those that were cancelled too */
export type YearFigures = {
  items: number;
  done: number;
  overdue: number;
  cancelled: number;
  approved: boolean;
};

/** How a township stands with the plan of a year [R6][R7]. */
export function planOfYear(figures: YearFigures | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的工作计划还没有登记` };
  const { items, done, overdue, cancelled, approved } = figures;
  const left = cancelled === 0 ? "" : `，取消 ${cancelled} 项`;
  const late = overdue === 0 ? null : `${overdue} 项逾期，没有完成也没有说明`;
  return {
    text: `计划 ${items} 项，已完成 ${done} 项${left}`,
    gap: approved ? late : [`${year}年计划还没有党委批准文号`, ...(late === null ? [] : [late])].join("；"),
  };
}

/** What comes with the old year's items into the new one's draft. @param taken items of the new year that there are */
export const mayCopy = (from: number, items: number): Decision =>
  items > 0 ? allow : deny(`${from}年没有可以复制的计划事项，或者都已经复制过。`);
