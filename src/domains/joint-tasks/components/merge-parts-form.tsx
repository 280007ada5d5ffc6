"use client";

import { useQuery } from "@tanstack/react-query";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { AcceptField } from "./asked-form";
import { spanText } from "./states";

type Props = {
  part: { id: string; version: number; townshipName: string; visitFrom: Day; visitUntil: Day };
  issued: boolean;
  onClose: () => void;
};
type Values = { into: string; from: Day; until: Day; why: string; acceptWhy?: string | null };

/** Two visits of a township made into one, whether they collide or not. */
export function MergePartsForm({ part, issued, onClose }: Props) {
  const trpc = useTRPC().jointTasks;
  const { data } = useQuery(trpc.companions.queryOptions({ id: part.id }));
  const merge = useCommand(trpc.mergeParts.mutationOptions());
  const { id, version, townshipName, visitFrom, visitUntil } = part;
  const options = (data ?? []).map((one) => ({
    value: one.id,
    label: `${one.title}（现定 ${spanText(one.from, one.until)}，时段 ${spanText(one.windowFrom, one.windowUntil)}）`,
  }));
  return (
    <FormModal<Values>
      title={`${townshipName}：与另一项任务合并为一次`}
      submitLabel="合并"
      open
      onClose={onClose}
      intro={
        data?.length === 0
          ? `${townshipName}这一年没有可以合并的任务：暗访、评议和已经开展的不能合并，一项已下发、一项还是草稿的也不能。`
          : "两项任务同一天到乡镇，只算一次；已经下发的，乡镇要重新接受。两边的经过都有记录。"
      }
      initialValues={{ from: visitFrom, until: visitUntil }}
      onSubmit={(said) => merge.run({ id, version, acceptWhy: null, ...said }).then(() => undefined)}
    >
      <ChoiceField name="into" label="与哪一项合并" required options={options} />
      <DayField name="from" label="第一天" required hint="要在两项任务的开展时段内" />
      <DayField name="until" label="最后一天" required />
      <TextField name="why" label="理由" required rows={3} max={300} />
      {issued ? <AcceptField /> : null}
    </FormModal>
  );
}
