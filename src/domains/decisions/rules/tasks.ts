import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";

type Task = { content: string; doneOn: Day | null };

/** No task was finished before its resolution was adopted, or is finished on a day to come. */
export function tasksFit(tasks: readonly Task[], adoptedOn: Day, today: Day): Decision {
  for (const { content, doneOn } of tasks) {
    if (doneOn === null) continue;
    if (doneOn > today) return deny(`任务「${content}」的完成日期 ${doneOn} 还没到，请核对。`);
    if (doneOn < adoptedOn)
      return deny(`任务「${content}」的完成日期 ${doneOn} 早于决议通过日期（${adoptedOn}），请核对。`);
  }
  return allow;
}

/** What was carried out is not given other tasks afterwards. */
export const tasksStayOpen = (concludedOn: Day | null): Decision =>
  concludedOn === null
    ? allow
    : deny(
        `这件决议决定已在 ${concludedOn} 办结，任务不能再改；办结登记有误的，请先点「修改」清空办结日期。`,
      );

type Days = { occurredOn: Day; concludedOn: Day | null };

/** The days of a resolution lie around those of its tasks. @param done the days on which tasks were finished, in order */
export function aroundItsTasks({ occurredOn, concludedOn }: Days, done: readonly Day[]): Decision {
  const [first = null] = done;
  const last = done.at(-1) ?? null;
  if (first !== null && first < occurredOn)
    return about("occurredOn", deny(`有任务在 ${first} 已经完成，通过日期不能晚于这一天，请核对。`));
  return concludedOn !== null && last !== null && concludedOn < last
    ? about("concludedOn", deny(`有任务在 ${last} 才完成，办结日期不能早于这一天，请核对。`))
    : allow;
}

/** Carried out is what has no task left. */
export function concludedWithItsTasks(concludedOn: Day | null, open: readonly string[]): Decision {
  const [first] = open;
  return concludedOn === null || first === undefined
    ? allow
    : about("concludedOn", deny(`还有 ${open.length} 项任务没有完成（${first}），先在任务里登记完成日期。`));
}
