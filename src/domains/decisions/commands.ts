import "server-only";
import { livingOf } from "@/domains/records/data/reads";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { changeOne } from "@/server/db/change";
import type { TownshipScope } from "@/server/db/scope";
import { replaceTasks } from "./data";
import { resolution } from "./record";
import { tasksFit, tasksStayOpen } from "./rules/tasks";
import type { SetTasksInput } from "./schema";

/** What a resolution asks of whom, and what of it is done: the list as a whole. */
export async function setTasks(scope: TownshipScope, input: SetTasksInput) {
  const { id, tasks } = input;
  const { facts } = await livingOf(resolution, scope, id);
  obey(tasksStayOpen(facts.concludedOn));
  obey(tasksFit(tasks, facts.occurredOn, dayOf(scope.now)));
  await changeOne(scope, "resolution", input, {});
  const detail = await replaceTasks(scope, id, tasks);
  const done = tasks.filter(({ doneOn }) => doneOn !== null).length;
  await scope.audit({
    action: "resolutions.setTasks",
    recordType: "resolution",
    recordId: id,
    summary: `登记${resolution.titleOf(facts)}的任务 ${tasks.length} 项，已完成 ${done} 项`,
    detail,
  });
  return { id };
}
