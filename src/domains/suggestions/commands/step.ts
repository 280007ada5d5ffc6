import "server-only";
import type { Day } from "@/lib/dates";
import { difference } from "@/server/audit/difference";
import type { Seen } from "@/server/db/change";
import type { TownshipScope } from "@/server/db/scope";
import { type Case, loadCase, saveCase } from "../data/case";

type Change = Parameters<typeof saveCase>[2];

export type Told = {
  /** the verb of the procedure, e.g. "assign" */
  action: string;
  /** one Chinese sentence for the timeline */
  summary: string;
  occurredOn?: Day;
  /** law article behind the step */
  article?: string | null;
  /** what the timeline prints below */
  body?: string | null;
  detail?: Record<string, unknown>;
};

/** Writes a step down in the suggestion's history, with the state before and after. */
export async function tell(scope: TownshipScope, { row }: Case, told: Told, after?: string): Promise<void> {
  const { action, summary, occurredOn, article, body, detail } = told;
  await scope.audit({
    action: `suggestions.${action}`,
    recordType: "suggestion",
    recordId: row.id,
    summary,
    ...(occurredOn === undefined ? {} : { occurredOn }),
    detail: {
      ...difference(row, { state: after ?? row.state }),
      article: article ?? null,
      body: body ?? null,
      ...detail,
    },
  });
}

/** One step of a suggestion: load, decide, change, write down. `decide` throws by `obey` when it may not be. */
export async function takeStep(
  scope: TownshipScope,
  input: Seen,
  work: (current: Case) => Promise<{ change: Change; told: Told }> | { change: Change; told: Told },
): Promise<{ id: string; state: string; version: number }> {
  const current = await loadCase(scope, input.id);
  const { change, told } = await work(current);
  await saveCase(scope, input, change);
  const state = typeof change.state === "string" ? change.state : current.row.state;
  await tell(scope, current, told, state);
  return { id: input.id, state, version: input.version + 1 };
}
