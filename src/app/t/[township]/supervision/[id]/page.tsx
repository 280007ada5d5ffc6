import { ActivityDetail } from "@/domains/supervision/components/activity-detail";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.supervision.byId.queryOptions(await params), ({ topic }) => topic);
}

export default async function ActivityPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.supervision.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <ActivityDetail township={township} id={id} />
    </Hydrate>
  );
}
