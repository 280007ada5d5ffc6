import type { Metadata } from "next";
import { OwnFrame } from "@/app/frames";
import { requireReady } from "@/trpc/server";
import { LinkButton } from "@/ui/link-button";
import { EmptyState } from "@/ui/states/empty-state";

export const metadata: Metadata = { title: "没有权限" };

/** Where a page leads whoever is signed in but has no right to it. */
export default async function NoPermissionPage() {
  return (
    <OwnFrame session={await requireReady()}>
      <EmptyState
        page
        title="您的岗位不能使用这一页"
        body="这一页由其他岗位使用。工作需要时，请联系本县账号管理员调整岗位。"
        action={
          <LinkButton href="/" primary>
            回到首页
          </LinkButton>
        }
      />
    </OwnFrame>
  );
}
