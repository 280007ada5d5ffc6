import { StatusTag } from "@/ui/detail/status-tag";
import type { townshipProgress } from "../data/standards";
import { progressText } from "../labels";

export type Items = Awaited<ReturnType<typeof townshipProgress>>["deputies"][number]["items"];

/** "建议 1/2　✓ 活动 4/4"; what is not yet due is told without a colour. */
export function ProgressTags({ items }: { items: Items }) {
  return items.map((item) => (
    <span key={item.deed}>
      <StatusTag tone={item.missing ? "warn" : item.done >= item.needed ? "good" : "neutral"}>
        {`${item.done >= item.needed ? "✓ " : ""}${progressText(item)}${item.due ? "" : "（本届内）"}`}
      </StatusTag>{" "}
    </span>
  ));
}
