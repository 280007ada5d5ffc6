import { CountyBasics } from "@/domains/standing/components/county-basics";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "基础工作" };

export default async function CountyBasicsPage() {
  await prefetch(api.standing.ofCounty.queryOptions({}));
  return (
    <Hydrate>
      <CountyBasics />
    </Hydrate>
  );
}
