"use client";

import { Form } from "antd";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { PersonSelect } from "@/ui/form/person-select";
import { confirmMethodLabels, consultationMethodLabels } from "../labels";
import { type OfficeConfirmMethod, type ConsultationMethod, officeConfirmMethods } from "../rules/states";
import { keyOf, leadOf, signersOf, StepForm, type StepProps } from "./step-form";

type Consultation = {
  occurredOn: string;
  method: ConsultationMethod;
  place?: string;
  unitPerson?: string;
  note?: string;
  confirmedByDeputyId?: string | null;
  confirmMethod?: OfficeConfirmMethod | null;
};

const officeConfirms = choicesOf(confirmMethodLabels, officeConfirmMethods);

/** Asked once somebody has confirmed: without the deputy the way means nothing. */
function HowConfirmed() {
  const deputy = Form.useWatch<string | null | undefined>("confirmedByDeputyId");
  if (!deputy) return null;
  return <ChoiceField name="confirmMethod" label="确认方式" required options={officeConfirms} />;
}

export function ConsultForm(props: StepProps) {
  const consult = useCommand(useTRPC().suggestions.consult.mutationOptions());
  return (
    <StepForm<Consultation>
      {...props}
      action="consult"
      title={props.suggestion.consultRound === 2 ? "登记办结前的面商" : "登记答复前的面商"}
      dayLabel="面商日期"
      intro="先面商，再答复；办结前再面商一次。代表确认后才算数，确认可以现在登记，也可以以后补上。"
      onSubmit={(values) => consult.run({ ...keyOf(props), ...values })}
    >
      <ChoiceField name="method" label="面商方式" required options={choicesOf(consultationMethodLabels)} />
      <TextField name="place" label="地点" max={60} />
      <TextField name="unitPerson" label="单位参加人" max={60} />
      <TextField name="note" label="面商情况" rows={3} max={1000} />
      <PersonSelect
        name="confirmedByDeputyId"
        label="确认的代表"
        options={signersOf(props.suggestion)}
        hint="代表当场确认的，请选择；还没有确认的留空，以后再登记"
      />
      <HowConfirmed />
    </StepForm>
  );
}

type Confirmation = { occurredOn: string; deputyId: string; confirmMethod: OfficeConfirmMethod };

export function ConfirmForm(props: StepProps) {
  const confirm = useCommand(useTRPC().suggestions.confirm.mutationOptions());
  const open = props.suggestion.consultations.findLast((held) => held.confirmedOn === null);
  return (
    <StepForm<Confirmation>
      {...props}
      action="confirm"
      dayLabel="确认日期"
      intro={`确认 ${open?.heldOn ?? ""} 的面商。`}
      initialValues={{ deputyId: leadOf(props.suggestion) ?? "" }}
      onSubmit={(values) => confirm.run({ ...keyOf(props), ...values, consultationId: open?.id ?? "" })}
    >
      <PersonSelect name="deputyId" label="确认的代表" required options={signersOf(props.suggestion)} />
      <ChoiceField name="confirmMethod" label="确认方式" required options={officeConfirms} />
    </StepForm>
  );
}

type ReplyValues = {
  occurredOn: string;
  content: string;
  documentNumber?: string;
  signedBy?: string;
  writtenToSigners?: number;
};

export function ReplyForm(props: StepProps) {
  const reply = useCommand(useTRPC().suggestions.reply.mutationOptions());
  const { workDueOn, replyCitation, signers } = props.suggestion;
  return (
    <StepForm<ReplyValues>
      {...props}
      action="reply"
      dayLabel="答复日期"
      intro={`期限 ${workDueOn ?? "—"}（${replyCitation ?? ""}）。以书面逐一答复每位代表。`}
      initialValues={{ writtenToSigners: signers.length }}
      onSubmit={(values) => reply.run({ ...keyOf(props), ...values })}
    >
      <TextField name="content" label="答复内容" required rows={6} max={5000} />
      <TextField name="documentNumber" label="文号" max={60} />
      <TextField name="signedBy" label="签发人" max={30} />
      <NumberField name="writtenToSigners" label="书面答复代表" unit="人" max={200} />
    </StepForm>
  );
}

export function HoldPresidiumForm(props: StepProps) {
  const hold = useCommand(useTRPC().suggestions.holdPresidium.mutationOptions());
  return (
    <StepForm<{ occurredOn: string; note: string }>
      {...props}
      action="holdPresidium"
      dayLabel="会议日期"
      intro="重办后代表仍不满意的，由主席团召集代表和承办单位面对面协商，再次办理。"
      onSubmit={(values) => hold.run({ ...keyOf(props), ...values })}
    >
      <TextField name="note" label="协商情况" required rows={4} max={1000} />
    </StepForm>
  );
}
