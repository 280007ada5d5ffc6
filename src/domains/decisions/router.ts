import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { command } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipCommand } from "@/server/trpc/procedures";
import { setTasks } from "./commands";
import { openTasks, tasksDone, resolutionReads } from "./data";
import { resolution } from "./record";
import { aroundItsTasks, concludedWithItsTasks } from "./rules/tasks";
import { setTasksInput } from "./schema";

/** 决议决定, with its tasks and its filing [R25]. */
export const resolutionsRouter = router({
  ...recordProcedures(resolutionReads, {
    commands: {
      others: sameIn(resolution, "occurredOn"),
      mayBe: async (scope, facts, { before, others }) =>
        firstDenial(
          isEnteredOnce(resolution, ["title", "occurredOn"], facts, others),
          concludedWithItsTasks(facts.concludedOn, before === null ? [] : await openTasks(scope, before.id)),
          aroundItsTasks(facts, before === null ? [] : await tasksDone(scope, before.id)),
        ),
    },
  }),
  setTasks: townshipCommand("resolutions:write").input(setTasksInput).mutation(command(setTasks)),
});
