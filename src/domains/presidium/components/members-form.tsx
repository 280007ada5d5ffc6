"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect } from "@/ui/form/person-select";
import { presidiumPostLabels, type PresidiumPost } from "../labels";

type Values = { deputyIds: string[]; post: PresidiumPost; startsOn: string };

const posts = choicesOf(presidiumPostLabels);

/** A whole presidium at once: the same post and day for everybody chosen. */
export function MembersForm({ township, onClose }: { township: string; onClose: () => void }) {
  const trpc = useTRPC();
  const deputies = useQuery(trpc.deputies.options.queryOptions({ township }));
  const create = useCommand(trpc.presidiumMembers.createMembers.mutationOptions());
  return (
    <FormModal<Values>
      title="一次登记多名主席团成员"
      open
      onClose={onClose}
      onSubmit={(values) => create.run({ township, ...values })}
      initialValues={{ post: "member" }}
      intro="从代表名册里选出同一天当选、职务相同的人；主席、副主席和秘书请分别登记。"
    >
      <PersonSelect
        name="deputyIds"
        label="代表"
        options={deputies.data ?? []}
        loading={deputies.isPending}
        multiple
        required
      />
      <ChoiceField name="post" label="职务" required options={posts} />
      <DayField name="startsOn" label="任职日期" required />
    </FormModal>
  );
}
