import { OwnLiaisonTabs } from "@/domains/liaison/components/own-tabs";
import { PageTabs } from "@/ui/list/page-tabs";

/** The pages of requests: the county's own, or a township's among its other dealings with the county. @param base the address of its area */
export function RequestTabs({ base }: { base: string }) {
  if (base.startsWith("/t/")) return <OwnLiaisonTabs base={base} />;
  return (
    <PageTabs
      label="请示的页面"
      items={[
        { label: "乡镇请示", href: `${base}/requests` },
        { label: "县人大答复公开台账", href: `${base}/requests/ledger` },
      ]}
    />
  );
}
