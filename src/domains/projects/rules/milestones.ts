import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { isLate } from "@/lib/entry-lag";
import { isVerifier, type Verifier } from "@/domains/supervision/rules/verifier";
import { inOrder, mayCarryOut, type StageFacts } from "./stage";

export type MilestoneFacts = {
  /** as it was first said */
  plannedOn: Day;
  /** as it holds now */
  dueOn: Day;
  /** by which the figures go */
  judgedOn: Day;
  doneOn: Day | null;
  verifiedOn: Day | null;
  enteredOn: Day;
};

export function mayPlan(project: StageFacts, plannedOn: Day): Decision {
  const carried = mayCarryOut(project, "登记节点");
  if (!carried.allowed) return carried;
  return project.chosenOn !== null && plannedOn < project.chosenOn
    ? about("plannedOn", deny(`节点日期不能早于票决日期（${project.chosenOn}），请核对。`))
    : allow;
}

export function mayFinish(
  project: StageFacts,
  { doneOn: done }: MilestoneFacts,
  doneOn: Day,
  today: Day,
): Decision {
  return firstDenial(
    mayCarryOut(project, "登记节点完成"),
    done === null ? allow : deny(`这个节点已在 ${done} 完成；登记错了的，请在节点上点「更正日期」。`),
    inOrder("doneOn", doneOn, project.chosenOn ?? doneOn, "票决日期", today),
  );
}

/** A milestone is seen to once, by whoever may verify. */
export function mayVerify(
  { doneOn, verifiedOn: verified }: MilestoneFacts,
  verifier: Verifier,
  verifiedOn: Day,
  today: Day,
): Decision {
  if (doneOn === null) return deny("节点还没有登记完成，不能核实；请先登记完成。");
  if (verified !== null) return deny(`这个节点已在 ${verified} 由代表核实，请不要重复登记。`);
  return firstDenial(
    about("deputyId", isVerifier(verifier, verifiedOn)),
    inOrder("verifiedOn", verifiedOn, doneOn, "节点完成日期", today),
  );
}

/** What was told with a wrong day is corrected: in the order in which it was told, and before the project's completion. */
export function mayCorrectMilestone(
  { chosenOn, completedOn }: Pick<StageFacts, "chosenOn" | "completedOn">,
  was: Pick<MilestoneFacts, "doneOn" | "verifiedOn">,
  { doneOn, verifiedOn }: { doneOn: Day; verifiedOn: Day | null },
  today: Day,
): Decision {
  if (was.doneOn === null) return deny("节点还没有登记完成，请先点「登记完成」。");
  if (was.verifiedOn === null && verifiedOn !== null)
    return about("verifiedOn", deny("节点还没有登记核实，请先点「代表核实」。"));
  if (was.verifiedOn !== null && verifiedOn === null) return about("verifiedOn", deny("请填写核实日期。"));
  const last = verifiedOn ?? doneOn;
  return firstDenial(
    doneOn === was.doneOn && verifiedOn === was.verifiedOn
      ? deny("日期都没有改，请先填写正确的日期。")
      : allow,
    inOrder("doneOn", doneOn, chosenOn ?? doneOn, "票决日期", today),
    inOrder("verifiedOn", last, doneOn, "节点完成日期", today),
    completedOn !== null && last > completedOn
      ? about("verifiedOn", deny(`日期不能晚于项目完成日期（${completedOn}），请核对。`))
      : allow,
  );
}

type Delay = { newDay: Day; decidedOn: Day };

export function mayDelay(
  project: StageFacts,
  { doneOn, dueOn }: MilestoneFacts,
  { newDay, decidedOn }: Delay,
  today: Day,
): Decision {
  return firstDenial(
    mayCarryOut(project, "延期"),
    doneOn === null ? allow : deny(`这个节点已在 ${doneOn} 完成，不用延期。`),
    newDay > dueOn ? allow : about("newDay", deny(`延期后的日期应晚于现定日期（${dueOn}），请核对。`)),
    inOrder("decidedOn", decidedOn, project.chosenOn ?? decidedOn, "票决日期", today),
  );
}

/**
 * The day the figures go by after a delay: the new one, where it was decided while the old one had not passed, and only
 * the first time. Whoever lets a day pass, or puts it off again and again, is judged by the day before. What was decided
 * in time is believed of who wrote it down by then, or within the days that every entry has.
 */
export function judgedAfter(
  { plannedOn, judgedOn }: Pick<MilestoneFacts, "plannedOn" | "judgedOn">,
  { newDay, decidedOn }: Delay,
  today: Day,
): Day {
  const inTime = decidedOn <= judgedOn && (today <= judgedOn || !isLate(decidedOn, today));
  return judgedOn === plannedOn && inTime ? newDay : judgedOn;
}

/** A milestone that is struck out still counts once its day has come or its project is completed, unless it was entered only now. */
export const stillCounts = (
  { completedOn }: Pick<StageFacts, "completedOn">,
  { judgedOn, enteredOn }: Pick<MilestoneFacts, "judgedOn" | "enteredOn">,
  today: Day,
): boolean => completedOn !== null || (judgedOn <= today && enteredOn < today);
