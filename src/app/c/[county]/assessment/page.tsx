import { ScoreTable } from "@/domains/assessments/components/score-table";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "年度考核" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.assessments.scores.queryOptions({ year }),
    api.assessments.freeze.queryOptions({ year }),
  );
  return (
    <Hydrate>
      <ScoreTable base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
