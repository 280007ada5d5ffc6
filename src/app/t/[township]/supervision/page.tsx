import { ActivityList } from "@/domains/supervision/components/activity-list";
import { activitiesQuery } from "@/domains/supervision/components/list-query";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "监督" };

export default async function SupervisionPage({ params, searchParams }: Props) {
  const { township } = await params;
  const input = activitiesQuery(township, listStateOf(await searchParams));
  await prefetch(api.supervision.list.queryOptions(input));
  return (
    <Hydrate>
      <ActivityList township={township} />
    </Hydrate>
  );
}
