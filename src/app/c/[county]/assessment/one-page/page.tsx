import { OnePages } from "@/domains/assessments/components/one-pages";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "一镇一页" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.assessments.onePages.queryOptions({ year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <OnePages base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
