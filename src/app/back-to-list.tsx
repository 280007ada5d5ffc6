"use client";

import { usePathname } from "next/navigation";
import { listOver } from "@/app/menus";
import { LinkButton } from "@/ui/link-button";
import { EmptyState } from "@/ui/states/empty-state";

/** Within the menu, so that whoever followed an old link to a record can go on from its list. */
export function BackToList({ requestId }: { requestId: string | null }) {
  const list = listOver(usePathname());
  return (
    <EmptyState
      page
      requestId={requestId}
      title="没有找到这一页"
      body={
        list === null
          ? "它可能已被移走，或不属于本单位。请核对网址，或从菜单进入。"
          : "这条记录可能已被移走，或不属于本单位。请从列表里再找一次。"
      }
      action={
        <div className="row">
          {list === null ? null : <LinkButton href={list.href} primary>{`回到「${list.label}」`}</LinkButton>}
          <LinkButton href="/">回到首页</LinkButton>
        </div>
      }
    />
  );
}
