"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { dayOf, yearOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { YearView } from "../data/year";
import { itemStateLabels, itemTones, type PlanItemState } from "../labels";
import "./plans.css";

const approvalText = ({ approval }: YearView): string =>
  approval === null
    ? "草案，还没有党委批准文号"
    : `${approval.documentNumber}，${approval.approvedOn} 党委批准${approval.issuedOn === null ? "，还没有印发" : `，${approval.issuedOn} 印发`}`;

function Approval({ view, base }: { view: YearView; base: string }) {
  const write = useMay()("plans:write");
  if (view.approval !== null)
    return <LinkButton href={`${base}/approvals/${view.approval.id}`}>看批准文件</LinkButton>;
  return write && view.items > 0 ? (
    <LinkButton href={`${base}/approvals/new`}>登记党委批准</LinkButton>
  ) : null;
}

/** The county's points, those that nothing answers yet marked. */
function Points({ view, base }: { view: YearView; base: string }) {
  if (view.guidance === null) return null;
  const { title, documentNumber, points } = view.guidance;
  const open = points.filter(({ items }) => items === 0).length;
  return (
    <details>
      <summary>
        县人大《{title}》{documentNumber} 共 {points.length} 条
        {open === 0 ? "，都有计划事项对应" : `，${open} 条还没有计划事项对应`}
      </summary>
      <ol className="plan-points">
        {points.map(({ number, text, items }) => (
          <li key={number}>
            {text}{" "}
            {items === 0 ? (
              <StatusTag tone="warn">还没有对应</StatusTag>
            ) : (
              <Link href={`${base}?year=${view.year}&guidance=${number}`}>{items} 项</Link>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

const order = Object.keys(itemStateLabels) as PlanItemState[];

/** The year's plan at a glance: how far, approved by whom, whether it holds too many topics. */
export function PlanYear({ township, year }: { township: string; year: number | null }) {
  const shown = year ?? yearOf(dayOf(new Date()));
  const { data: view } = useSuspenseQuery(useTRPC().plans.year.queryOptions({ township, year: shown }));
  const base = `/t/${township}/plans`;
  const stated = order.filter((state) => (view.states[state] ?? 0) > 0);
  return (
    <Panel
      title={
        view.items === 0
          ? `${shown} 年还没有工作计划`
          : `${shown} 年工作计划：已完成 ${view.states.done ?? 0}/${view.items} 项`
      }
      {...(view.items === 0 ? {} : { note: approvalText(view) })}
      extra={<Approval view={view} base={base} />}
    >
      {stated.length === 0 ? null : (
        <p className="row">
          {stated.map((state) => (
            <Link key={state} href={`${base}?year=${shown}&state=${state}`}>
              <StatusTag tone={itemTones[state]}>
                {itemStateLabels[state]} {view.states[state] ?? 0}
              </StatusTag>
            </Link>
          ))}
          <span className="soft">
            监督议题 {view.topics} 个，控制数 {view.cap} 个
          </span>
        </p>
      )}
      {view.warning === null ? null : (
        <p className="finding">
          <StatusTag tone="warn">宜少而精</StatusTag>
          <span>{view.warning}</span>
        </p>
      )}
      <Points view={view} base={base} />
    </Panel>
  );
}
