import { notFound } from "@/lib/errors";
import { withAuthScope } from "@/server/db/scope";
import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { authCommand, authQuery, countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { renewFeed, stopFeed } from "./commands";
import { feedOf } from "./data/feed";
import { countyMonth, townshipMonth } from "./data/month";
import { countyMonthInput, townshipMonthInput } from "./schema";

/** Everybody with this permission belongs to a county. */
function countyOf({ countyId }: { countyId: string | null }): string {
  if (countyId === null) throw notFound();
  return countyId;
}

/** A month of a township or of all townships, and the address under which a telephone reads one's own. */
export const calendarRouter = router({
  month: townshipQuery("calendar:township").input(townshipMonthInput).query(query(townshipMonth)),
  countyMonth: countyQuery("calendar:county").input(countyMonthInput).query(query(countyMonth)),

  feed: authQuery("calendar:feed").query(({ ctx: { session } }) =>
    withAuthScope((scope) => feedOf(scope, session.accountId), { readOnly: true }),
  ),
  // The address is shown once and stored nowhere, so that there is no answer to keep with a key.
  renewFeed: authCommand("calendar:feed").mutation(({ ctx }) => renewFeed(ctx.actor, countyOf(ctx.session))),
  stopFeed: authCommand("calendar:feed").mutation(({ ctx }) => stopFeed(ctx.actor, countyOf(ctx.session))),
});
