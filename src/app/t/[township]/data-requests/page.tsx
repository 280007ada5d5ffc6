import { OwnAsks } from "@/domains/data-requests/components/own-list";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "数据报送" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.dataRequests.own.queryOptions({ township, year }),
    api.dataRequests.ownBurden.queryOptions({ township, year }),
  );
  return (
    <Hydrate>
      <OwnAsks township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
