import { StandardPanel } from "@/domains/standards/components/standard-panel";
import { CountySettings } from "@/domains/tenancy/components/county-settings";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "设置" };

export default async function SettingsPage() {
  await prefetch(api.tenancy.settings.queryOptions({}), api.standards.county.queryOptions({}));
  return (
    <Hydrate>
      <div className="stack">
        <CountySettings />
        <StandardPanel />
      </div>
    </Hydrate>
  );
}
