import { PageTabs } from "@/ui/list/page-tabs";

/** The county's pages of exchange. */
export function ExchangeTabs({ county }: { county: string }) {
  const base = `/c/${county}/exchange`;
  return (
    <PageTabs
      label="经验交流的页面"
      items={[
        { label: "座谈、互访和列席", href: base },
        { label: "向谁学", href: `${base}/match` },
      ]}
    />
  );
}
