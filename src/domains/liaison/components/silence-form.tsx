"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NumberField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Props = { limit: { days: number; version: number | null }; onClose: () => void };

export function SilenceForm({ limit, onClose }: Props) {
  const set = useCommand(useTRPC().liaison.setSilence.mutationOptions());
  return (
    <FormModal<{ days: number }>
      title="多少天没有联系就提醒"
      submitLabel="保存"
      open
      onClose={onClose}
      initialValues={{ days: limit.days }}
      onSubmit={({ days }) => set.run({ days, version: limit.version }).then(() => undefined)}
    >
      <NumberField name="days" label="超过" required min={7} max={365} unit="天" />
    </FormModal>
  );
}
