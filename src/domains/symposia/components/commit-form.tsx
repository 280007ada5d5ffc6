"use client";

import { metricCodes, metricOf } from "@/domains/figures/rules/metrics";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { TownshipSelect } from "@/ui/form/person-select";
import type { GatheringView } from "../data/county";

type Values = {
  townshipId: string;
  said: string;
  ownerName: string;
  dueOn: string;
  metric?: MetricCode | null;
};

const metricChoices = metricCodes.map((value) => ({ value, label: `${value} ${metricOf(value).name}` }));

/** What a township promised at the symposium; the figure it is about is kept as it stands. */
export function CommitForm({ data, onClose }: { data: GatheringView; onClose: () => void }) {
  const commit = useCommand(useTRPC().symposia.commit.mutationOptions());
  const came = data.invitations.filter((one) => one.came === true);
  return (
    <FormModal<Values>
      title="登记承诺"
      submitLabel="登记"
      open
      onClose={onClose}
      intro="选了指标的，系统把这个乡镇现在的数字一起记下，下次座谈会对照。"
      onSubmit={(values) => commit.run({ ...values, gatheringId: data.gathering.id }).then(() => undefined)}
    >
      <TownshipSelect
        name="townshipId"
        label="乡镇"
        required
        options={came.map(({ townshipId, name }) => ({ id: townshipId, name }))}
      />
      <TextField name="said" label="承诺" required rows={3} max={500} />
      <TextField name="ownerName" label="责任人" required max={40} />
      <DayField name="dueOn" label="完成期限" required />
      <ChoiceField name="metric" label="对应的指标" options={metricChoices} />
    </FormModal>
  );
}
