"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useRefresh } from "@/trpc/use-refresh";
import { NumberField, TickField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { Notifications } from "../data";

type Props = { quiet: Notifications["quiet"]; onClose: () => void };

export function QuietForm({ quiet, onClose }: Props) {
  const refresh = useRefresh();
  const set = useMutation(
    useTRPC().notifications.setQuiet.mutationOptions({ onSuccess: () => refresh("notifications") }),
  );
  return (
    <FormModal<Notifications["quiet"]>
      title="免打扰时间"
      submitLabel="保存"
      open
      onClose={onClose}
      intro="只管您自己的账号。免打扰时间里不出新的提醒，过后一起出；开始和结束填成一样，就是不设时段。"
      initialValues={quiet}
      onSubmit={(values) => set.mutateAsync(values)}
    >
      <NumberField name="quietFrom" label="从几点开始" required min={0} max={23} unit="点" />
      <NumberField name="quietUntil" label="到几点结束" required min={0} max={23} unit="点" />
      <TickField name="quietDaysOff" label="休息日全天免打扰" />
    </FormModal>
  );
}
