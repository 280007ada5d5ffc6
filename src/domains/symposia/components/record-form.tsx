"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import type { GatheringView } from "../data/county";

type Values = { roll?: string; minutes: string };
type Props = { data: GatheringView; onClose: () => void };

/** Who said they would come stands there already. */
const expected = ({ invitations }: GatheringView): string =>
  invitations
    .filter(({ answer }) => answer !== "cannot")
    .map(({ name, answerName }) => `${name}${answerName === null ? "" : ` ${answerName}`}`)
    .join("\n");

/** After it was held: who came and what was said. */
export function RecordForm({ data, onClose }: Props) {
  const record = useCommand(useTRPC().symposia.record.mutationOptions());
  const { id, version, title } = data.gathering;
  return (
    <FormDrawer<Values>
      title={`登记「${title}」的到会情况和纪要`}
      submitLabel="登记"
      open
      onClose={onClose}
      draftKey={`gathering-record:${id}`}
      intro="登记以后不能再改，受邀的乡镇看到纪要。"
      initialValues={{ roll: expected(data) }}
      onSubmit={({ roll = "", minutes }) => record.run({ id, version, roll, minutes }).then(() => undefined)}
    >
      <TextField
        name="roll"
        label="到会的乡镇和人员"
        rows={8}
        max={10_000}
        hint="每行一个乡镇，后面写姓名；没有到会的，删去那一行"
      />
      <TextField name="minutes" label="纪要" required rows={10} max={10_000} />
    </FormDrawer>
  );
}
