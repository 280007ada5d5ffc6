import "server-only";
import { townshipNames } from "@/domains/tenancy/data";
import { obey } from "@/lib/obey";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import { conflictsOfYear } from "../data/plan";
import { partById } from "../data/rows";
import { mayArrange, mayKeepPlan } from "../rules/tasks";
import type { ArrangeInput } from "../schema";
import { dropPart, mergeParts, movePart } from "./parts";

type Change = ArrangeInput["changes"][number];

/** Each draft as it was seen, before any of them is changed. */
async function weighed(scope: CountyScope, changes: readonly Change[]): Promise<Set<number>> {
  const names = await townshipNames(scope);
  const years = new Set<number>();
  for (const { id, version } of changes) {
    const { part, task } = await partById(scope, id);
    obey(mayArrange(task.state, names.get(part.townshipId) ?? ""));
    assertOneChanged(Number(part.version === version));
    years.add(task.year);
  }
  return years;
}

/**
 * A draft joins a visit by the commands that do the same one at a time. With an issued one it shares the days alone: the
 * township would otherwise read of a draft in the company that its own visit keeps.
 */
async function apply(scope: CountyScope, change: Change, said: { idempotencyKey: string; why: string }) {
  const { part } = await partById(scope, change.id);
  const seen = { ...said, id: part.id, version: part.version };
  if (change.kind === "drop") return dropPart(scope, seen);
  const span = { from: change.from, until: change.until };
  if (change.kind === "move") return movePart(scope, { ...seen, ...span });
  const into = (await partById(scope, change.into)).part;
  if (into.shown !== part.shown) return movePart(scope, { ...seen, ...span });
  return mergeParts(scope, { ...seen, ...span, into: into.id });
}

const order: readonly Change["kind"][] = ["move", "merge", "drop"];

/** What the check proposed for drafts, all of it or nothing; whatever it leaves must hold by the rules it was found by. */
export async function arrange(scope: CountyScope, input: ArrangeInput) {
  const { changes, why, idempotencyKey } = input;
  const years = await weighed(scope, changes);
  for (const kind of order)
    for (const change of changes.filter((one) => one.kind === kind))
      await apply(scope, change, { idempotencyKey, why });
  const changed = new Set(changes.map(({ id }) => id));
  for (const year of years) {
    // A collision is told of one of the two, whichever came first; a count names a visit that has its place.
    const left = (await conflictsOfYear(scope, { year })).filter(
      ({ kind, visit, other }) => changed.has(visit) || (kind !== "sameUnit" && changed.has(other ?? "")),
    );
    obey(mayKeepPlan(left.map(({ sentence }) => sentence)));
  }
  return { changed: changes.length };
}
