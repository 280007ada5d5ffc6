import { PageTabs } from "@/ui/list/page-tabs";

/** A township's pages of what works. */
export function PracticeTabs({ township }: { township: string }) {
  const base = `/t/${township}/practices`;
  return (
    <PageTabs
      label="经验的页面"
      items={[
        { label: "本县经验库", href: base },
        { label: "本乡镇的经验", href: `${base}/own` },
        { label: "采用的经验", href: `${base}/adoptions` },
      ]}
    />
  );
}

/** The county's. */
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
