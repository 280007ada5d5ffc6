"use client";

import { useRouter } from "next/navigation";
import type { Day } from "@/lib/dates";
import type { MetricCode } from "@/lib/metric-codes";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import type { MetricNames } from "./names";

type Values = {
  steps: string;
  owner: string;
  beginsOn: Day;
  untilOn?: Day | null;
  metric?: MetricCode | null;
};

const saidOf = ({ untilOn = null, metric = null, ...said }: Values) => ({ ...said, untilOn, metric });

function PlanFields({ metrics, names }: { metrics: readonly string[]; names: MetricNames }) {
  return (
    <>
      <TextField
        name="steps"
        label="本乡镇的步骤"
        required
        rows={6}
        max={4000}
        hint="一步写一行，按本乡镇的情况改"
      />
      <TextField name="owner" label="责任人" required max={60} hint="岗位或姓名，如 人大副主席" />
      <DayField name="beginsOn" label="开始日期" required />
      <DayField name="untilOn" label="计划结束日期" hint="到期提醒确认效果；不填的一年后提醒" />
      {metrics.length > 1 ? (
        <ChoiceField
          name="metric"
          label="看哪项指标"
          options={metrics.map((code) => ({ value: code, label: names[code] ?? code }))}
          hint="不选就全部对照"
        />
      ) : null}
    </>
  );
}

type Adopted = { id: string; title: string; steps: string; metrics: readonly string[] };
type Props = { township: string; edition: Adopted; names: MetricNames; onClose: () => void };

/** Another township's practice, taken over with steps of one's own. */
export function AdoptionForm({ township, edition, names, onClose }: Props) {
  const adopt = useCommand(useTRPC().practices.adopt.mutationOptions());
  const router = useRouter();
  return (
    <FormDrawer<Values>
      title={`采用「${edition.title}」`}
      submitLabel="采用"
      open
      onClose={onClose}
      draftKey={`adoption:${edition.id}`}
      intro="步骤和责任人只有本乡镇和县人大看得到；经验所在乡镇会知道本乡镇采用了。"
      initialValues={{ steps: edition.steps }}
      onSubmit={async (values) => {
        const { id } = await adopt.run({ township, id: edition.id, ...saidOf(values) });
        router.push(`/t/${township}/practices/adoptions/${id}`);
      }}
    >
      <PlanFields metrics={edition.metrics} names={names} />
    </FormDrawer>
  );
}

type Plan = { id: string; version: number; title: string; steps: string; owner: string } & {
  beginsOn: Day;
  untilOn: Day | null;
  metric: string | null;
  metrics: readonly string[];
};

export function PlanForm({ township, plan, names, onClose }: Omit<Props, "edition"> & { plan: Plan }) {
  const change = useCommand(useTRPC().practices.changePlan.mutationOptions());
  const { id, version, steps, owner, beginsOn, untilOn } = plan;
  return (
    <FormDrawer<Values>
      title={`修改采用「${plan.title}」的计划`}
      open
      onClose={onClose}
      draftKey={`adoption:${id}:${version}`}
      initialValues={{ steps, owner, beginsOn, untilOn, metric: plan.metric as MetricCode | null }}
      onSubmit={(values) => change.run({ township, id, version, ...saidOf(values) })}
    >
      <PlanFields metrics={plan.metrics} names={names} />
    </FormDrawer>
  );
}
