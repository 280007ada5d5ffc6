import { CountySettings } from "@/domains/tenancy/components/county-settings";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "设置" };

export default async function SettingsPage() {
  await prefetch(api.tenancy.settings.queryOptions({}));
  return (
    <Hydrate>
      <CountySettings />
    </Hydrate>
  );
}
