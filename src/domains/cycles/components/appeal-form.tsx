"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import type { PagedType } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { OwnCycle } from "./shown";

type Props = { township: string; year: number; own: OwnCycle; onClose: () => void };
type Values = { indicator: string; recordId?: string | null; grounds: string };

/** The records behind the indicator that is chosen above: an appeal may be against a single one. */
function RecordChoice({ township, year }: { township: string; year: number }) {
  const indicator = Form.useWatch<string | undefined>("indicator") ?? "";
  const { data = [] } = useQuery(
    useTRPC().cycles.records.queryOptions({ township, year, indicator }, { enabled: indicator !== "" }),
  );
  if (data.length === 0) return null;
  return (
    <ChoiceField
      name="recordId"
      label="针对的记录"
      options={data.map(({ type, id, title }) => ({ value: `${type}/${id}`, label: title }))}
      hint="对整项指标申诉的不选"
    />
  );
}

export function AppealForm({ township, year, own, onClose }: Props) {
  const file = useCommand(useTRPC().cycles.fileAppeal.mutationOptions());
  return (
    <FormModal<Values>
      title="提出申诉"
      submitLabel="提出申诉"
      open
      onClose={onClose}
      draftKey={`appeal-own:${township}:${year}`}
      intro="写明不同意什么、依据是什么。由没有参加评审的人在申诉截止后五个工作日内决定，决定书可以下载。"
      onSubmit={({ indicator, recordId, grounds }) => {
        const [type = null, id = null] = recordId?.split("/") ?? [];
        return file.run({
          township,
          year,
          indicator,
          grounds,
          recordType: type as PagedType | null,
          recordId: id,
        });
      }}
    >
      <ChoiceField
        name="indicator"
        label="指标"
        required
        options={own.indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      />
      <RecordChoice township={township} year={year} />
      <TextField name="grounds" label="申诉理由" required rows={5} max={1000} />
    </FormModal>
  );
}
