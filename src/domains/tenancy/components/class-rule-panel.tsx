"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { ClassRule, ClassThresholds } from "../rules/township-class";

const ClassRuleForm = dynamic(() => import("./class-rule-form").then((module) => module.ClassRuleForm), {
  ssr: false,
});

function Row({ name, of }: { name: string; of: ClassThresholds }) {
  const cell = (value: number | null, unit: string) =>
    value === null ? "不看此项" : `≥ ${String(value)} ${unit}`;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{cell(of.population, "人")}</td>
      <td className="number">{cell(of.outputWan, "万元")}</td>
      <td className="number">{cell(of.areaKm2, "平方公里")}</td>
    </tr>
  );
}

type Props = { rule: ClassRule; own: boolean; manage: boolean };

/** Which figures make a township 一类 or 二类; the rest is 三类 [R5]. */
export function ClassRulePanel({ rule, own, manage }: Props) {
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title="乡镇分类标准"
      note={own ? "本县自定" : "默认标准，请按本县实际调整"}
      extra={manage ? <ActButton onClick={() => setEditing(true)}>调整标准</ActButton> : null}
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">人口</th>
            <th scope="col">产值</th>
            <th scope="col">面积</th>
          </tr>
        </thead>
        <tbody>
          <Row name="一类" of={rule.first} />
          <Row name="二类" of={rule.second} />
        </tbody>
      </table>
      <p className="soft">{`三项中达到 ${String(rule.needed)} 项即归入该类，其余为三类；一项数据都没有的乡镇保持原类别。`}</p>
      {editing ? <ClassRuleForm rule={rule} onClose={() => setEditing(false)} /> : null}
    </Panel>
  );
}
