import "server-only";
import { namedAsDeputy } from "@/domains/deputies/data/in-office";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import type { TownshipScope } from "@/server/db/scope";
import { marksOfMember, otherSpans } from "../data/members";
import { presidiumMember } from "../record";
import { mayEnterTogether, mayServe, mayVoidMember, termHoldsMarks } from "../rules";
import type { CreateMembersInput } from "../schema";

export const memberSlots: CommandSlots<typeof presidiumMember> = {
  complete: namedAsDeputy,
  mayBe: async (scope, facts, { before }) => {
    const others = await otherSpans(scope, facts, before?.id ?? null);
    const outside = before === null ? 0 : await marksOfMember(scope, before.id, facts);
    return firstDenial(mayServe(facts, others), termHoldsMarks(facts.name, outside));
  },
  mayVoid: async (scope, { id, facts }) => mayVoidMember(facts.name, await marksOfMember(scope, id, null)),
};

export const { create: createMember } = recordCommands(presidiumMember, memberSlots);

/** All or none: one who may not serve is named, and nobody is entered. */
export async function createMembers(scope: TownshipScope, { deputyIds, ...shared }: CreateMembersInput) {
  obey(mayEnterTogether(shared.post, deputyIds.length));
  const ids: string[] = [];
  for (const deputyId of deputyIds) {
    const { id } = await createMember(scope, {
      ...shared,
      deputyId,
      name: "",
      otherPosts: null,
      endsOn: null,
    });
    ids.push(id);
  }
  return { ids };
}
