"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { CheckLine } from "../data";
import { type Result, resultHints } from "../labels";
import { spotResultLabels } from "@/domains/figures/rules/spot-results";

const options = choicesOf(spotResultLabels).map(({ value, label }) => ({
  value,
  label: `${label}（${resultHints[value as Result]}）`,
}));

type Values = { result: Result; reason?: string | null };
type Props = { line: CheckLine; township: string; year: number; onClose: () => void };

export function RecordForm({ line, township, year, onClose }: Props) {
  const record = useCommand(useTRPC().checks.record.mutationOptions());
  const { id, checked, indicator, kind, title } = line;
  return (
    <FormModal<Values>
      title={`${checked === null ? "登记" : "更正"}抽查结果`}
      submitLabel={checked === null ? "登记" : "更正"}
      open
      onClose={onClose}
      draftKey={`check:${id}`}
      intro={`${indicator} ${kind}${title === null ? "" : `「${title}」`}。对照原始材料（签到表、会议记录、答复件等）核对。${checked === null ? "" : `已登记“${spotResultLabels[checked.result]}”，更正要写明理由，原来的结果仍留有记录。`}`}
      onSubmit={({ result, reason }) =>
        record.run({ id, year, of: township, result, reason: reason ?? null, seen: checked?.number ?? 0 })
      }
    >
      <ChoiceField name="result" label="结果" required options={options} />
      <TextField
        name="reason"
        label="理由"
        required={checked !== null}
        rows={3}
        max={1000}
        hint="“不符”“查无”的必须写：哪里不符，查过什么。乡镇能看到"
      />
    </FormModal>
  );
}
