import "server-only";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { livingOf } from "@/domains/records/data/reads";
import type { categoryLabels } from "@/domains/suggestions/labels";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { allow, firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import type { TownshipScope } from "@/server/db/scope";
import { handedById, linkHanded } from "../data/handed";
import { handedBehind, receivedNear } from "../data/reads";
import { handedTitle, petition } from "../record";
import { isNewPetition, petitionFrom } from "../rules/entering";
import { keepsHanded, mayTakeOver } from "../rules/handed";
import { mayExtend, mayReport } from "../rules/terms";
import type { RevealInput, TakeOverInput } from "../schema";

export const petitionSlots: CommandSlots<typeof petition> = {
  /** A form never holds the whole number: left empty it stays as it was. */
  complete: (_, all, { before }) =>
    all.map((facts) => ({
      ...facts,
      petitionerPhone: facts.petitionerPhone ?? before?.facts.petitionerPhone ?? null,
    })),
  others: receivedNear,
  mayBe: async (scope, facts, { before, step, others }) => {
    const handed = before === null ? null : await handedBehind(scope, before.id);
    return firstDenial(
      step === null ? isNewPetition(facts, others) : allow,
      keepsHanded(facts, before?.facts ?? facts, handed),
      mayExtend(facts, await lawChoiceOf(scope)),
      mayReport(facts, handed),
    );
  },
};

/** What the county handed over becomes a petition of the township's own, word for word [R65]. */
export async function takeOver(scope: TownshipScope, { id, township, idempotencyKey }: TakeOverInput) {
  const handed = await handedById(scope, id);
  obey(mayTakeOver(handed.takenOn !== null));
  const { topic, content, category, number } = handed;
  const made = petitionFrom(
    {
      ...{ topic, content, channel: "county", occurredOn: dayOf(scope.now) },
      category: category as keyof typeof categoryLabels,
    },
    `${handedTitle(number)}，${handed.handedOn} 交办`,
  );
  const line = await recordCommands(petition).enter(scope, { township, idempotencyKey, ...made });
  await linkHanded(scope, line.recordId, id);
  const told = { action: "petitions.takeOver", summary: `接收${handedTitle(number)}` };
  await scope.audit({ ...line, ...told });
  // The county's own record moves too, which lies in the year in which it was handed over.
  await scope.audit({ ...told, recordType: "countyPetition", recordId: id });
  return { id: line.recordId };
}

/** Writes down that somebody looks at the petitioner's whole number, and why; the number is no part of the answer kept [PIPL]. */
export async function revealPetitionerPhone(scope: TownshipScope, { id, reason }: RevealInput) {
  const { facts } = await livingOf(petition, scope, id);
  await scope.audit({
    ...{ action: "petitions.revealPhone", looked: true, recordType: "petition", recordId: id },
    summary: `查看${petition.titleOf(facts)}的信访人电话：${reason}`,
  });
  return { id };
}
