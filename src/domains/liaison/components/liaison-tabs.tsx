import { PageTabs } from "@/ui/list/page-tabs";

/** The county's pages of looking after its townships. */
export function LiaisonTabs({ county }: { county: string }) {
  const base = `/c/${county}/liaison/contacts`;
  return (
    <PageTabs
      label="联系乡镇的页面"
      items={[
        { label: "联系情况和联系人", href: base },
        { label: "联系记录", href: `${base}/log` },
      ]}
    />
  );
}
