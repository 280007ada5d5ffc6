"use client";

import { codesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import type { Merged } from "../data/merged";
import { type SectionCode, sectionLabels } from "../labels";

type Values = Partial<Record<SectionCode, string | null>>;

/** The text of the report, part by part; what is saved is a version of its own. */
export function ReportEditor({ data, onClose }: { data: Merged; onClose: () => void }) {
  const save = useCommand(useTRPC().jointTasks.saveReport.mutationOptions());
  const { task, version, sections } = data;
  return (
    <FormDrawer<Values>
      title="修改汇总报告"
      submitLabel={`保存为第 ${version + 1} 版`}
      open
      width={760}
      onClose={onClose}
      draftKey={`jointReport:${task.id}:${version}`}
      intro="一段写一行。句子按数字自动写好，可以改写、删除、增加；以前各版都保留。"
      initialValues={Object.fromEntries(sections.map(({ code, text }) => [code, text]))}
      onSubmit={(said) =>
        save.run({
          ...{ id: task.id, version },
          sections: codesOf(sectionLabels).map((code) => ({ code, text: said[code] ?? null })),
        })
      }
    >
      {codesOf(sectionLabels).map((code) => (
        <TextField key={code} name={code} label={sectionLabels[code]} rows={6} max={8000} />
      ))}
    </FormDrawer>
  );
}
