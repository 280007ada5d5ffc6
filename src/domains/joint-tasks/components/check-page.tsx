"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Panel } from "@/ui/panel";
import type { Check } from "./check-type";
import "./check.css";

const CheckSheet = dynamic(() => import("./check-sheet").then((module) => module.CheckSheet), { ssr: false });

/** What follows once every point was answered: the deputies sign, or the report is written. */
function Done({ township, check }: { township: string; check: Check }) {
  const { progress, activity } = check;
  if (activity === null || progress.answered < progress.places) return null;
  return (
    <Panel title="清单填完了">
      <p>
        {progress.clean
          ? "没有发现问题：请到监督活动里填写报告，并由两名代表签字确认「未发现问题」。"
          : `发现问题 ${progress.problems} 个：请到监督活动里填写报告，再通知整改。`}
      </p>
      <Link className="btn btn-primary" href={`/t/${township}/supervision/${activity.id}`}>
        {progress.clean ? "去填写报告、两名代表签字" : "去监督活动"}
      </Link>
    </Panel>
  );
}

/** The checklist as it is filled in on the spot, on a telephone [R87]. */
export function CheckPage({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().jointTasks.check.queryOptions({ township, id }));
  const write = useMay()("jointTasks:write");
  const part = `/t/${township}/joint/${id}`;
  const sentence = data.may.allowed ? null : data.may.reason;
  return (
    <DetailPage
      crumbs={[
        { label: "联动任务", href: `/t/${township}/joint` },
        { label: data.title, href: part },
        { label: "检查清单" },
      ]}
      title={`检查清单：${data.list ?? data.title}`}
    >
      {data.points.length === 0 ? <Panel>这项任务没有检查清单，问题直接在监督活动里登记。</Panel> : null}
      {sentence === null ? null : (
        <Panel>
          <p>{sentence}</p>
          <Link className="btn" href={part}>
            回到任务
          </Link>
        </Panel>
      )}
      {data.points.length === 0 ? null : (
        <CheckSheet township={township} check={data} writable={write && data.may.allowed} />
      )}
      <Done township={township} check={data} />
    </DetailPage>
  );
}
