"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { VoidModal } from "@/ui/form/void-modal";
import type { GroupFacts, MemberFacts } from "./group-forms";

type Shared = { township: string; onClose: () => void };

export function VoidGroup({ township, group, onClose }: Shared & { group: GroupFacts }) {
  const { run } = useCommand(useTRPC().deputies.voidGroup.mutationOptions());
  return (
    <VoidModal
      object={`代表小组「${group.name}」`}
      open
      onClose={onClose}
      onVoid={(reason) => run({ township, id: group.id, version: group.version, reason })}
    />
  );
}

export function RemoveMember({ township, member, onClose }: Shared & { member: MemberFacts }) {
  const { run } = useCommand(useTRPC().deputies.removeMember.mutationOptions());
  return (
    <VoidModal
      object={` ${member.name} 的入组记录`}
      verb="移除"
      consequence="只用于误录。正常离组请用「离组」，入组的日期会保留。"
      open
      onClose={onClose}
      onVoid={(reason) => run({ township, id: member.id, reason })}
    />
  );
}
