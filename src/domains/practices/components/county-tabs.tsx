import { PageTabs } from "@/ui/list/page-tabs";

/** The county's pages of what works. */
export function CountyTabs({ county }: { county: string }) {
  const base = `/c/${county}/practices`;
  return (
    <PageTabs
      label="经验交流的页面"
      items={[
        { label: "经验库", href: base },
        { label: "待审核", href: `${base}/review` },
      ]}
    />
  );
}
