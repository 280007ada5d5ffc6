import { PageTabs } from "@/ui/list/page-tabs";

/** A township's pages of its dealings with the county. */
export function OwnLiaisonTabs({ base }: { base: string }) {
  return (
    <PageTabs
      label="县乡联系的页面"
      items={[
        { label: "县人大通知", href: `${base}/notices` },
        { label: "请示", href: `${base}/requests` },
        { label: "县人大答复公开台账", href: `${base}/requests/ledger` },
        { label: "联系记录", href: `${base}/requests/contacts` },
      ]}
    />
  );
}
