import "server-only";
import { standingsOf } from "@/domains/figures/data/standings";
import { dayOf, yearOf } from "@/lib/dates";
import { withCountyScope } from "@/server/db/scope";
import { today } from "./cards";
import { builtOf } from "./picture";

const actor = { accountId: "", name: "例行", role: "platformOperator", ip: null, requestId: null };

/**
 * Reckons what a county's first page shows before anybody opens it: on a new day the first reader would wait for every
 * township of the county. Where nothing has changed it asks for nothing but that.
 */
export const reckonAhead = (countyId: string, now?: Date): Promise<void> =>
  withCountyScope(countyId, { actor, now, readOnly: true }, async (scope) => {
    const year = yearOf(dayOf(scope.now));
    await standingsOf(scope, year);
    await builtOf(scope, year);
    await today(scope);
  });
