"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import { lawRuleLabels, lawValueText, provinceLabels } from "../labels";
import type { AppliedRule } from "../rules/law";
import { ClassRulePanel } from "./class-rule-panel";

const LawForm = dynamic(() => import("@/domains/law/components/law-form").then((module) => module.LawForm), {
  ssr: false,
});

type RuleRow = AppliedRule & { next: { value: number; from: string } | null };

/** What the county changed, from when it holds, and what is to come. */
function Changed({ rule }: { rule: RuleRow }) {
  const { overridden, next } = rule;
  return (
    <span>
      {overridden === null ? (
        <span className="soft">未调整</span>
      ) : (
        <>
          <StatusTag tone="info">{`原为 ${lawValueText(rule, overridden.lawValue)}，自 ${overridden.from} 起改`}</StatusTag>{" "}
          {overridden.reason}
        </>
      )}
      {next === null ? null : (
        <>
          {" "}
          <StatusTag>{`${next.from} 起改为 ${lawValueText(rule, next.value)}`}</StatusTag>
        </>
      )}
    </span>
  );
}

const columns: Column<RuleRow>[] = [
  { key: "key", title: "规则", render: (rule) => lawRuleLabels[rule.key] },
  {
    key: "value",
    title: "现行值",
    align: "number",
    render: (rule) => lawValueText(rule, rule.value),
  },
  { key: "citation", title: "依据", render: (rule) => rule.citation },
  { key: "overridden", title: "本县调整", render: (rule) => <Changed rule={rule} /> },
];

/** The law preset the county goes by, its own values with reasons, and the class rule of R5. */
export function CountySettings() {
  const { data } = useSuspenseQuery(useTRPC().tenancy.settings.queryOptions({}));
  const manage = useMay()("tenancy:manage");
  const [changing, setChanging] = useState<AppliedRule | null>(null);
  const act: Column<RuleRow> = {
    key: "act",
    title: "操作",
    render: (rule) => <ActButton onClick={() => setChanging(rule)}>调整</ActButton>,
  };
  return (
    <div className="stack">
      <h1>设置</h1>
      <Panel
        title="法律规则"
        note={`采用：${provinceLabels[data.province] ?? data.province}。各期限以此计算，页面上随处标明依据。`}
      >
        <DataTable
          label="法律规则"
          columns={manage ? [...columns, act] : columns}
          rows={data.rules}
          rowKey={(rule) => rule.key}
          empty={{ title: "没有规则" }}
        />
      </Panel>
      <ClassRulePanel {...data.classes} manage={manage} />
      {changing === null ? null : <LawForm rule={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}
