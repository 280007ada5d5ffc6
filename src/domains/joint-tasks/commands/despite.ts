import "server-only";
import { obey } from "@/lib/obey";
import type { CountyScope } from "@/server/db/scope";
import { keepOverride } from "../data/plan";
import { mayMoveDespite } from "../rules/tasks";
import { tellCounty } from "./tell";

/** @property title of the task, as its history calls it; before what spoke against it already; after what does now */
type Changed = { id: string; title: string; before: readonly string[]; after: readonly string[] };

/**
 * What speaks against an issued task since it was changed, and did not before: avoided, or accepted with a reason, which the
 * county keeps and no township reads.
 */
export async function acceptedDespite(
  scope: CountyScope,
  { id, title, before, after }: Changed,
  why: string | null,
): Promise<void> {
  const conflicts = after.filter((sentence) => !before.includes(sentence));
  obey(mayMoveDespite(conflicts, why));
  if (conflicts.length === 0 || why === null) return;
  await keepOverride(scope, { taskId: id, conflicts, why });
  await tellCounty(
    scope,
    { id },
    {
      action: "jointTasks.acceptConflicts",
      summary: `联动${title}改后有 ${conflicts.length} 处日程冲突，仍这样安排：${why}`,
      detail: { conflicts, reason: why },
    },
  );
}
