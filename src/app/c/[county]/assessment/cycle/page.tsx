import { CyclePage } from "@/domains/cycles/components/cycle-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "考核办理" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(api.cycles.cycle.queryOptions({ year }), api.cycles.candidates.queryOptions({ year }));
  return (
    <Hydrate>
      <CyclePage base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
