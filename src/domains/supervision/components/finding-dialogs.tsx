"use client";

import { useQuery } from "@tanstack/react-query";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect, UnitSelect } from "@/ui/form/person-select";
import { VoidModal } from "@/ui/form/void-modal";
import { findingActionLabels } from "../labels";
import type { FindingAction } from "../rules";

export type FindingDialog = FindingAction | "edit" | "void";

type Props = {
  township: string;
  finding: {
    id: string;
    version: number;
    number: number;
    description: string;
    unitId: string | null;
    today: Day;
  };
  dialog: FindingDialog;
  onClose: () => void;
};

type Values = {
  unitId: string;
  deputyId: string;
  notifiedOn: Day;
  dueOn: Day;
  plan: string;
  plannedOn: Day;
  rectification: string;
  rectifiedOn: Day;
  note: string;
  verifiedOn: Day;
  closedOn: Day;
  description: string;
};

const affects = ["supervision", "today", "oversight"];

function useSteps(township: string, { id, version }: Props["finding"]) {
  const { supervision } = useTRPC();
  const key = { township, id, version };
  const notify = useCommand(supervision.notifyFinding.mutationOptions(), affects);
  const plan = useCommand(supervision.planFinding.mutationOptions(), affects);
  const rectify = useCommand(supervision.rectifyFinding.mutationOptions(), affects);
  const verify = useCommand(supervision.verifyFinding.mutationOptions(), affects);
  const close = useCommand(supervision.closeFinding.mutationOptions(), affects);
  const edit = useCommand(supervision.editFinding.mutationOptions(), affects);
  const reopen = useCommand(supervision.reopenFinding.mutationOptions(), affects);
  const remove = useCommand(supervision.voidFinding.mutationOptions(), affects);
  return {
    notify: (values: Values) => notify.run({ ...key, ...values }),
    plan: (values: Values) => plan.run({ ...key, ...values }),
    rectify: (values: Values) => rectify.run({ ...key, ...values }),
    verify: (values: Values) => verify.run({ ...key, ...values }),
    close: (values: Values) => close.run({ ...key, ...values }),
    edit: (values: Values) => edit.run({ ...key, ...values }),
    reopen: (reason: string) => reopen.run({ ...key, reason }),
    void: (reason: string) => remove.run({ ...key, reason }),
  };
}

function Fields({ dialog, township, today }: { dialog: FindingDialog; township: string; today: Day }) {
  const { data, isPending } = useQuery(useTRPC().supervision.options.queryOptions({ township, on: today }));
  switch (dialog) {
    case "notify":
      return (
        <>
          <UnitSelect
            name="unitId"
            label="整改单位"
            options={data?.units ?? []}
            loading={isPending}
            required
          />
          <DayField name="notifiedOn" label="通知日期" required max={today} />
          <DayField name="dueOn" label="整改期限" required />
        </>
      );
    case "plan":
      return (
        <>
          <TextField name="plan" label="整改方案" rows={4} max={4000} required />
          <DayField name="plannedOn" label="方案日期" required max={today} />
        </>
      );
    case "rectify":
      return (
        <>
          <TextField name="rectification" label="整改结果" rows={4} max={4000} required />
          <DayField name="rectifiedOn" label="整改完成日期" required max={today} />
        </>
      );
    case "verify":
      return (
        <>
          <PersonSelect
            name="deputyId"
            label="核实的代表"
            options={data?.deputies ?? []}
            loading={isPending}
            required
            hint="不能是整改单位的人"
          />
          <TextField name="note" label="核实意见" rows={3} max={2000} required />
          <DayField name="verifiedOn" label="核实日期" required max={today} />
        </>
      );
    case "close":
      return <DayField name="closedOn" label="销号日期" required max={today} />;
    default:
      return <TextField name="description" label="问题" rows={3} max={2000} required />;
  }
}

/** One step of a finding in a small window: what the step needs, and its day. */
export function FindingDialogs({ township, finding, dialog, onClose }: Props) {
  const steps = useSteps(township, finding);
  const object = `问题${finding.number}「${finding.description.slice(0, 30)}」`;
  if (dialog === "void" || dialog === "reopen") {
    const verb = dialog === "void" ? "作废" : "退回重新整改:";
    return <VoidModal object={object} verb={verb} open onClose={onClose} onVoid={steps[dialog]} />;
  }
  const { today, unitId, description } = finding;
  const days = {
    notifiedOn: today,
    plannedOn: today,
    rectifiedOn: today,
    verifiedOn: today,
    closedOn: today,
  };
  const known = unitId === null ? {} : { unitId };
  const own = {
    notify: ["unitId", "notifiedOn", "dueOn"],
    plan: ["plan", "plannedOn"],
    rectify: ["rectification", "rectifiedOn"],
    verify: ["deputyId", "note", "verifiedOn"],
    close: ["closedOn"],
    edit: ["description"],
  }[dialog];
  const initial = Object.fromEntries(
    Object.entries({ ...days, ...known, description }).filter(([name]) => own.includes(name)),
  );
  return (
    <FormModal<Values>
      title={dialog === "edit" ? "更正问题描述" : findingActionLabels[dialog]}
      open
      onClose={onClose}
      draftKey={`finding:${dialog}:${finding.id}`}
      initialValues={initial}
      onSubmit={steps[dialog]}
    >
      <Fields dialog={dialog} township={township} today={today} />
    </FormModal>
  );
}
