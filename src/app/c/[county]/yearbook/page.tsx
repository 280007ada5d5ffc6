import { YearbookBook } from "@/domains/oversight/components/yearbook-page";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "年鉴" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  const township = /^\d{9}$/.test(filters["of"] ?? "") ? (filters["of"] ?? null) : null;
  await prefetch(api.oversight.yearbook.queryOptions({ year, township }));
  return (
    <Hydrate>
      <YearbookBook base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
