import { chosenSignals } from "@/domains/integrity/components/chosen";
import { IntegrityPage } from "@/domains/integrity/components/integrity-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "数据核查" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters, page } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.integrity.map.queryOptions({ year }),
    api.integrity.signals.queryOptions({ year, page, ...chosenSignals(filters) }),
  );
  return (
    <Hydrate>
      <IntegrityPage base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
