import { CountyList } from "@/domains/accounts/components/county-list";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "县级单位" };

export default async function PlatformPage() {
  await prefetch(api.accounts.counties.queryOptions());
  return (
    <Hydrate>
      <CountyList />
    </Hydrate>
  );
}
