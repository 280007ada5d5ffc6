"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { RecordSelect } from "@/ui/form/person-select";
import type { AppealRow } from "./shown";

type Values = {
  upheld: "yes" | "no";
  points?: number | null;
  found: string;
  reason: string;
  with?: string[];
};

export function DecideAppeal({ appeal, onClose }: { appeal: AppealRow; onClose: () => void }) {
  const decide = useCommand(useTRPC().cycles.decideAppeal.mutationOptions());
  const { id, version, name, township, points: before, reviewers, most, judges } = appeal;
  return (
    <FormModal<Values>
      title={`${township.name}对 ${name} 的申诉`}
      submitLabel="作出决定"
      open
      onClose={onClose}
      draftKey={`appeal:${id}`}
      intro={`现在得 ${before === null ? "未计分" : `${before.toFixed(2)} 分`}。评审过这个乡镇的${reviewers.join("、")}不能参加决定；决定后不能再改，乡镇能看到。`}
      onSubmit={({ upheld, points = null, found, reason, with: others }) =>
        decide.run({
          ...{ id, version, upheld: upheld === "yes", found, reason },
          points: upheld === "yes" ? points : null,
          together: others ?? [],
        })
      }
    >
      <ChoiceField
        name="upheld"
        label="决定"
        required
        options={[
          { value: "yes", label: "申诉成立，改正得分" },
          { value: "no", label: "申诉不成立" },
        ]}
      />
      <NumberField name="points" label="改正后的得分" max={most} unit="分" digits={2} hint="申诉成立时填写" />
      {judges.length === 0 ? null : (
        <RecordSelect
          name="with"
          label="一同审查的人"
          options={judges}
          multiple
          setUp={{ what: "县人大的账号", href: "" }}
          hint="除您以外没有评审过、也不联系这个乡镇的人，可以选几个，可以不填"
        />
      )}
      <TextField name="found" label="审查情况" required rows={3} max={1000} hint="看了什么材料、问了谁" />
      <TextField
        name="reason"
        label="理由"
        required
        rows={3}
        max={1000}
        hint="写进决定书，成立的随结果公布，请不要写个人姓名"
      />
    </FormModal>
  );
}
