import { LinkButton } from "@/ui/link-button";
import { EmptyState } from "@/ui/states/empty-state";

/** A county without townships has nothing to compare: neither "all has been done" nor a table of dashes is true of it. */
export function NoTownships({ base, filtered = false }: { base: string; filtered?: boolean }) {
  if (filtered)
    return <EmptyState title="这一类没有乡镇" body="请清除筛选，或在「乡镇」里核对各乡镇的类别。" />;
  return (
    <EmptyState
      title="还没有登记乡镇"
      body="先登记乡镇，再由账号管理员为各乡镇开设账号；乡镇录入以后，比较和得分随之生成。"
      action={
        <LinkButton href={`${base}/townships`} primary>
          去登记乡镇
        </LinkButton>
      }
    />
  );
}
