import "server-only";
import { recordCommands } from "@/domains/records/commands";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import type { TownshipScope } from "@/server/db/scope";
import { missingFor } from "../data/preparation";
import { sessionTask } from "../record";
import { mayPrepare } from "../rules/preparation";
import type { PrepareInput } from "../schema";

const { enter } = recordCommands(sessionTask);

/** The whole checklist of a session to come, each task a record of its own. */
export async function prepareSession(scope: TownshipScope, input: PrepareInput) {
  const { sessionOn } = input;
  const today = dayOf(scope.now);
  const missing = await missingFor(scope, sessionOn);
  obey(mayPrepare(sessionOn, today, missing));
  for (const task of missing) {
    const facts = { ...task, sessionOn, occurredOn: today, owner: null, doneOn: null };
    await scope.audit(await enter(scope, { ...input, ...facts, sourceNote: null, lateReason: null }));
  }
  return { tasks: missing.length };
}
