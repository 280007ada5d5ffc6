import { ChecksPage } from "@/domains/checks/components/checks-page";
import { chosenTownship } from "@/domains/checks/components/chosen";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "考核抽查" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear - 1);
  const of = chosenTownship(filters);
  await prefetch(
    api.checks.overview.queryOptions({ year }),
    ...(of === null ? [] : [api.checks.lines.queryOptions({ year, of })]),
  );
  return (
    <Hydrate>
      <ChecksPage base={`/c/${county}`} currentYear={currentYear} />
    </Hydrate>
  );
}
