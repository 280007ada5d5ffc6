import { type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { empty, inOrder, townshipSupervision } from "./steps";

export const activityKinds = [
  "inspectionVisit",
  "lawInspection",
  "investigation",
  "unannouncedVisit",
  "supervisionCheck",
  "followUpVisit",
  "workAppraisal",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityStates = ["planned", "done", "cancelled"] as const;
export type ActivityState = (typeof activityStates)[number];

export type ActivityFacts = {
  kind: ActivityKind;
  state: ActivityState;
  occurredOn: Day;
  lawName: string | null;
  report: string | null;
  /** findings that are not voided */
  findings: number;
  noFindings: boolean;
  /** deputies, each once, who signed that nothing was found */
  signers: readonly string[];
  /** who took part, whether their names were kept or not */
  participants: number;
};

/** Signatures without which "nothing found" is only somebody's word. */
export const signersNeeded = 2;

/** A law inspection inspects a law (地方组织法第19条; 监督法第36条 for its report). */
export function lawInspectionNamesItsLaw(facts: { kind: ActivityKind; lawName: string | null }): Decision {
  if (facts.kind !== "lawInspection" || !empty(facts.lawName)) return allow;
  return about("lawName", deny("执法检查要写明检查的法律法规名称。", townshipSupervision));
}

/** The activity led to something: a finding, or the signed word of two deputies that there was none (R30, R37). */
export function activityHasResult(
  facts: Pick<ActivityFacts, "kind" | "findings" | "noFindings" | "signers">,
): Decision {
  const { kind, findings, noFindings, signers } = facts;
  if (findings > 0 && noFindings)
    return about("noFindings", deny("已登记问题，不能再勾选「未发现问题」。请取消勾选，或作废误登的问题。"));
  if (findings > 0) return allow;
  // Of an appraisal the word on the unit, which is its report, is the result.
  if (kind === "workAppraisal" && !noFindings) return allow;
  if (!noFindings)
    return deny("请登记发现的问题；确实没有发现问题的，勾选「未发现问题」并由两名以上代表签认。");
  const signed = new Set(signers).size;
  if (signed >= signersNeeded) return allow;
  return about("signerIds", deny(`「未发现问题」须由至少 ${signersNeeded} 名代表签认，现有 ${signed} 名。`));
}

export function notBeforeItsDay({ occurredOn }: { occurredOn: Day }, today: Day, doing: string): Decision {
  return occurredOn > today ? deny(`活动定于 ${occurredOn}，开展后才能${doing}。`) : allow;
}

/** What must stand before the report is written: a day that has come, and somebody who took part. */
export function completingNeedsItsDay(facts: ActivityFacts, today: Day): Decision {
  if (facts.state === "done") return deny("这项活动已经办结。");
  if (facts.state === "cancelled") return deny("这项活动已取消，不能办结。");
  return firstDenial(
    notBeforeItsDay(facts, today, "办结"),
    facts.participants === 0
      ? deny("请先登记参加活动的代表；没有留下名单的，填写未录姓名人数。", townshipSupervision)
      : allow,
    lawInspectionNamesItsLaw(facts),
  );
}

/** An activity is complete with a report and a result, on a day that has come, with somebody who took part. */
export function mayComplete(facts: ActivityFacts, today: Day): Decision {
  return firstDenial(
    completingNeedsItsDay(facts, today),
    empty(facts.report) ? about("report", deny("请先填写活动报告。", townshipSupervision)) : allow,
    activityHasResult(facts),
  );
}

/** Only what has not been held can be cancelled. */
export function cancelNeedsAPlan({ state, findings }: Pick<ActivityFacts, "state" | "findings">): Decision {
  if (state !== "planned") return deny("只有尚未办结的活动可以取消。");
  return findings > 0 ? deny("活动已登记问题，不能取消。") : allow;
}

export function mayCancel(facts: Pick<ActivityFacts, "state" | "findings">, reason: string): Decision {
  return firstDenial(
    cancelNeedsAPlan(facts),
    empty(reason) ? about("reason", deny("请写明取消的原因。")) : allow,
  );
}

/** An appraisal is one of somebody's work. */
const appraisalNamesWhose = ({
  kind,
  unitIds,
}: {
  kind: ActivityKind;
  unitIds: readonly string[];
}): Decision =>
  kind === "workAppraisal" && unitIds.length === 0
    ? about("unitIds", deny("工作评议要写明评议谁，请选择被评议的单位；还没有登记的，先登记承办单位。"))
    : allow;

/** A plan may lie ahead; the days of an activity follow one another. */
export function mayRecordActivity(facts: {
  kind: ActivityKind;
  lawName: string | null;
  unitIds: readonly string[];
  occurredOn: Day;
  endedOn: Day | null;
}): Decision {
  const { occurredOn, endedOn } = facts;
  return firstDenial(
    lawInspectionNamesItsLaw(facts),
    appraisalNamesWhose(facts),
    endedOn !== null && endedOn < occurredOn
      ? about("endedOn", deny(`结束日期 ${endedOn} 早于开始日期 ${occurredOn}，请核对。`))
      : allow,
  );
}

/** The report is handed in after the activity began, and who signed that nothing was found was there. */
export function reportFits(
  facts: { occurredOn: Day; reportedOn: Day; signers: readonly string[]; tookPart: readonly string[] },
  today: Day,
): Decision {
  return firstDenial(
    inOrder("reportedOn", facts.reportedOn, facts.occurredOn, "活动日期", today),
    facts.signers.every((signer) => facts.tookPart.includes(signer))
      ? allow
      : about("signerIds", deny("签认的代表必须参加了本次活动，请先把他们加入参加人员。")),
  );
}

/** What deputies signed is not changed under them. */
export function mayEditActivity({
  state,
  noFindings,
}: Pick<ActivityFacts, "state" | "noFindings">): Decision {
  if (state === "cancelled") return deny("活动已取消，不能再修改；确要开展请重新登记。");
  return state === "done" && noFindings ? deny("代表已签认本次活动未发现问题，修改前请先撤回办结。") : allow;
}

type Days = { occurredOn: Day; endedOn: Day | null };

/** What is done stays what it was done with: a day that has come, in its year, before its report and its findings, and who was there. */
export function finishedStays(
  { was, is }: { was: Days; is: Days & { deputyIds: readonly string[]; unnamed: number | null } },
  {
    state,
    reportedOn,
    firstFoundOn,
  }: Pick<ActivityFacts, "state"> & Record<"reportedOn" | "firstFoundOn", Day | null>,
  today: Day,
): Decision {
  const { occurredOn, endedOn, deputyIds } = is;
  const nobody = deputyIds.length === 0 && (is.unnamed ?? 0) === 0;
  const found =
    firstFoundOn !== null && occurredOn > firstFoundOn
      ? about("occurredOn", deny(`活动日期不能晚于发现问题的日期（${firstFoundOn}），请核对。`))
      : allow;
  if (state !== "done") return found;
  const last = [today, ...(reportedOn === null ? [] : [reportedOn])].sort()[0] ?? today;
  const why = last === reportedOn ? `报告日期（${reportedOn}）` : `今天（${today}）`;
  const late = (field: "occurredOn" | "endedOn", day: Day | null): Decision =>
    day !== null && day > last
      ? about(field, deny(`活动已办结，日期不能晚于${why}，请核对；报告日期有误的，请先撤回办结。`))
      : allow;
  return firstDenial(
    late("occurredOn", occurredOn),
    endedOn === was.endedOn ? allow : late("endedOn", endedOn),
    yearOf(occurredOn) === yearOf(was.occurredOn)
      ? allow
      : about("occurredOn", deny("活动已办结，不能改到另一年；年份登记错的，请先撤回办结再改。")),
    nobody
      ? about(
          "deputyIds",
          deny("活动已办结，参加活动的代表不能全部去掉，请至少保留一名。", townshipSupervision),
        )
      : allow,
    found,
  );
}

export function mayReopenActivity({ state }: Pick<ActivityFacts, "state">): Decision {
  return state === "done" ? allow : deny("只有已办结的活动才能撤回办结。");
}

export function mayVoidActivity({ findings }: Pick<ActivityFacts, "findings">): Decision {
  return findings === 0 ? allow : deny(`活动下还有 ${findings} 个问题，请先逐个作废问题，再作废活动。`);
}
