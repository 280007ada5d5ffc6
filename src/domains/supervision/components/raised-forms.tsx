"use client";

import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { raisedView } from "../data/raised";
import { raisedOutcomeLabels } from "../labels";
import type { RaisedOutcome } from "../rules/raised";

type Props = {
  data: Awaited<ReturnType<typeof raisedView>>;
  asking: "receive" | "answer";
  onClose: () => void;
};
type Answer = { outcome: RaisedOutcome; handledBy?: string | null; answer: string };

/** The county takes note with a day, then answers. */
export function RaisedForms({ data: { id, version, answerBy, townshipName }, asking, onClose }: Props) {
  const trpc = useTRPC().supervision;
  const receive = useCommand(trpc.receiveRaised.mutationOptions());
  const answer = useCommand(trpc.answerRaised.mutationOptions());
  if (asking === "receive")
    return (
      <FormModal<{ dueOn: Day }>
        title={`接收${townshipName}上报的问题`}
        submitLabel="接收"
        open
        onClose={onClose}
        initialValues={{ dueOn: answerBy }}
        onSubmit={(said) => receive.run({ id, version, ...said }).then(() => undefined)}
      >
        <DayField name="dueOn" label="答复期限" required hint="默认 30 天（本系统默认），可以改" />
      </FormModal>
    );
  return (
    <FormModal<Answer>
      title={`答复${townshipName}`}
      submitLabel="答复"
      open
      onClose={onClose}
      draftKey={`raised:${id}`}
      onSubmit={(said) => answer.run({ id, version, ...said }).then(() => undefined)}
    >
      <ChoiceField name="outcome" label="怎样处理" required options={choicesOf(raisedOutcomeLabels)} />
      <TextField name="handledBy" label="办理部门" max={60} hint="转办的必填，如：县交通运输局" />
      <TextField name="answer" label="答复" required rows={4} max={2000} />
    </FormModal>
  );
}
