"use client";

import { Form } from "antd";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { outcomeLabels } from "../labels";
import { isPromise, needsExplaining, type Outcome } from "../rules/states";
import type { SuggestionDetail } from "./detail-type";
import { type Ballot, BallotFields } from "./rating-forms";
import { keyOf, leadOf, StepForm, type StepProps } from "./step-form";

type Closing = {
  occurredOn: string;
  outcome: Outcome;
  note?: string;
  promise?: { content?: string; dueOn?: string | null };
};

/** What the result asks for: a promise with its day for B and C, the reason for D and E. */
function OutcomeFields({ today }: { today: string }) {
  const outcome = Form.useWatch<Outcome | undefined>("outcome");
  const content = Form.useWatch<string | undefined>(["promise", "content"]);
  return (
    <>
      <TextField name="note" label="结果说明" required={needsExplaining(outcome)} rows={3} max={1000} />
      {isPromise(outcome) ? (
        <>
          <TextField
            name={["promise", "content"]}
            label="承诺事项"
            rows={2}
            max={500}
            hint="至少一项；已登记过的不必重填"
          />
          <DayField
            name={["promise", "dueOn"]}
            label="承诺时限"
            min={today}
            required={Boolean(content?.trim())}
          />
        </>
      ) : null}
    </>
  );
}

export function CloseForm(props: StepProps) {
  const close = useCommand(useTRPC().suggestions.close.mutationOptions());
  const submit = ({ promise, ...values }: Closing) => {
    const { content = "", dueOn } = promise ?? {};
    const promises = content !== "" && dueOn ? [{ content, dueOn }] : [];
    return close.run({ ...keyOf(props), ...values, promises });
  };
  return (
    <StepForm<Closing>
      {...props}
      action="close"
      dayLabel="办结日期"
      intro="能办的尽快办（A），暂有困难的逐步办（B、C，写明承诺和时限），超越权限的向上反映（E）。"
      onSubmit={submit}
    >
      <ChoiceField name="outcome" label="办理结果" required options={choicesOf(outcomeLabels)} />
      <OutcomeFields today={props.suggestion.today} />
    </StepForm>
  );
}

export function AddPromiseForm(props: StepProps) {
  const add = useCommand(useTRPC().suggestions.addPromise.mutationOptions());
  return (
    <StepForm<{ occurredOn: string; content: string; dueOn: string }>
      {...props}
      action="addPromise"
      dayLabel="承诺日期"
      onSubmit={(values) => add.run({ ...keyOf(props), ...values })}
    >
      <TextField name="content" label="承诺事项" required rows={3} max={500} />
      <DayField name="dueOn" label="承诺时限" required />
    </StepForm>
  );
}

const promisesOf = (suggestion: SuggestionDetail, fulfilled: boolean) =>
  suggestion.promises
    .filter((promise) => promise.verifiedOn === null && (promise.fulfilledOn !== null) === fulfilled)
    .map(({ id, content, dueOn }) => ({ value: id, label: `${content}（时限 ${dueOn}）` }));

type Fulfilment = { occurredOn: string; promiseId: string; note: string };

export function FulfilPromiseForm(props: StepProps) {
  const fulfil = useCommand(useTRPC().suggestions.fulfilPromise.mutationOptions());
  const options = promisesOf(props.suggestion, false);
  return (
    <StepForm<Fulfilment>
      {...props}
      action="fulfilPromise"
      dayLabel="兑现日期"
      initialValues={options[0] === undefined ? {} : { promiseId: options[0].value }}
      onSubmit={(values) => fulfil.run({ ...keyOf(props), ...values })}
    >
      <ChoiceField name="promiseId" label="承诺" required options={options} />
      <TextField name="note" label="兑现情况" required rows={3} max={500} />
    </StepForm>
  );
}

export function VerifyPromiseForm(props: StepProps) {
  const verify = useCommand(useTRPC().suggestions.verifyPromise.mutationOptions());
  const options = promisesOf(props.suggestion, true);
  const promiseId = options[0]?.value ?? "";
  return (
    <StepForm<Ballot & { promiseId: string }>
      {...props}
      action="verifyPromise"
      dayLabel="核实日期"
      intro="由代表到场核实并重新测评；不满意的，承诺继续办理。"
      initialValues={{ promiseId, deputyId: leadOf(props.suggestion) ?? "" }}
      onSubmit={(values) => verify.run({ ...keyOf(props), ...values })}
    >
      <ChoiceField name="promiseId" label="承诺" required options={options} />
      <BallotFields {...props} />
    </StepForm>
  );
}

export function CallBackForm(props: StepProps) {
  const call = useCommand(useTRPC().suggestions.callBack.mutationOptions());
  return (
    <StepForm<{ occurredOn: string; note: string }>
      {...props}
      action="callBack"
      dayLabel="回访日期"
      intro="办结以后回访代表：问题是否真的解决，有没有反复。"
      onSubmit={(values) => call.run({ ...keyOf(props), ...values })}
    >
      <TextField name="note" label="回访情况" required rows={3} max={1000} />
    </StepForm>
  );
}
