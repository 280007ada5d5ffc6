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

/** Carried out is what has no task left. */
export function concludedWithItsTasks(concludedOn: Day | null, open: readonly string[]): Decision {
  const [first] = open;
  return concludedOn === null || first === undefined
    ? allow
    : about("concludedOn", deny(`还有 ${open.length} 项任务没有完成（${first}），先在任务里登记完成日期。`));
}
