"use client";

import { CopyBox } from "@/ui/copy-box";
import { useOrigin } from "@/ui/use-origin";
import type { SavedComparison } from "../data/saved";

/** The link of what was kept, whole, as it is sent to somebody. */
export function ViewLink({ base, view }: { base: string; view: SavedComparison }) {
  const origin = useOrigin();
  return (
    <div className="no-print">
      <CopyBox label="这个比较的链接" value={`${origin}${base}/compare/any?view=${view.id}`} what="链接" />
      <p className="soft">
        {view.shared
          ? `${view.own ? "" : `${view.ownerName}存的。`}本县县人大的同事登录后都能打开这个链接。`
          : "这个比较没有共享，链接只有您自己能打开。"}
      </p>
    </div>
  );
}
