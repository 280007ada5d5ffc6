import { type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { TaskKind } from "../labels";
import type { PartState, TaskState } from "./progress";

type Span = { from: Day; until: Day };

export type TaskDraft = {
  kind: TaskKind;
  lawName: string | null;
  windowFrom: Day;
  windowUntil: Day;
  resultDueOn: Day;
  parts: readonly { township: string; from: Day; until: Day }[];
};

/** A day on which nobody works is no day for a visit. @param isWorkday by the county's own calendar */
function windowHolds(
  { windowFrom, windowUntil, resultDueOn }: TaskDraft,
  isWorkday: (day: Day) => boolean,
  days: readonly Day[],
): Decision {
  if (windowUntil < windowFrom)
    return about(
      "windowUntil",
      deny(`开展时段的最后一天（${windowUntil}）早于第一天（${windowFrom}），请核对。`),
    );
  if (yearOf(windowFrom) !== yearOf(resultDueOn))
    return about("resultDueOn", deny("开展时段和成果期限要在同一年，跨年的请分成两项任务。"));
  if (resultDueOn < windowUntil)
    return about(
      "resultDueOn",
      deny(`成果期限（${resultDueOn}）早于开展时段的最后一天（${windowUntil}），请推后。`),
    );
  return days.some(isWorkday) ? allow : about("windowFrom", deny("这段时间没有工作日，请换一段时间。"));
}

const within = (task: { windowFrom: Day; windowUntil: Day }, { from, until }: Span): boolean =>
  task.windowFrom <= from && from <= until && until <= task.windowUntil;

/** A visit lies in its task's window, and ends no earlier than it begins. */
export const visitFits = (
  task: { windowFrom: Day; windowUntil: Day },
  span: Span,
  township: string,
): Decision =>
  within(task, span)
    ? allow
    : deny(
        `到${township}的日期（${span.from} 至 ${span.until}）不在开展时段（${task.windowFrom} 至 ${task.windowUntil}）内，请改日期。`,
      );

/** What a task must hold to be kept, be it a draft. @param days those of its window */
export function mayBeTask(task: TaskDraft, isWorkday: (day: Day) => boolean, days: readonly Day[]): Decision {
  const names = task.parts.map(({ township }) => township);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return firstDenial(
    task.kind === "lawInspection" && task.lawName === null
      ? about("lawName", deny("执法检查要写明检查的法律法规名称。", "监督法第34条"))
      : allow,
    windowHolds(task, isWorkday, days),
    twice === undefined ? allow : about("parts", deny(`${twice}列了两次，请只留一次。`)),
    ...task.parts.map((part) => about("parts", visitFits(task, part, part.township))),
  );
}

export function mayIssue(
  state: TaskState,
  { windowUntil }: { windowUntil: Day },
  parts: number,
  today: Day,
): Decision {
  if (state !== "draft") return deny("这项任务已经下发，不用再下发。");
  if (parts === 0) return about("parts", deny("还没有选择参加的乡镇，请先选择。"));
  return windowUntil < today
    ? about("windowUntil", deny(`开展时段到 ${windowUntil} 已经过去，请先改时段再下发。`))
    : allow;
}

/** What speaks against a task's days is put right, or accepted with a reason that is kept. */
export function mayIssueDespite(sentences: readonly string[], why: string | null): Decision {
  const [first] = sentences;
  if (first === undefined || why !== null) return allow;
  return about(
    "acceptWhy",
    deny(
      `日程有 ${sentences.length} 处冲突，如：${first}请先在“检查冲突”里调整；确需照此下发的，请写明理由。`,
    ),
  );
}

/** Whole plans are changed as long as no township was told; who was told is asked first, on the task's page. */
export const mayArrange = (state: TaskState, township: string): Decision =>
  state === "draft"
    ? allow
    : deny(`${township}的任务已经下发，不能自动调整，请在任务页上改日期并征得乡镇同意。`);

/** A proposal is as good as the plan it was made for. */
export function mayKeepPlan(left: readonly string[]): Decision {
  const [first] = left;
  return first === undefined
    ? allow
    : deny(`日程刚刚有变动，这样调整后仍有冲突：${first}请重新检查后再调整。`);
}

type Kept = Pick<TaskDraft, "kind" | "windowFrom" | "windowUntil" | "resultDueOn">;

/** What townships were told stays: the rest of an issued task may be made plainer, and its day may be put off. */
export function mayEdit(state: TaskState, was: Kept, is: Kept, samePlaces: boolean): Decision {
  if (state === "draft") return allow;
  if (state !== "issued") return deny("任务已经汇总、办结或撤回，不能再修改。");
  return firstDenial(
    was.kind === is.kind
      ? allow
      : about("kind", deny("任务已经下发，类别不能再改；要改的请撤回后重新安排。")),
    was.windowFrom === is.windowFrom && was.windowUntil === is.windowUntil
      ? allow
      : about("windowFrom", deny("任务已经下发，开展时段不能再改；个别乡镇要改日期的，在乡镇那一行调整。")),
    is.resultDueOn >= was.resultDueOn
      ? allow
      : about("resultDueOn", deny(`任务已经下发，成果期限（${was.resultDueOn}）只能推后，不能提前。`)),
    samePlaces ? allow : about("parts", deny("任务已经下发，乡镇和日期请在乡镇那一行调整。")),
  );
}

export const mayDiscard = (state: TaskState): Decision =>
  state === "draft" ? allow : deny("任务已经下发，不能删除草稿；不再开展的请撤回。");

/** Results that were handed in stay with the record; what is closed is not taken back. */
export const mayRecall = (state: TaskState): Decision =>
  state === "issued" || state === "reporting" ? allow : deny("只有已下发、还没办结的任务可以撤回。");

export function mayReport(state: TaskState, done: number): Decision {
  if (state !== "issued") return deny("只有已下发的任务可以开始汇总。");
  return done > 0 ? allow : deny("还没有认定任何乡镇的成果，请先认定再汇总。");
}

/** @property why there is no issued report; of ratings there is none @property reported the report was issued */
type Closing = { states: readonly PartState[]; rating: boolean; reported: boolean; why: string | null };

export function mayClose(state: TaskState, { states, rating, reported, why }: Closing): Decision {
  if (state !== "reporting") return deny("请先汇总各乡镇的成果，再办结任务。");
  const waiting = states.filter((one) => one === "submitted").length;
  if (waiting > 0) return deny(`还有 ${waiting} 个乡镇的成果没有认定，请先认定或退回。`);
  return rating || reported || why !== null
    ? allow
    : about("noReportWhy", deny("汇总报告还没有印发，请先印发再办结；不出报告的，请写明理由。"));
}

/** Whoever was told other days is not run into something else: what speaks against them is accepted with a reason, or avoided. */
export function mayMoveDespite(sentences: readonly string[], why: string | null): Decision {
  const [first] = sentences;
  return first === undefined || why !== null
    ? allow
    : about(
        "acceptWhy",
        deny(`这样安排有 ${sentences.length} 处冲突，如：${first}请换日期；确需这样安排的，请写明理由。`),
      );
}

/** A report is written while results are brought together, and stands once it was issued. */
export function mayWriteReport(state: TaskState, issuedOn: Day | null): Decision {
  if (issuedOn !== null) return deny(`汇总报告已于 ${issuedOn} 印发，不能再改。`);
  return state === "reporting" ? allow : deny("请先点「开始汇总」，再写汇总报告；已办结、撤回的不能再写。");
}

export const mayIssueReport = (state: TaskState, last: { issuedOn: Day | null } | null): Decision =>
  last === null ? deny("请先保存汇总报告，再印发。") : mayWriteReport(state, last.issuedOn);
