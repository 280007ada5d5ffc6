import { PageTabs } from "@/ui/list/page-tabs";

/** The two ways to compare: every indicator of a year, and what somebody chooses. */
export function CompareTabs({ base }: { base: string }) {
  return (
    <PageTabs
      label="横向比较的页面"
      items={[
        { label: "全部指标", href: `${base}/compare` },
        { label: "自选比较", href: `${base}/compare/any` },
      ]}
    />
  );
}
