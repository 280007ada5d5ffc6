"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { kindNames, valueSaid } from "../labels";
import type { ItemShown } from "./shown";

type Props = { year: number; township: string; item: ItemShown; onClose: () => void };

const unitOf = ({ kind }: ItemShown): string => (kind === "indicator" ? "分" : "次");

export function OpinionForm({ year, township, item, onClose }: Props) {
  const opine = useCommand(useTRPC().cycles.opine.mutationOptions());
  const { kind, code, name, most, own, system, proposed } = item;
  const first = own?.value ?? (proposed > 0 ? proposed : system);
  return (
    <FormModal<{ value: number; reason: string }>
      title={kind === "indicator" ? `${code} ${name}` : `${kindNames[kind]}：${name}`}
      submitLabel="保存"
      open
      onClose={onClose}
      draftKey={`review:${year}:${township}:${kind}:${code}`}
      intro={
        kind === "veto"
          ? "成立填 1，不成立填 0。一票否决只影响等次，得分照列。"
          : `系统为 ${valueSaid(kind, system)}，最多 ${most} ${unitOf(item)}。`
      }
      initialValues={first === null ? {} : { value: first, ...(own === null ? {} : { reason: own.reason }) }}
      onSubmit={({ value, reason }) =>
        opine.run({ year, of: township, kind, code, value, reason, version: own?.version ?? null })
      }
    >
      <NumberField
        name="value"
        label="评定"
        required
        max={most}
        unit={unitOf(item)}
        digits={kind === "indicator" ? 2 : 0}
      />
      <TextField
        name="reason"
        label="理由"
        required
        rows={3}
        max={500}
        hint="写明看了什么材料。理由会随结果公布，请不要写个人姓名"
      />
    </FormModal>
  );
}
