import { ExchangeYear } from "@/domains/symposia/components/year-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "座谈、互访和列席" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.symposia.year.queryOptions({ year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <ExchangeYear county={county} currentYear={currentYear} />
    </Hydrate>
  );
}
