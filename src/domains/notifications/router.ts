import { notFound } from "@/lib/errors";
import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { authCommand, countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { markNotifications, setQuiet } from "./commands";
import { forCounty, forTownship } from "./data";
import * as inputs from "./schema";

/** Everybody with these permissions belongs to a county. */
function countyOf({ countyId }: { countyId: string | null }): string {
  if (countyId === null) throw notFound();
  return countyId;
}

/** What somebody is to hear of: derived from what is due and what happened, at the moment it is asked for [R99]. */
export const notificationsRouter = router({
  township: townshipQuery("notifications:township").input(inputs.townshipInput).query(query(forTownship)),
  county: countyQuery("notifications:county").input(inputs.countyInput).query(query(forCounty)),
  mark: authCommand("notifications:own")
    .input(inputs.markInput)
    .mutation(({ ctx, input }) => markNotifications(ctx.actor, countyOf(ctx.session), input)),
  setQuiet: authCommand("notifications:own")
    .input(inputs.quietInput)
    .mutation(({ ctx, input }) => setQuiet(ctx.actor, countyOf(ctx.session), input)),
});
