"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { FormModal } from "@/ui/form/form-modal";

/** The day of a session to come, and its whole checklist stands. */
export function PrepareForm({ township, onClose }: { township: string; onClose: () => void }) {
  const prepare = useCommand(useTRPC().sessionTasks.prepare.mutationOptions());
  return (
    <FormModal<{ sessionOn: string }>
      title="按模板列会前准备清单"
      open
      onClose={onClose}
      intro="期限由开会日期倒推：通知、材料按法定天数，走访选民、会前视察、征询意见等按惯例。列好后可逐项修改。"
      onSubmit={(values) => prepare.run({ township, ...values })}
      submitLabel="列清单"
    >
      <DayField name="sessionOn" label="开会日期" required hint="未定的填预定日期" />
    </FormModal>
  );
}
