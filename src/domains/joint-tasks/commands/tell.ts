import "server-only";
import type { Difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import type { Part, Task } from "../data/rows";

type Told = { action: string; summary: string; detail?: Difference | Record<string, unknown> };

/** The county's own line: no township reads it, so it may name what one is not to know of. */
export const tellCounty = (scope: CountyScope, task: Pick<Task, "id">, told: Told): Promise<void> =>
  scope.audit({
    ...told,
    detail: told.detail as Record<string, unknown>,
    recordType: "jointTask",
    recordId: task.id,
  });

/** A line in the history of each township that knows of its part; an act on a hidden one leaves none there. */
export async function tellTownships(scope: CountyScope, parts: readonly Part[], told: Told): Promise<void> {
  const shown = parts.filter(({ shown: known }) => known);
  if (shown.length === 0) return;
  await scope.auditEach(
    shown.map(({ id, townshipId }) => ({
      ...{ ...told, detail: told.detail ?? {}, townshipId },
      ...{ recordType: "jointPart" as const, recordId: id },
    })),
  );
}
