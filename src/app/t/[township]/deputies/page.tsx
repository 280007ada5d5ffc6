import { DeputyList } from "@/domains/deputies/components/deputy-list";
import { rosterQuery } from "@/domains/deputies/components/list-query";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "代表" };

export default async function DeputiesPage({ params, searchParams }: Props) {
  const { township } = await params;
  await prefetch(
    api.deputies.list.queryOptions(rosterQuery(township, listStateOf(await searchParams))),
    api.deputies.filters.queryOptions({ township }),
    api.deputies.summary.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <DeputyList township={township} />
    </Hydrate>
  );
}
