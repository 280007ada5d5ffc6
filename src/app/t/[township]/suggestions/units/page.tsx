import { unitsQuery } from "@/domains/suggestions/components/list-query";
import { UnitList } from "@/domains/suggestions/components/unit-list";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "承办单位" };

export default async function UnitsPage({ params, searchParams }: Props) {
  const { township } = await params;
  await prefetch(api.units.list.queryOptions(unitsQuery(township, listStateOf(await searchParams))));
  return (
    <Hydrate>
      <UnitList township={township} />
    </Hydrate>
  );
}
