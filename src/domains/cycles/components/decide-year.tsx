"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { mostPercent } from "../rules/meeting";
import { panelOf } from "../rules/panel-lines";
import type { Result } from "./shown";

type Values = { meetingOn: string; meetingNumber: string; percent?: number | null; panel?: string | null };
type Props = { year: number; result: Result; onClose: () => void };

export function DecideYear({ year, result, onClose }: Props) {
  const decide = useCommand(useTRPC().cycles.decideYear.mutationOptions());
  const names = result.townships.map(({ name }) => name).join("、");
  return (
    <FormModal<Values>
      title={`登记主任会议对 ${year} 年考核的决定`}
      submitLabel="登记决定"
      open
      width={640}
      onClose={onClose}
      draftKey={`decide-year:${year}`}
      intro="登记后得分、位次、等次和全部评审决定就此固定，任何人不能再改。"
      initialValues={{ meetingOn: result.today, percent: 0 }}
      onSubmit={async ({ meetingOn, meetingNumber, percent, panel }) => {
        const read = panelOf(panel ?? "", result.townships);
        if ("fault" in read) throw new Error(read.fault);
        await decide.run({
          ...{ year, version: result.version ?? 0, meetingOn, meetingNumber },
          ...{ percent: percent ?? 0, panel: read.value.map((one) => ({ ...one, points: [...one.points] })) },
        });
      }}
    >
      <DayField name="meetingOn" label="会议日期" required />
      <TextField
        name="meetingNumber"
        label="会议"
        required
        max={60}
        placeholder="如 第十九届第25次主任会议"
      />
      <NumberField
        name="percent"
        label="评议团占比"
        max={mostPercent}
        unit="%"
        hint={`没有评议团或者只听取意见、不计分的填 0，最多 ${mostPercent}%`}
      />
      <TextField
        name="panel"
        label="评议团评分（百分制）"
        rows={4}
        max={6000}
        hint={`一行一名成员：姓名、身份、各乡镇的评分，可以从 Excel 粘贴。评分顺序：${names}`}
      />
    </FormModal>
  );
}
