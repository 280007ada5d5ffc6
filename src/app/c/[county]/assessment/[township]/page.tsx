import { townshipOf } from "@/app/titles";
import { TownshipScore } from "@/domains/assessments/components/township-score";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string; township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  return { title: `${(await townshipOf((await params).township)).name}得分` };
}

export default async function Page({ params, searchParams }: Props) {
  const { county, township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.assessments.scores.queryOptions({ year }),
    api.declarations.ofYear.queryOptions({ township, year }),
  );
  return (
    <Hydrate>
      <TownshipScore base={`/c/${county}`} township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
