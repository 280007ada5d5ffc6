import { TownshipBasics } from "@/domains/standing/components/township-basics";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "基础工作" };

export default async function BasicsPage({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await prefetch(api.standing.ofTownship.queryOptions({ township }));
  return (
    <Hydrate>
      <TownshipBasics township={township} />
    </Hydrate>
  );
}
