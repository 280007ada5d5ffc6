"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { type Ranking, rankingNames } from "../rules/meeting";
import { awardsOf } from "../rules/panel-lines";
import type { Result } from "./shown";

type Values = { ranking: Ranking; awards?: string | null };
type Props = { year: number; result: Result; onClose: () => void };

export function PublishForm({ year, result, onClose }: Props) {
  const publish = useCommand(useTRPC().cycles.publishResult.mutationOptions());
  return (
    <FormModal<Values>
      title={`公布 ${year} 年考核结果`}
      submitLabel="公布"
      open
      onClose={onClose}
      intro="每个乡镇都看到自己的全部得分和理由；别的乡镇看到多少由县人大定。公布后不能再改。"
      onSubmit={async ({ ranking, awards }) => {
        const read = awardsOf(awards ?? "", result.townships);
        if ("fault" in read) throw new Error(read.fault);
        await publish.run({ year, version: result.version ?? 0, ranking, awards: read.value });
      }}
    >
      <ChoiceField name="ranking" label="公布范围" required options={choicesOf(rankingNames)} />
      <TextField
        name="awards"
        label="表彰"
        rows={3}
        max={2000}
        hint={`一行一个：乡镇 表彰名称，如“${result.townships[0]?.name ?? ""} 先进单位”；没有表彰的不填`}
      />
    </FormModal>
  );
}
