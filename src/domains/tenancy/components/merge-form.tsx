"use client";

import { choicesNamed } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { FormModal } from "@/ui/form/form-modal";
import { ChoiceField } from "@/ui/form/fields";
import type { TownshipRow } from "../data";

type Props = { township: TownshipRow; others: TownshipRow[]; onClose: () => void };
type Values = { intoId: string; mergedOn: string };

export function MergeForm({ township, others, onClose }: Props) {
  const merge = useCommand(useTRPC().tenancy.mergeTownship.mutationOptions());
  return (
    <FormModal<Values>
      title={`把「${township.name}」并入他镇`}
      open
      onClose={onClose}
      submitLabel="并入"
      intro={`并入后「${township.name}」的账号立即不能登录，历史记录仍可由县级查看。此事不能撤回。`}
      onSubmit={(values) => merge.run({ id: township.id, version: township.version, ...values })}
    >
      <ChoiceField name="intoId" label="并入哪个乡镇" required options={choicesNamed(others)} />
      <DayField name="mergedOn" label="并入日期" required />
    </FormModal>
  );
}
