import "server-only";
import { pool } from "./client";
import { type CountyScope, withCountyScope } from "./scope";

/** So many connections stay for everybody else. */
const left = 2;

/** Free ones and those that may still be opened, while nobody waits for any. */
function spare(): number {
  const { totalCount, idleCount, waitingCount, options } = pool();
  return waitingCount > 0 ? 0 : idleCount + options.max - totalCount;
}

/** Whoever holds a connection and waits for another is never two: they could wait for one another. */
let helped = false;

/**
 * Work that reads a county beside what its scope reads meanwhile, on a connection of its own, so that two cores are at it.
 * Both see what is committed while they read: whoever needs one state of the county asks for its last change before and after.
 * @returns null where no connection is to spare; then nothing was begun
 */
export function beside<Result>(
  { countyId, actor, now }: CountyScope,
  work: (scope: CountyScope) => Promise<Result>,
): Promise<Result> | null {
  if (helped || spare() <= left) return null;
  helped = true;
  return withCountyScope(countyId, { actor, now, readOnly: true }, work).finally(() => (helped = false));
}
