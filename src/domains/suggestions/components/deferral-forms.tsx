"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { keyOf, StepForm, type StepProps } from "./step-form";

type Deferral = { occurredOn: string; reason: string; measures: string; newDueOn: string };

export function RequestDeferralForm(props: StepProps) {
  const ask = useCommand(useTRPC().suggestions.requestDeferral.mutationOptions());
  const { workDueOn, latestDeferralOn } = props.suggestion;
  return (
    <StepForm<Deferral>
      {...props}
      action="requestDeferral"
      title="延办反馈书"
      dayLabel="申请日期"
      intro={`现在的期限 ${workDueOn ?? "—"}${latestDeferralOn === null ? "" : `，最迟可延到 ${latestDeferralOn}`}。写明最迟办理时间与办理措施，由主席决定。`}
      onSubmit={(values) => ask.run({ ...keyOf(props), ...values })}
    >
      <TextField name="reason" label="延期理由" required rows={2} max={500} />
      <TextField name="measures" label="办理措施" required rows={2} max={500} />
      <DayField
        name="newDueOn"
        label="最迟办理日期"
        required
        min={workDueOn ?? undefined}
        max={latestDeferralOn ?? undefined}
      />
    </StepForm>
  );
}

type Decided = { occurredOn: string; approved: "yes" | "no"; note?: string };

export function DecideDeferralForm(props: StepProps) {
  const decide = useCommand(useTRPC().suggestions.decideDeferral.mutationOptions());
  const open = props.suggestion.deferrals.find((deferral) => deferral.decidedOn === null);
  return (
    <StepForm<Decided>
      {...props}
      action="decideDeferral"
      dayLabel="决定日期"
      intro={
        <>
          申请延期到 {open?.newDueOn}。
          <br />
          理由：{open?.reason}
          <br />
          措施：{open?.measures}
        </>
      }
      onSubmit={({ approved, ...values }) =>
        decide.run({ ...keyOf(props), ...values, approved: approved === "yes" })
      }
    >
      <ChoiceField
        name="approved"
        label="决定"
        required
        options={[
          { value: "yes", label: "同意延期" },
          { value: "no", label: "不同意" },
        ]}
      />
      <TextField name="note" label="说明" rows={2} max={300} />
    </StepForm>
  );
}
