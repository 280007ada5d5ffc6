"use client";

import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { VoidModal } from "@/ui/form/void-modal";
import type { Leave } from "../data/record";

type Shared = { township: string; name: string; onClose: () => void };

export function AddLeave(props: Shared & { deputyId: string; today: Day }) {
  const { township, name, deputyId, today, onClose } = props;
  const { run } = useCommand(useTRPC().deputies.addLeave.mutationOptions());
  return (
    <FormModal<{ startsOn: Day; endsOn: Day; reason?: string }>
      title={`登记 ${name} 请假`}
      open
      onClose={onClose}
      submitLabel="登记请假"
      intro="请假期间，联动任务推荐参加代表时不再推荐本人，也不能登记本人参加。人代会的请假仍在会议签到里登记。"
      initialValues={{ startsOn: today }}
      onSubmit={(values) => run({ township, deputyId, ...values })}
    >
      <div className="form-pair">
        <DayField name="startsOn" label="第一天" required />
        <DayField name="endsOn" label="最后一天" required />
      </div>
      <TextField name="reason" label="事由" max={60} hint="可不填，如 外出学习；不要写病情" />
    </FormModal>
  );
}

export function StrikeLeave({ township, name, leave, onClose }: Shared & { leave: Leave }) {
  const { run } = useCommand(useTRPC().deputies.strikeLeave.mutationOptions());
  return (
    <VoidModal
      object={` ${name} ${leave.startsOn} 至 ${leave.endsOn} 的请假`}
      consequence="提前回来的，撤销后按实际天数重新登记。"
      open
      onClose={onClose}
      onVoid={(reason) => run({ township, id: leave.id, version: leave.version, reason })}
    />
  );
}
