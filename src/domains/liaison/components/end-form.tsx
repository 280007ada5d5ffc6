"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { FormModal } from "@/ui/form/form-modal";
import type { Contacts } from "../data/contacts";

export type Ending = Contacts["townships"][number]["contacts"][number] & { township: string };

type Props = { contact: Ending; today: string; onClose: () => void };

export function EndForm({ contact, today, onClose }: Props) {
  const end = useCommand(useTRPC().liaison.end.mutationOptions());
  const { id, version, name, township } = contact;
  return (
    <FormModal<{ until: string }>
      title={`${name}不再联系${township}`}
      submitLabel="停止"
      open
      onClose={onClose}
      intro="停止日期当天仍是联系人，次日起不再是。过去的联系人一直留有记录。"
      initialValues={{ until: today }}
      onSubmit={({ until }) => end.run({ id, version, until })}
    >
      <DayField name="until" label="停止日期" required />
    </FormModal>
  );
}
