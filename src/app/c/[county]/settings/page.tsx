import { StandardPanel } from "@/domains/standards/components/standard-panel";
import { CountySettings } from "@/domains/tenancy/components/county-settings";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";

export const metadata = { title: "设置" };

type Props = { params: Promise<{ county: string }> };

export default async function SettingsPage({ params }: Props) {
  const { county } = await params;
  await prefetch(api.tenancy.settings.queryOptions({}), api.standards.county.queryOptions({}));
  return (
    <Hydrate>
      <div className="stack">
        <CountySettings />
        <Panel title="工作日" note="放假和调休上班的日子；按工作日计算的期限都以此为准。">
          <LinkButton href={`/c/${county}/settings/workdays`}>查看和录入</LinkButton>
        </Panel>
        <Panel title="数据接口" note="本县其他系统凭令牌读取这里的数据，只读。">
          <LinkButton href={`/c/${county}/settings/exports`}>查看和签发</LinkButton>
        </Panel>
        <StandardPanel />
      </div>
    </Hydrate>
  );
}
