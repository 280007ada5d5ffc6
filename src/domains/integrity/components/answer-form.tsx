"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { OwnSignals } from "../data/pages";
import { signalNames } from "../labels";

type Line = OwnSignals["rows"][number];
type Props = { township: string; line: Line; year: number; onClose: () => void };

export function AnswerForm({ township, line, year, onClose }: Props) {
  const answer = useCommand(useTRPC().integrity.answer.mutationOptions());
  const { signal, subject, answer: known, about, text } = line;
  return (
    <FormModal<{ text: string }>
      title={`说明“${signalNames[signal]}”`}
      submitLabel="提交说明"
      open
      onClose={onClose}
      draftKey={`integrity:${line.key}`}
      intro={`${text}。提示不是结论，也不扣分；说明清楚后由县人大核实。`}
      initialValues={known === null ? {} : { text: known.text }}
      onSubmit={({ text: said }) =>
        answer.run({
          ...{ township, year, signal, subject, text: said },
          ...{ records: about, version: known?.version ?? null },
        })
      }
    >
      <TextField
        name="text"
        label="说明"
        required
        rows={4}
        max={1000}
        hint="为什么会这样、有什么材料可查；记录确有错漏的，请先更正那条记录"
      />
    </FormModal>
  );
}
