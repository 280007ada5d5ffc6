"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { unitKindLabels } from "../labels";
import type { UnitKind } from "../rules/states";

type Values = { name: string; shortName?: string; kind: UnitKind; phone?: string };
type Unit = {
  id: string;
  version: number;
  name: string;
  shortName: string | null;
  kind: UnitKind;
  phone: string | null;
};

/** A new unit, or with `unit` the one being corrected. */
export function UnitForm({
  township,
  unit,
  onClose,
}: {
  township: string;
  unit?: Unit;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const create = useCommand(trpc.units.create.mutationOptions());
  const edit = useCommand(trpc.units.edit.mutationOptions());
  const submit = (values: Values): Promise<unknown> =>
    unit === undefined
      ? create.run({ township, ...values })
      : edit.run({ township, id: unit.id, version: unit.version, ...values });
  const initial =
    unit === undefined
      ? { kind: "government" as const }
      : { name: unit.name, shortName: unit.shortName ?? "", kind: unit.kind, phone: unit.phone ?? "" };
  return (
    <FormModal<Values>
      title={unit === undefined ? "登记承办单位" : `修改「${unit.name}」`}
      open
      onClose={onClose}
      initialValues={initial}
      onSubmit={submit}
    >
      <TextField name="name" label="单位名称" required max={60} />
      <TextField name="shortName" label="简称" max={20} />
      <ChoiceField name="kind" label="类别" required options={choicesOf(unitKindLabels)} />
      <TextField name="phone" label="联系电话" max={20} />
    </FormModal>
  );
}
