"use client";

import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { TownshipSelect } from "@/ui/form/person-select";
import type { SetUp } from "./set-up";

type Values = { name: string; from: Day; until: Day; townships?: string[] };

export function MarkForm({ data, onClose }: { data: SetUp; onClose: () => void }) {
  const save = useCommand(useTRPC().jointTasks.saveMark.mutationOptions());
  return (
    <FormModal<Values>
      title="标注不宜检查的日子"
      submitLabel="标注"
      open
      onClose={onClose}
      onSubmit={({ townships = [], ...said }) => save.run({ ...said, townships }).then(() => undefined)}
    >
      <TextField name="name" label="名称" required max={40} hint="如 防汛期、农忙、台风季" />
      <DayField name="from" label="第一天" required />
      <DayField name="until" label="最后一天" required />
      <TownshipSelect name="townships" label="乡镇" multiple options={data.townships} hint="不选就是全县" />
    </FormModal>
  );
}
