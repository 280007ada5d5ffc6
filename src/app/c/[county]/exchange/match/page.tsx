import { MatchPage } from "@/domains/matching/components/match-page";
import { ExchangeTabs } from "@/domains/practices/components/exchange-tabs";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "向谁学" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.matching.county.queryOptions({ year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <MatchPage county={county} currentYear={currentYear} tabs={<ExchangeTabs county={county} />} />
    </Hydrate>
  );
}
