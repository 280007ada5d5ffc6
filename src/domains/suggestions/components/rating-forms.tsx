"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormModal } from "@/ui/form/form-modal";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { PersonSelect } from "@/ui/form/person-select";
import { ratingLabels, ratingMethodLabels } from "../labels";
import { officeRatingMethods, type OfficeRatingMethod, type RatingWord } from "../rules/states";
import { keyOf, leadOf, signersOf, StepForm, type StepProps } from "./step-form";

export type Ballot = {
  occurredOn: string;
  rating: RatingWord;
  method: OfficeRatingMethod;
  deputyId: string;
  witnessDeputyId?: string | null;
  comment?: string;
};

const officeMethods = choicesOf(ratingMethodLabels, officeRatingMethods);

/** A paper ballot is seen by a second deputy; no other way asks for one. */
function Witness({ township }: { township: string }) {
  const { data, isPending } = useQuery(useTRPC().suggestions.people.queryOptions({ township }));
  if (Form.useWatch<string | undefined>("method") !== "paper") return null;
  return (
    <PersonSelect
      name="witnessDeputyId"
      label="见证代表"
      required
      options={data?.deputies ?? []}
      loading={isPending}
      hint="纸质测评由另一位代表见证"
    />
  );
}

export function BallotFields({ township, suggestion }: StepProps) {
  return (
    <>
      <ChoiceField name="rating" label="满意度" required options={choicesOf(ratingLabels)} />
      <PersonSelect name="deputyId" label="测评的代表" required options={signersOf(suggestion)} />
      <ChoiceField name="method" label="测评方式" required options={officeMethods} />
      <Witness township={township} />
      <TextField name="comment" label="代表意见" rows={2} max={500} />
    </>
  );
}

export function RateForm(props: StepProps) {
  const rate = useCommand(useTRPC().suggestions.rate.mutationOptions());
  return (
    <StepForm<Ballot>
      {...props}
      action="rate"
      dayLabel="测评日期"
      intro={`测评期到 ${props.suggestion.ratingDueText}。不满意的退回重新办理，直到代表认可。`}
      initialValues={{ deputyId: leadOf(props.suggestion) ?? "" }}
      onSubmit={(values) => rate.run({ ...keyOf(props), ...values })}
    >
      <BallotFields {...props} />
    </StepForm>
  );
}

export function MarkNotRatedForm(props: StepProps) {
  const mark = useCommand(useTRPC().suggestions.markNotRated.mutationOptions());
  return (
    <FormModal<object>
      title={`标记未测评「${props.suggestion.title}」`}
      open
      onClose={props.onClose}
      submitLabel="标记未测评"
      onSubmit={() => mark.run(keyOf(props))}
    >
      <p>测评期已满。标记为未测评后，不计入满意度，也不作为满意处理。</p>
    </FormModal>
  );
}

type Judgement = { occurredOn: string; valid: "yes" | "no"; note: string };

export function JudgeReasonForm(props: StepProps) {
  const judge = useCommand(useTRPC().suggestions.judgeReason.mutationOptions());
  const rating = props.suggestion.ratings.find(
    (one) => one.rating === "unsatisfied" && one.validReason === null,
  );
  return (
    <StepForm<Judgement>
      {...props}
      action="judgeReason"
      dayLabel="认定日期"
      intro={`${rating?.ratedOn ?? ""} 代表不满意：${rating?.comment ?? "未写意见"}。一年内无正当理由的不满意超过 2 件，取消单位评先资格。`}
      onSubmit={({ valid, ...values }) =>
        judge.run({ ...keyOf(props), ...values, ratingId: rating?.id ?? "", valid: valid === "yes" })
      }
    >
      <ChoiceField
        name="valid"
        label="主席团认定"
        required
        options={[
          { value: "yes", label: "有正当理由，不计入" },
          { value: "no", label: "无正当理由，计入" },
        ]}
      />
      <TextField name="note" label="认定理由" required rows={2} max={300} />
    </StepForm>
  );
}
