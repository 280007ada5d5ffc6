"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Props = { year: number; onClose: () => void };
type Announced = { source: string; opensOn: string; per: number };

export function AnnounceForm({ year, onClose }: Props) {
  const announce = useCommand(useTRPC().checks.announce.mutationOptions());
  return (
    <FormModal<Announced>
      title={`公布 ${year} 年抽查办法`}
      submitLabel="公布"
      open
      onClose={onClose}
      draftKey={`announce:${year}`}
      intro="先公布用哪一个公开号码，等它产生后再抽取。各乡镇都能看到；号码产生前还可以改，产生后不能换。"
      initialValues={{ per: 2 }}
      onSubmit={(values) => announce.run({ year, ...values })}
    >
      <TextField
        name="source"
        label="公开号码"
        required
        max={200}
        hint="今天以后才产生、谁都能查到的号码，如 福彩双色球第 2027006 期开奖号码"
      />
      <DayField name="opensOn" label="产生的日期" required />
      <NumberField
        name="per"
        label="每项条数"
        required
        min={2}
        max={5}
        unit="条"
        hint="每个乡镇每项指标抽几条，2 到 5"
      />
    </FormModal>
  );
}

export function DrawForm({ year, source, onClose }: Props & { source: string }) {
  const draw = useCommand(useTRPC().checks.draw.mutationOptions());
  return (
    <FormModal<{ text: string }>
      title={`抽取 ${year} 年抽查记录`}
      submitLabel="抽取"
      open
      onClose={onClose}
      intro={`公布的是“${source}”。请照公布的结果填写号码，核对无误再抽取：一年只抽一次，抽取后不能改。`}
      onSubmit={({ text }) => draw.run({ year, text })}
    >
      <TextField name="text" label="号码" required max={200} hint="如 08 12 17 21 26 33 + 04" />
    </FormModal>
  );
}
