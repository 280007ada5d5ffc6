import { addDays, type Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { AheadRules } from "./procedure";

export type Preparation = { topic: string; dueOn: Day };

/** The tasks whose day is a day of the session itself. */
export const sentTopics = {
  noticeSentOn: "发出会议通知",
  documentsSentOn: "会议材料印发到代表",
} as const;
export type SentDay = keyof typeof sentTopics;

type SentDays = { startsOn: Day; endsOn: Day | null } & Record<SentDay, Day | null>;

/** Which of a session's days its preparation tells: those that are not known and that fit its own. @param ticked when each was ticked off */
export function toldByTasks(
  session: SentDays,
  ticked: Partial<Record<SentDay, Day | null>>,
): Partial<Record<SentDay, Day>> {
  const last = { noticeSentOn: session.startsOn, documentsSentOn: session.endsOn ?? session.startsOn };
  const told = (Object.keys(sentTopics) as SentDay[]).flatMap((key) => {
    const day = ticked[key] ?? null;
    return session[key] === null && day !== null && day <= last[key] ? [[key, day] as const] : [];
  });
  return Object.fromEntries(told);
}

/** What is to be done before a session, and how many days before it; notice and papers by the county's law. */
export function preparationsFor(
  sessionOn: Day,
  ahead: Pick<AheadRules, "notice" | "documents">,
): Preparation[] {
  const list: readonly (readonly [topic: string, days: number])[] = [
    ["主席团会议研究，请示党委", 30],
    ["会前走访联系选民", 20],
    ["组织代表会前视察", 15],
    ["征询代表对各项报告的意见", 12],
    ["拟定议程草案和日程", 12],
    ["各项报告和议案定稿", Math.max(10, ahead.documents.days + 2)],
    ["选举、表决准备（候选人、选票、监票人）", 5],
    [sentTopics.noticeSentOn, ahead.notice.days],
    [sentTopics.documentsSentOn, ahead.documents.days],
    ["布置会场、签到和代表证", 1],
  ];
  return list
    .map(([topic, days]) => ({ topic, dueOn: addDays(sessionOn, -days) }))
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** A list is made for a session to come, once. @param missing what the list of that day does not hold yet */
export function mayPrepare(sessionOn: Day, today: Day, missing: readonly Preparation[]): Decision {
  if (sessionOn < today)
    return about("sessionOn", deny(`${sessionOn} 已经过去，会前准备只为将要召开的会议列清单。`));
  return missing.length === 0
    ? about("sessionOn", deny(`${sessionOn} 的会前准备清单已经列好，请直接打钩；要加一项，请点「登记」。`))
    : allow;
}

export type Task = { doneOn: Day | null; dueOn: Day };

/** "已完成 3/10 项，2 项已过期限，离开会还有 12 天" */
export function preparedText(tasks: readonly Task[], sessionOn: Day, today: Day, daysLeft: number): string {
  const open = tasks.filter(({ doneOn }) => doneOn === null);
  const late = open.filter(({ dueOn }) => dueOn < today).length;
  return [
    `已完成 ${tasks.length - open.length}/${tasks.length} 项`,
    late > 0 ? `${late} 项已过期限` : null,
    sessionOn >= today ? `离开会还有 ${daysLeft} 天` : null,
  ]
    .filter((part) => part !== null)
    .join("，");
}
