"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { CycleShown } from "../data/county";
import { type Begun, stageNames } from "../rules/stages";

type Props = { year: number; cycle: NonNullable<CycleShown["cycle"]>; onClose: () => void };
type Values = { stage: Begun; from: string; until?: string | null };

/** The days of a stage that has not begun. */
export function PlanStage({ year, cycle, onClose }: Props) {
  const plan = useCommand(useTRPC().cycles.planStage.mutationOptions());
  const open = cycle.line.filter(({ begun }) => !begun);
  const [next] = open;
  return (
    <FormModal<Values>
      title="调整日期"
      submitLabel="保存"
      open
      onClose={onClose}
      intro="只能调整还没有开始的阶段；后面的阶段按新日期顺延。"
      initialValues={
        next === undefined ? {} : { stage: next.stage as Begun, from: next.from, until: next.until }
      }
      onSubmit={({ stage, from, until = null }) =>
        plan.run({ year, stage, from, until, version: cycle.version })
      }
    >
      <ChoiceField
        name="stage"
        label="阶段"
        required
        options={open.map(({ stage }) => ({ value: stage, label: stageNames[stage] }))}
      />
      <DayField name="from" label="开始日" required />
      <DayField name="until" label="截止日" hint="自评、评审、申诉要写截止日，申诉至少五个工作日" />
    </FormModal>
  );
}
