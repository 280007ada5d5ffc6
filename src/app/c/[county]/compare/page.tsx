import { ComparePage } from "@/domains/oversight/components/compare-page";
import { chosenClass } from "@/domains/oversight/components/choice";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "横向比较" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const input = { year: chosenYear(filters, currentYear), class: chosenClass(filters) };
  await prefetch(api.oversight.comparison.queryOptions(input));
  return (
    <Hydrate>
      <ComparePage base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
