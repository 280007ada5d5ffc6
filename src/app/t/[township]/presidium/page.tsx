import { meetingsQuery } from "@/domains/presidium/components/list-query";
import { MeetingList } from "@/domains/presidium/components/meeting-list";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { listStateOf } from "@/ui/list/url-state";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "主席团" };

export default async function PresidiumPage({ params, searchParams }: Props) {
  const { township } = await params;
  const state = listStateOf(await searchParams);
  const thisYear = yearOf(dayOf(new Date()));
  const year = chosenYear(state.filters, thisYear);
  await prefetch(
    api.presidium.list.queryOptions(meetingsQuery(township, state)),
    api.presidium.year.queryOptions({ township, year }),
  );
  return (
    <Hydrate>
      <MeetingList township={township} thisYear={thisYear} />
    </Hydrate>
  );
}
