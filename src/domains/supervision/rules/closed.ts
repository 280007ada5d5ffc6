import { type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { empty, inOrder } from "./steps";

/** An activity that an earlier year held and reported on paper may be entered with its report, as done (R30). */
export function mayEnterDone(
  facts: { occurredOn: Day; report: string | null; reportedOn: Day | null },
  today: Day,
): Decision {
  const { occurredOn, report, reportedOn } = facts;
  if (empty(report) && reportedOn === null) return allow;
  return firstDenial(
    yearOf(occurredOn) < yearOf(today)
      ? allow
      : deny("本年的活动请先登记，再办结并填写报告；只有往年的活动可以连同报告一起补录。"),
    empty(report) ? about("report", deny("填了报告日期，请同时填写活动报告。")) : allow,
    reportedOn === null
      ? about("reportedOn", deny("填了活动报告，请同时填写报告日期。"))
      : inOrder("reportedOn", reportedOn, occurredOn, "活动日期", today),
  );
}

export type ClosedFinding = {
  unitId: string | null;
  occurredOn: Day;
  notifiedOn: Day | null;
  dueOn: Day | null;
  rectifiedOn: Day | null;
  verifiedOn: Day | null;
  closedOn: Day;
};

const verifiedBySomebody = (verifiedOn: Day | null, verifier: string | null): Decision =>
  (verifiedOn === null) === (verifier === null)
    ? allow
    : deny("核实日期和核实的代表请一起填写，原台账没有记的都留空。");

/**
 * A finding that an earlier year struck off on paper comes in struck off; its steps follow one another as far as they are
 * known. This year's go through every step, verification among them (R31).
 */
export function mayEnterStruckOff(facts: ClosedFinding, verifier: string | null, today: Day): Decision {
  const { unitId, occurredOn, notifiedOn, dueOn, rectifiedOn, verifiedOn, closedOn } = facts;
  const verifies = about(
    verifier === null ? "deputyId" : "verifiedOn",
    verifiedBySomebody(verifiedOn, verifier),
  );
  const after = (field: keyof ClosedFinding, before: Day | null, what: string) =>
    facts[field] === null ? allow : inOrder(field, facts[field], before, what, today);
  return firstDenial(
    yearOf(closedOn) < yearOf(today)
      ? allow
      : deny("本年销号的问题请逐步登记通知、整改和核实；只有往年已经销号的可以补录。"),
    after("notifiedOn", occurredOn, "发现日期"),
    notifiedOn !== null && unitId === null
      ? about("unitId", deny("填了通知日期，请同时选择整改单位。"))
      : allow,
    dueOn !== null && dueOn < (notifiedOn ?? occurredOn)
      ? about("dueOn", deny("整改期限不能早于通知日期。"))
      : allow,
    after("rectifiedOn", notifiedOn ?? occurredOn, "通知日期"),
    after("verifiedOn", rectifiedOn ?? occurredOn, "整改完成日期"),
    verifies,
    inOrder("closedOn", closedOn, verifiedOn ?? rectifiedOn ?? occurredOn, "整改或核实日期", today),
  );
}
