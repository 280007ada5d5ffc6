import type { ReactNode } from "react";
import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import type { SetUp } from "./set-up";

export function LimitsPanel({ limits, act }: { limits: SetUp["limits"]; act: ReactNode }) {
  return (
    <Panel
      title="检查频次上限"
      note={limits.version === null ? "还没有设置，先按下面的默认数" : "检查冲突时以此为准"}
      extra={act}
    >
      <Facts
        items={[
          { label: "一个乡镇一年", value: `最多 ${limits.townshipPerYear} 次` },
          { label: "同一乡镇两次之间", value: `至少相隔 ${limits.gapDays} 天` },
          { label: "一个单位一年", value: `最多 ${limits.unitPerYear} 次` },
          { label: "向一个乡镇要表格、报告一年", value: `最多 ${limits.papersPerYear} 份` },
        ]}
      />
    </Panel>
  );
}
