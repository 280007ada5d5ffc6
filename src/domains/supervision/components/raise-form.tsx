"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Props = { township: string; id: string; onClose: () => void };

/** Why it is beyond the township's power, and what the county is asked to do. */
export function RaiseForm({ township, id, onClose }: Props) {
  const raise = useCommand(useTRPC().supervision.raise.mutationOptions());
  return (
    <FormModal<{ why: string; ask: string }>
      title="上报县人大"
      submitLabel="上报"
      open
      onClose={onClose}
      draftKey={`raise:${id}`}
      intro="问题仍由乡镇跟踪整改，县人大接收后定答复期限；答复在这一页和今日里看到。"
      onSubmit={(said) => raise.run({ township, id, ...said }).then(() => undefined)}
    >
      <TextField
        name="why"
        label="超出乡镇职权的理由"
        required
        rows={3}
        max={1000}
        hint="如：执法权在县局、要县级资金、涉及几个乡镇"
      />
      <TextField name="ask" label="请县人大做什么" required rows={3} max={1000} />
    </FormModal>
  );
}
