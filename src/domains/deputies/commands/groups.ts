import "server-only";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { daysHanging } from "@/domains/records/data/hanging";
import { dayOf, utcOf } from "@/lib/dates";
import { allow } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { dayOrNull, keyOf, newLine, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { loadGroup, loadMember, lockGroup, membershipsOfGroup } from "../data/groups";
import { loadDeputy } from "../data/record";
import { groupRoleLabels } from "../labels";
import { deputyGroup } from "../record";
import {
  type GroupRole,
  groupFormedBefore,
  groupMayBeVoided,
  holdsOn,
  memberMayJoin,
  memberMayLeave,
  roleMayChange,
} from "../rules/roster";
import type { AddMembersInput, ChangeMemberRoleInput, EndMemberInput, RemoveMemberInput } from "../schema";

/** What a group asks beyond its facts. */
export const groupCommands: CommandSlots<typeof deputyGroup> = {
  complete: (_, all) => all.map((facts) => ({ ...facts, sortOrder: facts.sortOrder ?? 0 })),
  mayBe: async (scope, { occurredOn }, { before }) =>
    before === null
      ? allow
      : groupFormedBefore(occurredOn, await daysHanging(scope, "deputyGroup", before.id, ["groupActivity"])),
  mayVoid: async (scope, { id }) => {
    await lockGroup(scope, id);
    const members = await membershipsOfGroup(scope, id);
    return groupMayBeVoided(members.filter((member) => holdsOn(member, dayOf(scope.now))).length);
  },
};

const kit = recordCommands(deputyGroup, groupCommands);

/**
 * Whoever came in when the group was formed did so on its day, also once that day is put right: nobody enters a group's
 * members anew because its day was wrong. Who left before the new day keeps the old one.
 */
export async function editGroup(scope: TownshipScope, input: Parameters<typeof kit.edit>[1]) {
  const { id, occurredOn } = input;
  const formedOn = dayOrNull((await loadGroup(scope, id)).occurredOn) ?? "";
  const edited = await kit.edit(scope, input);
  if (occurredOn === formedOn) return edited;
  const whole = { ...tenantOf(scope), groupId: id, startsOn: utcOf(formedOn) };
  const stayed = { OR: [{ endsOn: null }, { endsOn: { gte: utcOf(occurredOn) } }] };
  const { count } = await scope.tx.groupMember.updateMany({
    where: { ...whole, ...stayed },
    data: { startsOn: utcOf(occurredOn) },
  });
  if (count === 0) return edited;
  await scope.audit({
    action: "deputies.moveMembers",
    recordType: "deputyGroup",
    recordId: id,
    summary: `编组时入组的 ${count} 人，入组日期一并改为 ${occurredOn}`,
    occurredOn,
    detail: difference({ startsOn: formedOn }, { startsOn: occurredOn }),
  });
  return edited;
}

/** Deputies of any level join a group from a day on [R4]. */
export async function addMembers(scope: TownshipScope, input: AddMembersInput) {
  const group = await lockGroup(scope, input.groupId);
  const { role, startsOn } = input;
  const members = [...(await membershipsOfGroup(scope, group.id))];
  const names: string[] = [];
  for (const deputyId of input.deputyIds) {
    const deputy = await loadDeputy(scope, deputyId);
    const fact = { deputyId, role, startsOn, endsOn: null };
    obey(memberMayJoin(members, fact));
    const line = newLine(scope);
    members.push({ ...fact, id: line.id });
    names.push(deputy.name);
    await scope.tx.groupMember.create({
      data: { ...line, groupId: group.id, deputyId, role, startsOn: utcOf(startsOn) },
    });
  }
  await scope.audit({
    action: "deputies.addMembers",
    recordType: "deputyGroup",
    recordId: group.id,
    summary: `${names.join("、")} 加入「${group.name}」，任${groupRoleLabels[role]}`,
    occurredOn: startsOn,
    detail: { after: { deputyIds: input.deputyIds, role, startsOn } },
  });
  return { added: names.length };
}

/** A new role begins a new dated line the day it is taken up; on the very first day it corrects the line. */
export async function changeMemberRole(scope: TownshipScope, input: ChangeMemberRoleInput) {
  const member = await loadMember(scope, input.id);
  await lockGroup(scope, member.groupId);
  const startsOn = dayOrNull(member.startsOn) ?? "";
  obey(roleMayChange({ startsOn, endsOn: dayOrNull(member.endsOn) }, input.on));
  const others = (await membershipsOfGroup(scope, member.groupId)).filter((other) => other.id !== input.id);
  obey(
    memberMayJoin(others, { deputyId: member.deputyId, role: input.role, startsOn: input.on, endsOn: null }),
  );
  if (input.on === startsOn) {
    await scope.tx.groupMember.update({ where: keyOf(scope, input.id), data: { role: input.role } });
  } else {
    const eve = new Date(utcOf(input.on).getTime() - 86_400_000);
    await scope.tx.groupMember.update({ where: keyOf(scope, input.id), data: { endsOn: eve } });
    await scope.tx.groupMember.create({
      data: {
        ...newLine(scope),
        groupId: member.groupId,
        deputyId: member.deputyId,
        role: input.role,
        startsOn: utcOf(input.on),
      },
    });
  }
  await scope.audit({
    action: "deputies.changeMemberRole",
    recordType: "deputyGroup",
    recordId: member.groupId,
    summary: `${member.deputy.name} 在「${member.group.name}」改任${groupRoleLabels[input.role]}`,
    occurredOn: input.on,
    detail: { before: { role: member.role as GroupRole }, after: { role: input.role } },
  });
  return { groupId: member.groupId };
}

export async function endMember(scope: TownshipScope, input: EndMemberInput) {
  const member = await loadMember(scope, input.id);
  const startsOn = dayOrNull(member.startsOn) ?? "";
  obey(memberMayLeave({ startsOn, endsOn: dayOrNull(member.endsOn) }, input.endsOn));
  await scope.tx.groupMember.update({
    where: keyOf(scope, input.id),
    data: { endsOn: utcOf(input.endsOn) },
  });
  await scope.audit({
    action: "deputies.endMember",
    recordType: "deputyGroup",
    recordId: member.groupId,
    summary: `${member.deputy.name} 离开「${member.group.name}」`,
    occurredOn: input.endsOn,
  });
  return { groupId: member.groupId };
}

/** Takes out somebody entered by mistake; the audit keeps what was. */
export async function removeMember(scope: TownshipScope, input: RemoveMemberInput) {
  const member = await loadMember(scope, input.id);
  await scope.tx.groupMember.delete({ where: keyOf(scope, input.id) });
  await scope.audit({
    action: "deputies.removeMember",
    recordType: "deputyGroup",
    recordId: member.groupId,
    summary: `修改「${member.group.name}」成员：移除误录的 ${member.deputy.name}（${input.reason}）`,
    detail: {
      before: {
        deputyId: member.deputyId,
        role: member.role,
        startsOn: dayOrNull(member.startsOn),
        endsOn: dayOrNull(member.endsOn),
      },
    },
  });
  return { groupId: member.groupId };
}
