import "server-only";
import { adoptionOf } from "@/domains/practices/data/adoptions";
import { editionById } from "@/domains/practices/data/rows";
import { adoptersOf, usesOf } from "@/domains/practices/data/uses-of";
import { inUseSince } from "@/domains/practices/rules/adoptions";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { effectsOf } from "./measured";

/**
 * What the figures of one adoption did. Of other townships it tells the middle of their changes, how far apart those lie and
 * how many they were; fewer than five are not told of at all.
 */
export async function ofAdoption(scope: PositionScope, { adoption: id }: { adoption: string }) {
  const { tx, countyId, ownTownshipId: townshipId } = scope;
  const adoption = await adoptionOf({ tx, countyId, townshipId }, id);
  const { practiceId, authorId, metric, metrics } = adoption;
  const treated = new Set([...(await adoptersOf(scope, practiceId)), authorId]);
  const chosen = metric === null ? metrics : [metric];
  const since = inUseSince(adoption);
  return {
    since,
    effects: await effectsOf(scope, {
      adopterId: townshipId,
      beganOn: since,
      metrics: chosen,
      with: treated,
    }),
  };
}

/** The same of everybody who took a practice over, for the county. */
export async function ofPractice(scope: CountyScope, { id }: { id: string }) {
  const { practiceId, authorId, metrics } = await editionById(scope, id);
  const uses = await usesOf(scope, practiceId);
  const treated = new Set([...uses.map(({ adopterId }) => adopterId), authorId]);
  const rows = [];
  for (const { id: useId, adopterId, adopterName, beganOn: beginsOn, adoptedOn: enteredOn } of uses) {
    const beganOn = inUseSince({ beginsOn, enteredOn });
    rows.push({
      ...{ id: useId, adopterName, beganOn },
      effects: await effectsOf(scope, { adopterId, beganOn, metrics, with: treated }),
    });
  }
  return { rows };
}
