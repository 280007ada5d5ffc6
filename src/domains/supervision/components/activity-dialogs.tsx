"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { NumberField, TextField, TickField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect, UnitSelect } from "@/ui/form/person-select";
import { activity as kind } from "../record";
import type { ActivityAction, ActivityChange } from "../rules/next-actions";
import { ClosedFindingDialog } from "./closed-finding-dialog";
import type { ActivityRecord } from "./detail-type";
import { VoidModal } from "@/ui/form/void-modal";

export type ActivityDialog = ActivityAction | Exclude<ActivityChange, "edit">;

type Props = { township: string; activity: ActivityRecord; dialog: ActivityDialog; onClose: () => void };

function Signers({ people }: { people: ActivityRecord["participants"] }) {
  const noFindings = Form.useWatch<boolean | undefined>("noFindings") === true;
  if (!noFindings) return null;
  return (
    <PersonSelect
      name="signerIds"
      label="签认的代表"
      options={people}
      multiple
      required
      hint="至少两名参加活动的代表"
    />
  );
}

type Completion = {
  report: string;
  reportedOn: Day;
  visited?: number | null;
  noFindings?: boolean;
  signerIds?: string[];
};

function CompleteDialog({ township, activity, onClose }: Omit<Props, "dialog">) {
  const complete = useCommand(useTRPC().supervision.complete.mutationOptions());
  const { id, version, findings } = activity;
  return (
    <FormModal<Completion>
      title="办结活动"
      submitLabel="办结"
      open
      onClose={onClose}
      width={680}
      draftKey={`activity:complete:${id}`}
      intro={
        findings > 0
          ? `本次活动已登记 ${findings} 个问题，填写报告后即可办结。`
          : "还没有登记问题：请先登记问题，或由两名以上代表签认未发现问题。"
      }
      initialValues={{ reportedOn: activity.today, visited: activity.facts.visited }}
      onSubmit={(values) => complete.run({ township, id, version, ...values })}
    >
      <TextField name="report" label="活动报告" rows={6} max={8000} required />
      <DayField name="reportedOn" label="报告日期" required max={activity.today} />
      <NumberField name="visited" label="走访点（户）" unit="个" />
      {findings > 0 ? null : <TickField name="noFindings" label="未发现问题" />}
      <Signers people={activity.participants} />
    </FormModal>
  );
}

type NewFinding = { description: string; perLine?: boolean; occurredOn: Day; unitId?: string };

function FindingDialog({ township, activity, onClose }: Omit<Props, "dialog">) {
  const trpc = useTRPC();
  const add = useCommand(trpc.supervision.addFinding.mutationOptions());
  const { data, isPending } = useQuery(
    trpc.supervision.options.queryOptions({ township, on: activity.today }),
  );
  return (
    <FormModal<NewFinding>
      title="登记问题"
      open
      onClose={onClose}
      draftKey={`finding:new:${activity.id}`}
      initialValues={{ occurredOn: activity.facts.occurredOn, perLine: true }}
      onSubmit={(values) => add.run({ township, activityId: activity.id, ...values })}
    >
      <TextField
        name="description"
        label="问题"
        rows={4}
        max={20_000}
        required
        hint="可以从材料里整段粘贴，行首的序号会去掉"
      />
      <TickField name="perLine" label="一行一个问题" hint="几行写的是同一个问题的，去掉这里的勾" />
      <DayField
        name="occurredOn"
        label="发现日期"
        required
        min={activity.facts.occurredOn}
        max={activity.today}
      />
      <UnitSelect name="unitId" label="整改单位" options={data?.units ?? []} loading={isPending} />
    </FormModal>
  );
}

const verbs = { reopen: "撤回办结", cancel: "取消", void: "作废" } as const;

function ReasonDialog({ township, activity, dialog, onClose }: Props & { dialog: keyof typeof verbs }) {
  const trpc = useTRPC();
  const reopen = useCommand(trpc.supervision.reopen.mutationOptions());
  const cancel = useCommand(trpc.supervision.cancel.mutationOptions());
  const remove = useCommand(trpc.supervision.void.mutationOptions());
  const { run } = { reopen, cancel, void: remove }[dialog];
  const { id, version } = activity;
  return (
    <VoidModal
      object={kind.titleOf(activity.facts)}
      verb={verbs[dialog]}
      consequence={
        dialog === "void" ? "作废后不再计入台账与指标，记录和原因会一直保留。" : "原因会记入经过。"
      }
      open
      onClose={onClose}
      onVoid={(reason) => run({ township, id, version, reason })}
    />
  );
}

export function ActivityDialogs({ dialog, ...props }: Props) {
  if (dialog === "complete") return <CompleteDialog {...props} />;
  if (dialog === "addFinding") return <FindingDialog {...props} />;
  if (dialog === "addClosed") return <ClosedFindingDialog {...props} />;
  return <ReasonDialog {...props} dialog={dialog} />;
}
