"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { dayInText } from "@/lib/dates";
import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { stageNames } from "../rules/stages";

/** The next step of the annual assessment and its day, on the county's first page. */
export function CycleStep({ base }: { base: string }) {
  const { data: step } = useSuspenseQuery(useTRPC().cycles.step.queryOptions({}));
  if (step === null) return null;
  const { year, stage, until, next, from, unknown, late } = step;
  const now = until === null ? "" : `，到 ${dayInText(until)} 截止`;
  return (
    <Panel
      title={`${year} 年度考核`}
      extra={<LinkButton href={`${base}/assessment/cycle?year=${year}`}>去办理</LinkButton>}
    >
      <p>
        现在是“{stageNames[stage]}”{now}。下一步：<strong>{stageNames[next]}</strong>，
        {unknown ?? `预计 ${dayInText(from)}`}
        {late ? <StatusTag tone="warn">已到时间</StatusTag> : null}
      </p>
    </Panel>
  );
}
