"use client";

import type { Scheme } from "@/domains/figures/rules/scheme";
import { Facts } from "@/ui/detail/facts";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { schemeFile } from "../rules/scheme-text";
import type { SchemeShown } from "./scheme-steps";

/** Who made the version, and what became of it. */
export function SchemeFacts({ shown }: { shown: SchemeShown }) {
  const decided =
    shown.decisionNumber === null
      ? []
      : [{ label: "按决定", value: `${shown.decisionNumber}（${shown.decisionReason ?? ""}）` }];
  const consulted =
    shown.consultedOn === null
      ? []
      : [{ label: "征求意见", value: `${shown.consultedOn} 至 ${shown.consultedUntil ?? "收回"}` }];
  const published =
    shown.publishedOn === null
      ? []
      : [
          {
            label: "公布",
            value: `${shown.publishedOn} ${shown.publishedByName ?? ""}${shown.inForce ? "，现在按它计分" : "，已被后一版代替"}`,
          },
          { label: "校验码", value: shown.hash ?? "", wide: true },
        ];
  return (
    <Panel>
      <Facts
        items={[
          { label: "年度", value: `${shown.year} 年第 ${shown.edition} 版` },
          { label: "起草", value: `${shown.enteredOn} ${shown.enteredByName}` },
          ...consulted,
          ...decided,
          ...published,
        ]}
      />
    </Panel>
  );
}

function download(name: string, text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The version as a file that another county or year can begin with, and as a table for Excel. */
export function SchemeFiles({ shown, scheme }: { shown: SchemeShown; scheme: Scheme }) {
  const input = encodeURIComponent(JSON.stringify({ id: shown.id }));
  return (
    <>
      <ActButton onClick={() => download(`考核方案${shown.year}-${shown.edition}.json`, schemeFile(scheme))}>
        导出方案文件
      </ActButton>
      <a className="btn" href={`/api/export/assessments.exportScheme?input=${input}`} download>
        导出 Excel
      </a>
    </>
  );
}
