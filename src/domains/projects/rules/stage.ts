import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

export type ProjectStage =
  "solicited" | "candidate" | "notChosen" | "chosen" | "running" | "completed" | "dropped";

/** What a project's stage follows from; nothing else keeps it. */
export type StageFacts = {
  occurredOn: Day;
  nominatedOn: Day | null;
  /** the first and the latest ballot it stood in, and the one that chose it */
  firstVotedOn: Day | null;
  votedOn: Day | null;
  chosenOn: Day | null;
  milestones: number;
  /** of these, done and verified */
  verified: number;
  /** when the last of these was verified */
  lastVerifiedOn: Day | null;
  completedOn: Day | null;
  droppedOn: Day | null;
};

export function stageOf(facts: StageFacts): ProjectStage {
  if (facts.droppedOn !== null) return "dropped";
  if (facts.completedOn !== null) return "completed";
  if (facts.chosenOn !== null) return facts.milestones > 0 ? "running" : "chosen";
  if (facts.votedOn !== null) return "notChosen";
  return facts.nominatedOn === null ? "solicited" : "candidate";
}

/** A step is taken by today, and not before the one it follows. */
export function inOrder(field: string, on: Day, notBefore: Day, what: string, today: Day): Decision {
  if (on > today) return about(field, deny("日期不能晚于今天，请核对。"));
  return on < notBefore ? about(field, deny(`日期不能早于${what}（${notBefore}），请核对。`)) : allow;
}

/** The presidium puts forward what was solicited, before it is put to the ballot. */
export function mayNominate(name: string, facts: StageFacts, nominatedOn: Day, today: Day): Decision {
  if (facts.votedOn !== null) return deny(`「${name}」已经票决，不用再列为候选。`);
  if (facts.nominatedOn !== null)
    return deny(`「${name}」已在 ${facts.nominatedOn} 列为候选，请不要重复登记。`);
  return inOrder("nominatedOn", nominatedOn, facts.occurredOn, `「${name}」的征集日期`, today);
}

type Days = { nominatedOn: Day | null; completedOn: Day | null };

/** A nomination whose day was wrong lies before the first ballot all the same; it is taken back as long as there was none. */
function mayCorrectNomination(facts: StageFacts, on: Day | null, today: Day): Decision {
  const { firstVotedOn, occurredOn } = facts;
  if (on === null)
    return facts.nominatedOn === null || firstVotedOn === null
      ? allow
      : about("nominatedOn", deny(`项目已在 ${firstVotedOn} 票决，不能撤回候选；请填写提名日期。`));
  if (facts.nominatedOn === null) return deny("项目还没有列为候选，请先点「列为候选」。");
  return firstDenial(
    inOrder("nominatedOn", on, occurredOn, "征集日期", today),
    firstVotedOn !== null && on > firstVotedOn
      ? about("nominatedOn", deny(`日期不能晚于票决日期（${firstVotedOn}），请核对。`))
      : allow,
  );
}

/** The day of a completion is corrected as it was entered: after the ballot and the last verification. */
function mayCorrectCompletion(facts: StageFacts, on: Day | null, today: Day): Decision {
  const { chosenOn, lastVerifiedOn } = facts;
  if (facts.completedOn === null)
    return on === null ? allow : deny("项目还没有登记完成，请先点「登记完成」。");
  if (on === null) return about("completedOn", deny("请填写完成日期。"));
  return firstDenial(
    inOrder("completedOn", on, chosenOn ?? on, "票决日期", today),
    inOrder("completedOn", on, lastVerifiedOn ?? on, "最后一个节点的核实日期", today),
  );
}

/** What was told with a wrong day is corrected: the days of the steps as they should be. */
export function mayCorrectDays(facts: StageFacts, days: Days, today: Day): Decision {
  const same = days.nominatedOn === facts.nominatedOn && days.completedOn === facts.completedOn;
  return firstDenial(
    same ? deny("日期都没有改，请先填写正确的日期。") : allow,
    mayCorrectNomination(facts, days.nominatedOn, today),
    mayCorrectCompletion(facts, days.completedOn, today),
  );
}

/** Work is planned and followed only of what the ballot chose and no decision dropped. */
export function mayCarryOut(facts: StageFacts, what: string): Decision {
  if (facts.droppedOn !== null) return deny(`项目已按决定取消，不能再${what}。`);
  if (facts.chosenOn === null) return deny(`项目还没有经票决入选，不能${what}；请先登记票决。`);
  return facts.completedOn === null ? allow : deny(`项目已完成，不能再${what}。`);
}

export function mayComplete(facts: StageFacts, completedOn: Day, today: Day): Decision {
  const open = facts.milestones - facts.verified;
  return firstDenial(
    mayCarryOut(facts, "登记完成"),
    facts.milestones === 0 ? deny("还没有登记节点，请先登记节点并由代表核实。") : allow,
    open > 0 ? deny(`还有 ${open} 个节点没有完成并由代表核实，请先核实。`) : allow,
    inOrder("completedOn", completedOn, facts.chosenOn ?? completedOn, "票决日期", today),
    inOrder("completedOn", completedOn, facts.lastVerifiedOn ?? completedOn, "最后一个节点的核实日期", today),
  );
}

type Kept = { name: string; year: number; content: string | null; budget: number | null; occurredOn: Day };

/** After its ballot a project's name, content and money change by a decision only, and its year not at all. */
export function mayEditProject(before: Kept, after: Kept, facts: StageFacts): Decision {
  if (facts.nominatedOn !== null && after.occurredOn > facts.nominatedOn)
    return about("occurredOn", deny(`征集日期不能晚于主席团提名日期（${facts.nominatedOn}），请核对。`));
  if (facts.votedOn === null) return allow;
  if (after.year !== before.year) return about("year", deny("项目已经票决，年度不能再改。"));
  const changed =
    after.name !== before.name || after.content !== before.content || after.budget !== before.budget;
  return changed && facts.chosenOn !== null
    ? deny("项目已经票决入选，名称、内容和金额只能按决定调整：请在项目页点「调整项目」，写明决定文件和原因。")
    : allow;
}

export const mayVoidProject = ({ votedOn }: StageFacts): Decision =>
  votedOn === null
    ? allow
    : deny(`项目已在 ${votedOn} 票决，不能作废；不再实施的，请在项目页点「调整项目」登记取消的决定。`);

type Adjustment = { changes: number; dropped: boolean; decidedOn: Day };

export function mayAdjust(
  facts: StageFacts,
  { changes, dropped, decidedOn }: Adjustment,
  today: Day,
): Decision {
  return firstDenial(
    mayCarryOut(facts, "调整"),
    changes === 0 && !dropped ? deny("名称、内容和金额都没有改，也没有取消，请先填写调整后的内容。") : allow,
    inOrder("decidedOn", decidedOn, facts.chosenOn ?? decidedOn, "票决日期", today),
  );
}
