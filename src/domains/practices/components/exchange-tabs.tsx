import { PageTabs } from "@/ui/list/page-tabs";

/** The county's pages of exchange: what works, and the meetings at which it is told and promised. */
export function ExchangeTabs({ county }: { county: string }) {
  const base = `/c/${county}/practices`;
  const meetings = `/c/${county}/exchange`;
  return (
    <PageTabs
      label="经验交流的页面"
      items={[
        { label: "本县经验库", href: base },
        { label: "待审核的经验", href: `${base}/review` },
        { label: "座谈、互访和列席", href: meetings },
        { label: "向谁学", href: `${meetings}/match` },
      ]}
    />
  );
}
