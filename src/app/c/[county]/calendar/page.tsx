import { CountyCalendar } from "@/domains/calendar/components/calendar-board";
import { FeedPanel } from "@/domains/calendar/components/feed-panel";
import { monthIn } from "@/domains/calendar/rules";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = { title: "日历" };

export default async function CountyCalendarPage({ searchParams }: Props) {
  const month = monthIn(listStateOf(await searchParams).filters["month"] ?? "");
  await prefetch(api.calendar.countyMonth.queryOptions({ month }), api.calendar.feed.queryOptions());
  return (
    <Hydrate>
      <CountyCalendar feed={<FeedPanel />} />
    </Hydrate>
  );
}
