import { ActivityDetail } from "@/domains/supervision/components/activity-detail";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "监督活动" };

export default async function ActivityPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.supervision.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <ActivityDetail township={township} id={id} />
    </Hydrate>
  );
}
