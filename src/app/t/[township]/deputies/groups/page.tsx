import { GroupList } from "@/domains/deputies/components/group-list";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "代表小组" };

export default async function GroupsPage({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await prefetch(api.deputies.groups.queryOptions({ township }));
  return (
    <Hydrate>
      <GroupList township={township} />
    </Hydrate>
  );
}
