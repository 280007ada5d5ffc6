import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { mayMerge, mayMove } from "../rules/parts";
import type { CompanionsInput } from "../schema";
import { partById, partsWithTasks } from "./rows";

const { sql } = Prisma;

/** With which of the township's other visits of the year one may be made into one visit, whether they collide or not. */
export async function companionsOf(scope: CountyScope, { id }: CompanionsInput) {
  const { part, task } = await partById(scope, id);
  const others = await partsWithTasks(
    scope,
    sql`p.township_id = ${part.townshipId}::uuid AND p.year = ${task.year}::int AND p.id <> ${id}::uuid
      AND t.state IN ('draft', 'issued')`,
  );
  const place = { ...part, kind: task.kind };
  return others
    .filter(({ part: other, task: of }) => mayMerge(place, { ...other, kind: of.kind }).allowed)
    .filter(
      ({ part: other }) => mayMove(other.facts, { from: other.visitFrom, until: other.visitUntil }).allowed,
    )
    .filter(({ part: other }) => other.togetherWithId !== id && part.togetherWithId !== other.id)
    .map(({ part: other, task: of }) => ({
      ...{ id: other.id, title: of.title, from: other.visitFrom, until: other.visitUntil },
      ...{ windowFrom: of.windowFrom, windowUntil: of.windowUntil },
    }));
}
