import { PageTabs } from "@/ui/list/page-tabs";

/** The county's pages of joint tasks. */
export function JointTabs({ county }: { county: string }) {
  const base = `/c/${county}/joint`;
  return (
    <PageTabs
      label="联动任务的页面"
      items={[
        { label: "任务", href: base },
        { label: "监督计划", href: `${base}/plan` },
        { label: "要数据", href: `${base}/requests` },
        { label: "上报问题", href: `${base}/raised` },
        { label: "基层负担台账", href: `${base}/burden` },
        { label: "联动设置", href: `${base}/settings` },
      ]}
    />
  );
}
