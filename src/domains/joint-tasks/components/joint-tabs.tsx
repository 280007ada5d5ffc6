import { PageTabs } from "@/ui/list/page-tabs";

/** The county's pages of joint tasks. */
export function JointTabs({ county }: { county: string }) {
  const base = `/c/${county}/joint`;
  return (
    <PageTabs
      label="联动任务的页面"
      items={[
        { label: "任务", href: base },
        { label: "基层负担台账", href: `${base}/burden` },
        { label: "联动设置", href: `${base}/settings` },
      ]}
    />
  );
}
