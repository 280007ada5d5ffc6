"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { JointTabs } from "./joint-tabs";
import "./joint.css";

function noteOf({ items, drafts, left }: { items: number; drafts: number; left: number }): string {
  const open = drafts === 0 ? "" : `，其中 ${drafts} 项还是草稿`;
  const hidden = left === 0 ? "" : `；暗访 ${left} 项不公开`;
  return `公开 ${items} 项${open}${hidden}。不写人员、受检单位和到各乡镇的日期`;
}

/** The year's supervision plan as it may be published: text to copy, and Word [R87]. */
export function PublicPlan({ county, currentYear }: { county: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().jointTasks.publicPlan.queryOptions({ year }));
  const [copied, setCopied] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(data.text).then(
      () => setCopied("已复制"),
      () => setCopied("浏览器不让复制，请选中下面的文字再复制"),
    );
  return (
    <ListPage
      title="年度监督计划（公开版）"
      tabs={<JointTabs county={county} />}
      note={noteOf(data)}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
      actions={
        data.items === 0 ? null : (
          <>
            <ActButton primary onClick={() => void copy()}>
              复制全文
            </ActButton>
            <a className="btn" href={exportHref("jointTasks.exportPlan", { year })} download>
              下载 Word
            </a>
          </>
        )
      }
    >
      <Panel>
        {copied === "" ? null : <p role="status">{copied}</p>}
        {data.items === 0 ? (
          <p>{year} 年还没有可以公开的任务，建好联动任务后在这里生成。</p>
        ) : (
          <div className="joint-plan">{data.text}</div>
        )}
      </Panel>
    </ListPage>
  );
}
