import { ReviewPage } from "@/domains/cycles/components/review-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string; township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "考核评审" };

export default async function Page({ params, searchParams }: Props) {
  const { county, township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(api.cycles.review.queryOptions({ year, of: township }));
  return (
    <Hydrate>
      <ReviewPage base={`/c/${county}`} township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
