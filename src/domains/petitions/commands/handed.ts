import "server-only";
import { v7 as uuid } from "uuid";
import { townshipById } from "@/domains/tenancy/data";
import { dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { writeAudits } from "@/server/audit/write";
import { oneAtATime } from "@/server/db/one-at-a-time";
import type { CountyScope } from "@/server/db/scope";
import { handedById, nextNumber } from "../data/handed";
import { handedTitle } from "../record";
import { mayHandOver, mayWithdraw } from "../rules/handed";
import type { HandOverInput, WithdrawInput } from "../schema";

/** One line in the county's own history and one in the township's, neither with a word of the matter: both are read by many. */
async function tell(
  scope: CountyScope,
  townshipId: string,
  line: { action: string; recordId: string; summary: string; detail: Record<string, unknown> },
): Promise<void> {
  const told = { ...line, recordType: "countyPetition" } as const;
  await scope.audit(told);
  await writeAudits(scope.tx, scope.actor, scope.countyId, [{ ...told, townshipId }]);
}

/** The county hands a petition over to a township, with a term for reporting back [R65]. */
export async function handOver(scope: CountyScope, input: HandOverInput) {
  const { townshipId, topic, content, category, handedOn, dueOn } = input;
  const township = await townshipById(scope, townshipId);
  obey(mayHandOver(handedOn, dueOn, dayOf(scope.now)));
  const id = uuid();
  const number = await nextNumber(scope, townshipId);
  await scope.tx.countyPetition.create({
    data: {
      ...{ countyId: scope.countyId, townshipId, id, number, topic, content, category },
      ...{ handedOn: utcOf(handedOn), dueOn: utcOf(dueOn), enteredAt: scope.now },
      ...{ enteredBy: scope.actor.accountId, enteredByName: scope.actor.name },
    },
  });
  await tell(scope, townshipId, {
    ...{ action: "petitions.handOver", recordId: id, detail: { number, handedOn, dueOn } },
    summary: `向${township.name}交办${handedTitle(number)}，${dueOn} 前反馈`,
  });
  return { id };
}

/** Taken back before the township took it over: sent to the wrong one, or settled otherwise. */
export async function withdrawHanded(scope: CountyScope, { id, reason }: WithdrawInput) {
  // The township may be taking it over at this moment.
  await oneAtATime(scope.tx, (await handedById(scope, id)).townshipId);
  const { townshipId, number, takenOn } = await handedById(scope, id);
  obey(mayWithdraw(takenOn));
  await scope.tx.countyPetition.updateMany({
    where: { countyId: scope.countyId, townshipId, id, voidedAt: null },
    data: { voidedAt: scope.now, voidReason: reason },
  });
  await tell(scope, townshipId, {
    ...{ action: "petitions.withdraw", recordId: id, detail: {} },
    summary: `撤回${handedTitle(number)}`,
  });
  return { id };
}
