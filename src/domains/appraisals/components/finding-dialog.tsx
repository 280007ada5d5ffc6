"use client";

import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { ShownLine } from "../data/rounds";
import type { RoundRecord } from "./detail-type";

type Props = { township: string; round: RoundRecord; line: ShownLine; onClose: () => void };

/** What deputies said of a unit becomes a problem it mends: the words and the unit stand there already. */
export function FindingDialog({ township, round, line, onClose }: Props) {
  const add = useCommand(useTRPC().supervision.addFinding.mutationOptions());
  const { unitId, name } = line;
  const description = line.opinion ?? line.reason ?? "";
  return (
    <FormModal<{ description: string; occurredOn: Day }>
      title={`把对「${name}」的评议意见转为问题`}
      open
      onClose={onClose}
      draftKey={`finding:appraisal:${round.id}:${unitId}`}
      intro="登记后在问题清单里通知单位、定整改期限。几条意见请分几次转。"
      initialValues={{ description, occurredOn: round.facts.occurredOn }}
      onSubmit={(values) => add.run({ township, appraisalId: round.id, unitId, ...values })}
    >
      <TextField name="description" label="问题" rows={3} max={2000} required />
      <DayField name="occurredOn" label="提出日期" required min={round.facts.occurredOn} max={round.today} />
    </FormModal>
  );
}
