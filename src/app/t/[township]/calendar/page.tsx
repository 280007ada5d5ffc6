import { TownshipCalendar } from "@/domains/calendar/components/calendar-board";
import { FeedPanel } from "@/domains/calendar/components/feed-panel";
import { monthIn } from "@/domains/calendar/rules";
import { tenantKindOf } from "@/lib/roles";
import { api, Hydrate, prefetch, requireReady } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "日历" };

export default async function CalendarPage({ params, searchParams }: Props) {
  const { township } = await params;
  const month = monthIn(listStateOf(await searchParams).filters["month"] ?? "");
  // The county's people subscribe to their own calendar, which has all townships.
  const own = tenantKindOf((await requireReady()).role) === "township";
  await prefetch(
    api.calendar.month.queryOptions({ township, month }),
    ...(own ? [api.calendar.feed.queryOptions()] : []),
  );
  return (
    <Hydrate>
      <TownshipCalendar township={township} feed={own ? <FeedPanel /> : null} />
    </Hydrate>
  );
}
