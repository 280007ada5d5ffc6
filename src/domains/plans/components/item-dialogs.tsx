"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { VoidModal } from "@/ui/form/void-modal";
import { planItem } from "../record";
import type { PlanRecord } from "./plan-record";

export type ItemDialog = "finish" | "adjust" | "cancel" | "reopen";

type Props = { township: string; record: PlanRecord; onClose: () => void };

function Finish({ township, record, onClose }: Props) {
  const finish = useCommand(useTRPC().plans.finish.mutationOptions());
  const { id, version, today } = record;
  return (
    <FormModal<{ doneOn: string; note: string }>
      title="登记完成"
      open
      onClose={onClose}
      initialValues={{ doneOn: today }}
      onSubmit={(values) => finish.run({ township, id, version, ...values })}
    >
      <DayField name="doneOn" label="完成日期" required max={today} />
      <TextField name="note" label="完成情况" required rows={3} max={500} />
    </FormModal>
  );
}

function Adjust({ township, record, onClose }: Props) {
  const adjust = useCommand(useTRPC().plans.adjust.mutationOptions());
  const { id, version, facts } = record;
  const { topic, month } = planItem.fields;
  return (
    <FormModal<{ month: number; topic: string; reason: string }>
      title="调整计划"
      open
      onClose={onClose}
      intro="改到哪个月，或者改成什么事。写明理由的调整，在新的月份过去之前算完成。"
      initialValues={{ month: facts.month, topic: facts.topic }}
      onSubmit={(values) => adjust.run({ township, id, version, ...values })}
    >
      <NumberField name="month" label={month.label} unit="月" required min={1} max={12} />
      <TextField name="topic" label={topic.label} required max={topic.max} />
      <TextField name="reason" label="调整理由" required rows={3} max={200} />
    </FormModal>
  );
}

function Ended({ township, record, onClose, dialog }: Props & { dialog: "cancel" | "reopen" }) {
  const trpc = useTRPC();
  const cancel = useCommand(trpc.plans.cancel.mutationOptions());
  const reopen = useCommand(trpc.plans.reopen.mutationOptions());
  const { id, version, facts } = record;
  const said = {
    cancel: {
      verb: "取消",
      consequence: "取消的事项仍留在计划里，计划完成率按没有完成计；理由县人大可以看到。",
    },
    reopen: { verb: "撤回", consequence: "撤回后这一项重新列为没有完成，原来的登记留在经过里。" },
  }[dialog];
  const { run } = { cancel, reopen }[dialog];
  return (
    <VoidModal
      object={planItem.titleOf(facts)}
      {...said}
      open
      onClose={onClose}
      onVoid={(reason) => run({ township, id, version, reason })}
    />
  );
}

export function ItemDialogs({ dialog, ...props }: Props & { dialog: ItemDialog }) {
  if (dialog === "finish") return <Finish {...props} />;
  if (dialog === "adjust") return <Adjust {...props} />;
  return <Ended {...props} dialog={dialog} />;
}
