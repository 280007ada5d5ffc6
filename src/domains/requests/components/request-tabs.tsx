import { PageTabs } from "@/ui/list/page-tabs";

/** The pages of requests, of the county and of a township. @param base the address of its area */
export function RequestTabs({ base }: { base: string }) {
  const own = base.startsWith("/t/");
  return (
    <PageTabs
      label="请示的页面"
      items={[
        { label: own ? "本乡镇的请示" : "乡镇请示", href: `${base}/requests` },
        { label: "县人大答复公开台账", href: `${base}/requests/ledger` },
        ...(own ? [{ label: "与县人大的联系", href: `${base}/requests/contacts` }] : []),
      ]}
    />
  );
}
