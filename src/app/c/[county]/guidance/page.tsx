import { CoveragePage } from "@/domains/plans/components/coverage-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = { title: "年度指导意见" };

export default async function GuidancePage({ searchParams }: Props) {
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.plans.coverage.queryOptions({ year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <CoveragePage currentYear={currentYear} />
    </Hydrate>
  );
}
