"use client";

import { groupOfMetric, metricGroups } from "@/domains/figures/rules/metric-groups";
import { type MetricCode, metrics } from "@/domains/figures/rules/metrics";
import { classLabel } from "@/domains/tenancy/labels";
import { ChoiceField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { RecordSelect, TownshipSelect } from "@/ui/form/person-select";
import type { Choices } from "../data/saved";
import { type Choice, mostMetrics, mostYears } from "../rules/choice";

type Values = { metrics: MetricCode[]; years: string[]; class?: string; townships?: string[] };
type Props = { choices: Choices; choice: Choice; onChosen: (choice: Choice) => void; onClose: () => void };

const groupName = new Map(metricGroups.map(({ code, name }) => [code, name]));
const metricOptions = metrics.map(({ code, name }) => ({
  ...{ id: code, name: `${code} ${name}`, hint: groupName.get(groupOfMetric[code]) },
}));

/** What to put beside each other; the address then says it, so that it can be sent to somebody. */
export function ChooseForm({ choices, choice, onChosen, onClose }: Props) {
  const years = [...new Set([...choices.years, ...choice.years])].sort((one, other) => other - one);
  const start: Values = {
    ...{ metrics: choice.metrics, years: choice.years.map(String), townships: choice.townships },
    ...(choice.class === null ? {} : { class: String(choice.class) }),
  };
  const setUp = { what: "记录", href: "../townships" };
  return (
    <FormModal<Values>
      title="选择比较的内容"
      submitLabel="比较"
      open
      onClose={onClose}
      initialValues={start}
      onSubmit={(values) => {
        onChosen({
          ...{ metrics: values.metrics, years: values.years.map(Number), townships: values.townships ?? [] },
          class: values.class === undefined ? null : (Number(values.class) as 1 | 2 | 3),
        });
        return Promise.resolve();
      }}
    >
      <RecordSelect
        name="metrics"
        label="指标"
        required
        multiple
        options={metricOptions}
        setUp={setUp}
        hint={`最多 ${mostMetrics} 个；M 开头的是横向比较以外的口径`}
      />
      <RecordSelect
        name="years"
        label="年份"
        required
        multiple
        options={years.map((year) => ({ id: String(year), name: `${year}年` }))}
        setUp={setUp}
        hint={`最多 ${mostYears} 个`}
      />
      <ChoiceField
        name="class"
        label="类别"
        options={([1, 2, 3] as const).map((one) => ({ value: String(one), label: classLabel(one) }))}
        hint="不选就是各类都要，差距仍按类别分开算"
      />
      <TownshipSelect
        name="townships"
        label="乡镇"
        multiple
        options={choices.townships.map(({ code, name, mergedOn }) => ({
          ...{ id: code, name },
          ...(mergedOn === null ? {} : { gone: "已合并" }),
        }))}
        hint="不选就是全部乡镇"
      />
    </FormModal>
  );
}
