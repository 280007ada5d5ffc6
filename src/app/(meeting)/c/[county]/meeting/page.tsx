import { MeetingPage } from "@/domains/oversight/components/meeting-page";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "会议投屏" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.oversight.meeting.queryOptions({ year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <MeetingPage base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
