import { titleOfHome } from "@/app/titles";
import { CycleStep } from "@/domains/cycles/components/cycle-step";
import { CountyDue } from "@/domains/today/components/county-due";
import { CountyHome } from "@/domains/oversight/components/county-home";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch, requireReady } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return titleOfHome("总览", (await requireReady()).countyName ?? "");
}

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.oversight.home.queryOptions({ year }),
    api.cycles.step.queryOptions({}),
    api.today.county.queryOptions({}),
  );
  return (
    <Hydrate>
      <CountyHome base={`/c/${county}`} currentYear={currentYear}>
        <CountyDue county={county} />
        <CycleStep base={`/c/${county}`} />
      </CountyHome>
    </Hydrate>
  );
}
