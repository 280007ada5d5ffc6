"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect } from "@/ui/form/person-select";
import { groupRoleLabels } from "../labels";
import { type GroupRole, groupRoles } from "../rules";

type Shared = { township: string; onClose: () => void };
export type GroupFacts = {
  id: string;
  version: number;
  name: string;
  area: string | null;
  sortOrder: number;
};
type GroupValues = { name: string; area?: string | null; sortOrder?: number; occurredOn: Day };

function GroupFields() {
  return (
    <div className="form-pair">
      <TextField name="name" label="小组名称" required max={40} placeholder="第一代表小组" />
      <NumberField name="sortOrder" label="排列次序" max={999} />
      <TextField name="area" label="活动范围" max={100} placeholder="所含村（社区）" />
    </div>
  );
}

export function NewGroup({ township, today, onClose }: Shared & { today: Day }) {
  const { run } = useCommand(useTRPC().deputies.createGroup.mutationOptions());
  return (
    <FormModal<GroupValues>
      title="建立代表小组"
      open
      onClose={onClose}
      intro="各级代表可以混合编组，三名以上代表组成一组（地方组织法第43条）。"
      initialValues={{ occurredOn: today, sortOrder: 1 }}
      onSubmit={(values) => run({ township, ...values, area: values.area ?? null })}
    >
      <GroupFields />
      <DayField name="occurredOn" label="编组日期" required />
    </FormModal>
  );
}

export function EditGroup({ township, group, onClose }: Shared & { group: GroupFacts }) {
  const { run } = useCommand(useTRPC().deputies.editGroup.mutationOptions());
  const { id, version, name, area, sortOrder } = group;
  return (
    <FormModal<Omit<GroupValues, "occurredOn">>
      title={`修改「${name}」`}
      open
      onClose={onClose}
      initialValues={{ name, area, sortOrder }}
      onSubmit={(values) => run({ township, id, version, ...values, area: values.area ?? null })}
    >
      <GroupFields />
    </FormModal>
  );
}

const roleChoices = choicesOf(groupRoleLabels, groupRoles);
type Joining = { deputyIds: string[]; role: GroupRole; startsOn: Day };

export function AddMembers({ township, group, today, onClose }: Shared & { group: GroupFacts; today: Day }) {
  const trpc = useTRPC();
  const { data, isLoading } = useQuery(trpc.deputies.options.queryOptions({ township }));
  const { run } = useCommand(trpc.deputies.addMembers.mutationOptions());
  return (
    <FormModal<Joining>
      title={`「${group.name}」增加成员`}
      open
      onClose={onClose}
      initialValues={{ role: "member", startsOn: today }}
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
