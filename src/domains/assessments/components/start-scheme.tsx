"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import type { Subject } from "@/domains/figures/rules/scheme";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, NumberField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { schemeName } from "../labels";
import type { Version } from "../data/schemes";

type Props = { year: number; list: string; onClose: () => void };

const fromDefault = "default:";
const subjects = Object.keys(subjectLabels) as Subject[];
const subjectFrom = (from: string): Subject =>
  subjects.find((one) => from === `${fromDefault}${one}`) ?? "township";

function YearField() {
  return <NumberField name="year" label="用于哪一年" unit="年" required min={1949} max={2100} />;
}

/** A new draft: from the default scheme, or from any version there is. */
export function StartScheme({ versions, year, list, onClose }: Props & { versions: readonly Version[] }) {
  const start = useCommand(useTRPC().assessments.startScheme.mutationOptions());
  const router = useRouter();
  const options = [
    ...versions.map((one) => ({
      value: one.id,
      label: `${schemeName(one)}第 ${one.edition} 版 ${one.name}`,
    })),
    ...subjects.map((one) => ({
      value: `${fromDefault}${one}`,
      label: `默认方案（评${subjectLabels[one]}）`,
    })),
  ];
  return (
    <FormModal<{ year: number; from: string }>
      title="起草考核方案"
      submitLabel="开始起草"
      open
      onClose={onClose}
      initialValues={{ year: year + 1, from: options[0]?.value ?? "" }}
      onSubmit={async ({ year: of, from }) => {
        const kept = from.startsWith(fromDefault) ? null : from;
        const { id } = await start.run({ year: of, from: kept, subject: subjectFrom(from) });
        router.push(`${list}/${id}`);
      }}
    >
      <YearField />
      <ChoiceField name="from" label="以哪一份为底稿" required options={options} />
    </FormModal>
  );
}

/** A scheme file becomes the year's draft, or replaces what stands in it. */
export function ReadScheme({ year, list, onClose }: Props) {
  const read = useCommand(useTRPC().assessments.readScheme.mutationOptions());
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  return (
    <FormModal<{ year: number }>
      title="从方案文件导入"
      submitLabel="导入"
      open
      onClose={onClose}
      intro="选「导出方案文件」得到的文件。当年同一考核对象已有草稿的，用文件里的内容替换；格式不对的文件不会导入。"
      initialValues={{ year: year + 1 }}
      onSubmit={async ({ year: of }) => {
        if (file === null) throw new Error("请先选择方案文件。");
        const { id } = await read.run({ year: of, file: await file.text() });
        router.push(`${list}/${id}`);
      }}
    >
      <YearField />
      <label className="scheme-box">
        <span>方案文件</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
    </FormModal>
  );
}
