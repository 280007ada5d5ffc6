"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect } from "@/ui/form/person-select";
import { VoidModal } from "@/ui/form/void-modal";
import { groupRoleLabels } from "../labels";
import { type GroupRole, groupRoles } from "../rules/roster";

type Shared = { township: string; onClose: () => void };
type Named = { id: string; name: string };

const roleChoices = choicesOf(groupRoleLabels, groupRoles);
type Joining = { deputyIds: string[]; role: GroupRole; startsOn: Day };

/** A group's first members came in when it was formed. */
type Joined = Named & { formedOn: Day; members: readonly unknown[] };

export function AddMembers({ township, group, today, onClose }: Shared & { group: Joined; today: Day }) {
  const trpc = useTRPC();
  const { data, isLoading } = useQuery(trpc.deputies.options.queryOptions({ township }));
  const { run } = useCommand(trpc.deputies.addMembers.mutationOptions());
  return (
    <FormModal<Joining>
      title={`「${group.name}」增加成员`}
      open
      onClose={onClose}
      initialValues={{ role: "member", startsOn: group.members.length === 0 ? group.formedOn : today }}
      onSubmit={(values) => run({ township, groupId: group.id, ...values })}
    >
      <PersonSelect
        name="deputyIds"
        label="代表"
        required
        multiple
        options={data ?? []}
        loading={isLoading}
      />
      <ChoiceField name="role" label="组内职务" required options={roleChoices} />
      <DayField name="startsOn" label="入组日期" required />
    </FormModal>
  );
}

export type MemberFacts = { id: string; name: string; role: GroupRole; startsOn: Day };
type Change = { role: GroupRole; on: Day };

export function ChangeRole({
  township,
  member,
  today,
  onClose,
}: Shared & { member: MemberFacts; today: Day }) {
  const { run } = useCommand(useTRPC().deputies.changeMemberRole.mutationOptions());
  return (
    <FormModal<Change>
      title={`变动 ${member.name} 的组内职务`}
      open
      onClose={onClose}
      intro="原职务到变动日期的前一天为止，两段都会保留。"
      initialValues={{ role: member.role, on: today }}
      onSubmit={(values) => run({ township, id: member.id, ...values })}
    >
      <ChoiceField name="role" label="组内职务" required options={roleChoices} />
      <DayField name="on" label="变动日期" required min={member.startsOn} />
    </FormModal>
  );
}

export function LeaveGroup({
  township,
  member,
  today,
  onClose,
}: Shared & { member: MemberFacts; today: Day }) {
  const { run } = useCommand(useTRPC().deputies.endMember.mutationOptions());
  return (
    <FormModal<{ endsOn: Day }>
      title={`登记 ${member.name} 离组`}
      open
      onClose={onClose}
      initialValues={{ endsOn: today }}
      onSubmit={({ endsOn }) => run({ township, id: member.id, endsOn })}
    >
      <DayField name="endsOn" label="离组日期" required min={member.startsOn} />
    </FormModal>
  );
}

export function RemoveMember({ township, member, onClose }: Shared & { member: MemberFacts }) {
  const { run } = useCommand(useTRPC().deputies.removeMember.mutationOptions());
  return (
    <VoidModal
      object={` ${member.name} 的入组记录`}
      verb="移除"
      consequence="只用于录错的。正常离组请用「离组」，入组的日期会保留。"
      open
      onClose={onClose}
      onVoid={(reason) => run({ township, id: member.id, reason })}
    />
  );
}
