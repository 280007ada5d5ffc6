"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormModal } from "@/ui/form/form-modal";
import { NumberField } from "@/ui/form/fields";
import type { ClassRule, ClassThresholds } from "../rules/township-class";

const levels = [
  ["first", "一类"],
  ["second", "二类"],
] as const;

function thresholdsOf(values: Partial<ClassThresholds>): ClassThresholds {
  return {
    population: values.population ?? null,
    outputWan: values.outputWan ?? null,
    areaKm2: values.areaKm2 ?? null,
  };
}

export function ClassRuleForm({ rule, onClose }: { rule: ClassRule; onClose: () => void }) {
  const save = useCommand(useTRPC().tenancy.setClassRule.mutationOptions());
  return (
    <FormModal<ClassRule>
      title="调整乡镇分类标准"
      open
      onClose={onClose}
      intro="自保存之日起，有数据的乡镇按新标准归类；比较与排名，包括往年的，都按新类别分组。空着的项不参与分类。"
      initialValues={rule}
      onSubmit={(values) =>
        save.run({
          first: thresholdsOf(values.first),
          second: thresholdsOf(values.second),
          needed: values.needed,
        })
      }
    >
      {levels.map(([key, label]) => (
        <div key={key} role="group" aria-label={label} className="form-line">
          <strong className="form-line-wide">{label}：不少于</strong>
          <NumberField name={[key, "population"]} label="人口" unit="人" min={0} />
          <NumberField name={[key, "outputWan"]} label="产值" unit="万元" min={0} />
          <NumberField name={[key, "areaKm2"]} label="面积" unit="平方公里" min={0} />
        </div>
      ))}
      <NumberField name="needed" label="至少达到几项" required min={1} max={3} />
    </FormModal>
  );
}
