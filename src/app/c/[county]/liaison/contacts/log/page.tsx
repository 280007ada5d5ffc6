import { CountyLog } from "@/domains/liaison/components/county-log";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "联系记录" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.liaison.log.queryOptions({
      year,
      townshipId: /^[0-9a-f-]{36}$/.test(filters["township"] ?? "") ? (filters["township"] ?? null) : null,
    }),
  );
  return (
    <Hydrate>
      <CountyLog county={county} currentYear={currentYear} />
    </Hydrate>
  );
}
