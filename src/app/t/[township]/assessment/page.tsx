import { OwnScore } from "@/domains/assessments/components/township-score";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "考核" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.assessments.ownScore.queryOptions({ township, year }),
    api.declarations.ofYear.queryOptions({ township, year }),
    api.assessments.ownFreeze.queryOptions({ township, year }),
  );
  return (
    <Hydrate>
      <OwnScore township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
