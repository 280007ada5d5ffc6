"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { KeptGuidance } from "../data/guidance";

type Values = { year: number; title: string; documentNumber?: string | null; points: string };

/** A year's guidance, its points one a line as they are pasted from the document. */
export function GuidanceForm(props: { guidance: KeptGuidance | null; year: number; onClose: () => void }) {
  const { guidance, year, onClose } = props;
  const save = useCommand(useTRPC().plans.saveGuidance.mutationOptions());
  const { id = null, version = null } = guidance ?? {};
  return (
    <FormModal<Values>
      title={guidance === null ? "起草指导意见" : "修改指导意见"}
      open
      onClose={onClose}
      width={760}
      draftKey={`guidance:${id ?? "new"}`}
      intro={
        guidance?.publishedOn
          ? "已经印发：可以改文字，或在后面增加，不能减少和调换顺序，因为乡镇按条号对应。"
          : "印发前乡镇看不到，可以随时修改。"
      }
      initialValues={
        guidance === null
          ? { year, title: `${year}年乡镇人大工作指导意见`, points: "" }
          : { ...guidance, points: guidance.points.join("\n") }
      }
      onSubmit={({ year: of, title, documentNumber = null, points }) =>
        save.run({ id, version, year: of, title, documentNumber, points })
      }
    >
      <NumberField name="year" label="年度" unit="年" required min={1949} max={2100} disabled={id !== null} />
      <TextField name="title" label="标题" required max={100} />
      <TextField name="documentNumber" label="文号" max={60} />
      <TextField name="points" label="要点（一行一条，可以从文件里粘贴）" required rows={8} max={8000} />
    </FormModal>
  );
}

export function PublishForm(props: { guidance: KeptGuidance; today: string; onClose: () => void }) {
  const { guidance, today, onClose } = props;
  const publish = useCommand(useTRPC().plans.publishGuidance.mutationOptions());
  const { id, version, title } = guidance;
  return (
    <FormModal<{ publishedOn: string }>
      title={`印发《${title}》`}
      submitLabel="印发"
      open
      onClose={onClose}
      intro="印发后各乡镇都能看到，并在计划事项里注明对应哪一条。"
      initialValues={{ publishedOn: today }}
      onSubmit={({ publishedOn }) => publish.run({ id, version, publishedOn })}
    >
      <DayField name="publishedOn" label="印发日期" required max={today} />
    </FormModal>
  );
}
