"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormModal } from "@/ui/form/form-modal";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import type { TownshipRow } from "../data";
import { classLabels, type TownshipKind, townshipKindLabels } from "../labels";

type Props = { township: TownshipRow | null; county: string; onClose: () => void };
type Values = {
  code: string;
  name: string;
  shortName: string;
  kind: TownshipKind;
  class?: string;
  population?: number | null;
  areaKm2?: number | null;
  outputWan?: number | null;
  sourceNote?: string | null;
};

const kinds = choicesOf(townshipKindLabels);
const classes = choicesOf(classLabels);

function factsOf(values: Values) {
  const { name, shortName, kind, population, areaKm2, outputWan, sourceNote } = values;
  return {
    name,
    shortName,
    kind,
    class: values.class === undefined ? null : Number(values.class),
    population: population ?? null,
    areaKm2: areaKm2 ?? null,
    outputWan: outputWan ?? null,
    sourceNote: sourceNote ?? null,
  };
}

export function TownshipForm({ township, county, onClose }: Props) {
  const trpc = useTRPC();
  const add = useCommand(trpc.tenancy.addTownship.mutationOptions());
  const edit = useCommand(trpc.tenancy.editTownship.mutationOptions());

  async function submit(values: Values) {
    if (township === null) await add.run({ code: values.code, ...factsOf(values) });
    else await edit.run({ id: township.id, version: township.version, ...factsOf(values) });
  }

  const { class: classNow, ...facts } = township ?? { class: null };
  return (
    <FormModal<Values>
      title={township === null ? "登记乡镇" : `修改「${township.name}」`}
      open
      onClose={onClose}
      onSubmit={submit}
      initialValues={
        township === null
          ? { code: county, kind: "town" }
          : { ...facts, ...(classNow === null ? {} : { class: String(classNow) }) }
      }
    >
      <TextField
        name="code"
        label="代码"
        required
        max={9}
        disabled={township !== null}
        {...(township === null ? { hint: "9 位：县 6 位加乡镇 3 位，按国家统计局公布的代码" } : {})}
      />
      <TextField name="name" label="名称" required max={40} />
      <TextField name="shortName" label="简称" required max={10} hint="表头用，如：高亭" />
      <ChoiceField name="kind" label="建制" required options={kinds} />
      <ChoiceField
        name="class"
        label="类别"
        options={classes}
        hint="不选的，保存时按分类标准归类；改了人口、面积、产值的，随之重新归类"
      />
      <NumberField name="population" label="人口" unit="人" min={0} />
      <NumberField name="areaKm2" label="面积" unit="平方公里" min={0} digits={2} />
      <NumberField name="outputWan" label="产值" unit="万元" min={0} digits={2} />
      <TextField name="sourceNote" label="数据来源" max={200} />
    </FormModal>
  );
}
