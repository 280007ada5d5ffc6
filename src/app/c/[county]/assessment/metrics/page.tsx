import { MetricCatalogue } from "@/domains/assessments/components/metric-catalogue";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "口径目录" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const lastYear = yearOf(dayOf(new Date())) - 1;
  await prefetch(api.assessments.metrics.queryOptions({ year: chosenYear(filters, lastYear) }));
  return (
    <Hydrate>
      <MetricCatalogue base={`/c/${county}`} lastYear={lastYear} />
    </Hydrate>
  );
}
