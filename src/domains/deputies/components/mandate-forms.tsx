"use client";

import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { VoidModal } from "@/ui/form/void-modal";
import type { MandateRecord } from "../data/record";
import { endReasonLabels, levelLabels } from "../labels";
import { type EndReason, endReasons, type Level } from "../rules/roster";
import { MandateFields } from "./mandate-fields";

type Shared = { township: string; name: string; onClose: () => void };
type NewMandate = { level: Level; termName: string; constituency?: string; startsOn: Day };

export function AddMandate({ township, name, deputyId, onClose }: Shared & { deputyId: string }) {
  const { run } = useCommand(useTRPC().deputies.addMandate.mutationOptions());
  return (
    <FormModal<NewMandate>
      title={`增加 ${name} 的任职`}
      open
      onClose={onClose}
      intro="兼任另一级代表，或进入新的一届，都在这里增加。同一级的上一任职须先登记终止。"
      onSubmit={(values) => run({ township, deputyId, ...values })}
    >
      <MandateFields />
    </FormModal>
  );
}

type Ending = { endsOn: Day; endReason: EndReason; note?: string };
const reasonChoices = choicesOf(endReasonLabels, endReasons);

export function EndMandate(props: Shared & { mandate: MandateRecord; today: Day }) {
  const { township, name, mandate, today, onClose } = props;
  const { run } = useCommand(useTRPC().deputies.endMandate.mutationOptions());
  return (
    <FormModal<Ending>
      title={`登记 ${name} 的${levelLabels[mandate.level]}人大代表职务终止`}
      open
      onClose={onClose}
      submitLabel="登记终止"
      intro="终止当天仍算在任，次日起不再计入应到人数。没有其他任职的，同时离开所在小组；空出的名额会提示补选。"
      initialValues={{ endsOn: today }}
      onSubmit={(values) => run({ township, id: mandate.id, version: mandate.version, ...values })}
    >
      <ChoiceField
        name="endReason"
        label="原因"
        required
        options={reasonChoices}
        hint="未经批准两次不出席本级人代会会议的，代表资格终止（代表法第62条）"
      />
      <DayField name="endsOn" label="终止日期" required min={mandate.startsOn} />
      <TextField name="note" label="说明" max={200} rows={2} />
    </FormModal>
  );
}

export function VoidMandate({ township, name, mandate, onClose }: Shared & { mandate: MandateRecord }) {
  const { run } = useCommand(useTRPC().deputies.voidMandate.mutationOptions());
  return (
    <VoidModal
      object={` ${name} 的${mandate.termName}${levelLabels[mandate.level]}级任职`}
      open
      onClose={onClose}
      onVoid={(reason) => run({ township, id: mandate.id, version: mandate.version, reason })}
    />
  );
}
