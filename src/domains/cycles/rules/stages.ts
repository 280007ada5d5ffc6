import { type Day } from "@/lib/dates";
import { allow, type Decision, deny, firstDenial } from "@/lib/decision";

/** What becomes of a frozen year, in this order; nothing is left out and nothing done twice. */
export const stages = [
  "frozen",
  "selfAssessment",
  "review",
  "preliminary",
  "appeal",
  "decided",
  "published",
  "archived",
] as const;
export type Stage = (typeof stages)[number];
/** Those that somebody begins; the first is there once the year is frozen. */
export type Begun = Exclude<Stage, "frozen">;

export const stageNames: Record<Stage, string> = {
  frozen: "封存",
  selfAssessment: "自评",
  review: "评审",
  preliminary: "初步结果",
  appeal: "申诉",
  decided: "主任会议决定",
  published: "公布",
  archived: "归档",
};

export const placeOf = (stage: Stage): number => stages.indexOf(stage);
export const nextAfter = (stage: Stage): Begun | null => (stages[placeOf(stage) + 1] ?? null) as Begun | null;
export const hasBegun = (stage: Stage, now: Stage): boolean => placeOf(stage) <= placeOf(now);

/** Steps are taken one after the other; who is too early is told what comes first. */
export function inOrder(next: Begun, now: Stage): Decision {
  if (hasBegun(next, now))
    return deny(`“${stageNames[next]}”已经开始过，不能重来。现在是“${stageNames[now]}”。`);
  const due = nextAfter(now);
  if (due === next || due === null) return allow;
  return deny(`现在是“${stageNames[now]}”，要先完成“${stageNames[due]}”，才能进入“${stageNames[next]}”。`);
}

export type Progress = {
  stage: Stage;
  today: Day;
  /** the last day of the stage that runs; null where it has none */
  until: Day | null;
  /** townships, by name */
  unsubmitted: readonly string[];
  unassigned: readonly string[];
  unreviewed: readonly string[];
  unsettled: readonly string[];
  openAppeals: number;
  /** why a working day cannot be reckoned, and what to do about it */
  unknown: string | null;
};

const most = 5;
export function listed(names: readonly string[]): string {
  const first = names.slice(0, most).join("、");
  return names.length > most ? `${first}等 ${names.length} 个乡镇` : first;
}

const whileRunning = ({ today, until }: Progress): boolean => until !== null && today <= until;
const none = (names: readonly string[], say: (said: string) => string): Decision =>
  names.length === 0 ? allow : deny(say(listed(names)));

const before: Record<Begun, (progress: Progress) => Decision> = {
  selfAssessment: () => allow,
  review: (own) =>
    whileRunning(own)
      ? none(
          own.unsubmitted,
          (said) =>
            `自评到 ${own.until ?? ""} 截止，还没有提交的有：${said}。请等截止以后再开始评审，没有提交的按确认处理。`,
        )
      : allow,
  preliminary: (own) =>
    firstDenial(
      none(own.unassigned, (said) => `每个乡镇要有两名评审，还没有安排的有：${said}。`),
      none(own.unreviewed, (said) => `两名评审都提交后才有初步结果，还没有提交的有：${said}。`),
      none(own.unsettled, (said) => `两名评审相差较大、要由第三人协调的还有：${said}。`),
    ),
  appeal: ({ unknown }) => (unknown === null ? allow : deny(unknown)),
  decided: (own) =>
    firstDenial(
      whileRunning(own)
        ? deny(`申诉到 ${own.until ?? ""} 截止，之后主任会议才能决定，以免有乡镇来不及申诉。`)
        : allow,
      own.openAppeals === 0
        ? allow
        : deny(`还有 ${own.openAppeals} 件申诉没有决定，请先作出决定，再提交主任会议。`),
    ),
  published: () => allow,
  archived: () => allow,
};

export const mayBegin = (next: Begun, progress: Progress): Decision =>
  firstDenial(inOrder(next, progress.stage), before[next](progress));
