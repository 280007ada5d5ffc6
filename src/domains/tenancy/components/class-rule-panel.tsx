"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { ClassRule, ClassThresholds } from "../rules/township-class";

const ClassRuleForm = dynamic(() => import("./class-rule-form").then((module) => module.ClassRuleForm), {
  ssr: false,
});

type Level = { name: string; of: ClassThresholds };

const least = (value: number | null) =>
  value === null ? <span className="soft">不看此项</span> : `≥ ${value.toLocaleString("zh-CN")}`;

const columns: Column<Level>[] = [
  { key: "name", title: "类别", render: (row) => row.name },
  {
    key: "population",
    title: "人口",
    unit: "人",
    align: "number",
    render: ({ of }) => least(of.population),
  },
  { key: "output", title: "产值", unit: "万元", align: "number", render: ({ of }) => least(of.outputWan) },
  { key: "area", title: "面积", unit: "平方公里", align: "number", render: ({ of }) => least(of.areaKm2) },
];

type Props = { rule: ClassRule; own: boolean; since: string | null; manage: boolean };

/** Which figures make a township 一类 or 二类; the rest is 三类 [R5]. */
export function ClassRulePanel({ rule, own, since, manage }: Props) {
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title="乡镇分类标准"
      note={own ? `本县自定，自 ${since ?? ""} 起` : "默认标准，现在即按它归类；可按本县实际调整"}
      extra={manage ? <ActButton onClick={() => setEditing(true)}>调整标准</ActButton> : null}
    >
      <div className="stack">
        <DataTable
          label="乡镇分类标准"
          columns={columns}
          rows={[
            { name: "一类", of: rule.first },
            { name: "二类", of: rule.second },
          ]}
          rowKey={(row) => row.name}
          empty={{ title: "没有标准" }}
        />
        <p className="soft">{`三项中达到 ${String(rule.needed)} 项即归入该类，其余为三类；一项数据都没有的乡镇保持原类别。登记或修改乡镇时按此归类。`}</p>
      </div>
      {editing ? <ClassRuleForm rule={rule} onClose={() => setEditing(false)} /> : null}
    </Panel>
  );
}
