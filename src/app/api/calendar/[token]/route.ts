import { countyFeed, townshipFeed } from "@/domains/calendar/data/feed";
import { addressIn } from "@/lib/addresses";
import { notFound } from "@/lib/errors";
import { holderOfFeed } from "@/server/auth/feed";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import { inTurnOf } from "@/server/db/turns";
import { route } from "@/server/http/answers";
import { requestId } from "@/server/http/faults";

type Route = { params: Promise<{ token: string }> };

const headers = {
  "content-type": "text/calendar; charset=utf-8",
  "content-disposition": 'inline; filename="calendar.ics"',
  "cache-control": "private, no-store",
};

async function feed(request: Request, token: string): Promise<Response> {
  const holder = await holderOfFeed(token, addressIn(request.headers), requestId());
  if (holder === null) throw notFound();
  const { actor, countyId, townshipId, tenantName } = holder;
  const reading = { actor, readOnly: true };
  const name = `${tenantName}人大日历`;
  const file =
    townshipId === null
      ? await inTurnOf("reads")(
          () => withCountyScope(countyId, reading, (scope) => countyFeed(scope, name)),
          request.signal,
        )
      : await withTownshipScope({ as: "township", countyId, townshipId }, reading, (scope) =>
          townshipFeed(scope, name),
        );
  return new Response(file, { headers });
}

/** `/api/calendar/<token>.ics`: a telephone reads it without a session; the token is all it shows, and opens nothing else. */
export const GET = route("calendar", async (request, { params }: Route) =>
  feed(request, (await params).token.replace(/\.ics$/, "")),
);
