"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { GatheringView } from "../data/county";
import { type Verdict, verdictLabels } from "../labels";

type Followed = GatheringView["followed"][number];
type Props = { promised: Followed; at: string; onClose: () => void };

/** At the next symposium: kept or not, in words. */
export function JudgeForm({ promised, at, onClose }: Props) {
  const judge = useCommand(useTRPC().symposia.judge.mutationOptions());
  const { id, version, name, said, figureThen, nowText } = promised;
  return (
    <FormModal<{ verdict: Verdict; why: string }>
      title={`跟进${name}的承诺`}
      submitLabel="登记结果"
      open
      onClose={onClose}
      intro={`承诺「${said}」。${figureThen === null ? "" : `当时：${figureThen}；现在：${nowText ?? "没有数字"}。`}`}
      onSubmit={(values) => judge.run({ id, version, followedUpId: at, ...values }).then(() => undefined)}
    >
      <ChoiceField name="verdict" label="结果" required options={choicesOf(verdictLabels)} />
      <TextField name="why" label="说明" required rows={3} max={500} />
    </FormModal>
  );
}
