"use client";

import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormModal } from "@/ui/form/form-modal";
import { VoidModal } from "@/ui/form/void-modal";
import { findingActionLabels } from "../labels";
import type { FindingRecord } from "./detail-type";
import { type FindingDialog, FindingFields } from "./finding-fields";

type Props = {
  township: string;
  finding: FindingRecord;
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
  reason: string;
};

function useSteps(township: string, { id, version }: Props["finding"]) {
  const { supervision } = useTRPC();
  const key = { township, id, version };
  const notify = useCommand(supervision.notifyFinding.mutationOptions());
  const plan = useCommand(supervision.planFinding.mutationOptions());
  const rectify = useCommand(supervision.rectifyFinding.mutationOptions());
  const verify = useCommand(supervision.verifyFinding.mutationOptions());
  const close = useCommand(supervision.closeFinding.mutationOptions());
  const edit = useCommand(supervision.editFinding.mutationOptions());
  const reopen = useCommand(supervision.reopenFinding.mutationOptions());
  const remove = useCommand(supervision.voidFinding.mutationOptions());
  return {
    notify: (values: Values) => notify.run({ ...key, ...values }),
    plan: (values: Values) => plan.run({ ...key, ...values }),
    rectify: (values: Values) => rectify.run({ ...key, ...values }),
    verify: (values: Values) => verify.run({ ...key, ...values }),
    close: (values: Values) => close.run({ ...key, ...values }),
    edit: (values: Values) => edit.run({ ...key, ...values }),
    reopen: (values: Values) => reopen.run({ ...key, ...values }),
    sendBack: (reason: string) => reopen.run({ ...key, reason }),
    void: (reason: string) => remove.run({ ...key, reason }),
  };
}

/** One step of a finding in a small window: what the step needs, and its day. */
export function FindingDialogs({ township, finding, dialog, onClose }: Props) {
  const steps = useSteps(township, finding);
  const object = `问题${finding.number}「${finding.description.slice(0, 30)}」`;
  const sendsBack = dialog === "reopen" && finding.state !== "closed";
  if (dialog === "void" || sendsBack) {
    return (
      <VoidModal
        object={object}
        {...(dialog === "void"
          ? {}
          : {
              verb: "退回重新整改",
              consequence: "退回后请重新通知整改单位并定期限；以前的整改和核实记录保留在经过里。",
            })}
        open
        onClose={onClose}
        onVoid={dialog === "void" ? steps.void : steps.sendBack}
      />
    );
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
  const fieldsOf: Record<typeof dialog, readonly string[]> = {
    notify: ["unitId", "notifiedOn", "dueOn"],
    plan: ["plan", "plannedOn"],
    rectify: ["rectification", "rectifiedOn"],
    verify: ["deputyId", "note", "verifiedOn"],
    close: ["closedOn"],
    reopen: [],
    edit: ["description"],
  };
  const own = fieldsOf[dialog];
  const initial = Object.fromEntries(
    Object.entries({ ...days, ...known, description }).filter(([name]) => own.includes(name)),
  );
  return (
    <FormModal<Values>
      title={dialog === "edit" ? "修改问题描述" : findingActionLabels[dialog]}
      open
      onClose={onClose}
      {...(dialog === "close" ? { submitLabel: findingActionLabels.close } : {})}
      draftKey={`finding:${dialog}:${finding.id}`}
      initialValues={initial}
      onSubmit={steps[dialog]}
    >
      <FindingFields dialog={dialog} township={township} today={today} />
    </FormModal>
  );
}
