import "server-only";
import { v7 as uuid } from "uuid";
import { utcOf, type Day } from "@/lib/dates";
import { changeOneOfCounty, type Seen } from "@/server/db/change";
import type { Prisma } from "@/server/db/generated/client";
import { assertOneChanged, edited, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { HeldLabel } from "../rules/held";
import type { SendInput } from "../schema";

type Sent = Omit<SendInput, "idempotencyKey" | "townships"> & {
  year: number;
  sentOn: Day;
  held: HeldLabel[];
};

/** The request with a row for each township that is asked. @returns the rows by township */
export async function keepRequest(scope: CountyScope, said: Sent, townshipIds: readonly string[]) {
  const { tx, countyId, actor, now } = scope;
  const { sentOn, dueOn, ...rest } = said;
  const id = uuid();
  await tx.dataRequest.create({
    data: {
      ...{ countyId, id, ...rest, sentOn: utcOf(sentOn), dueOn: utcOf(dueOn) },
      ...{ enteredAt: now, enteredBy: actor.accountId, enteredByName: actor.name },
    },
  });
  const asks = townshipIds.map((townshipId) => ({ id: uuid(), townshipId }));
  await tx.dataAsk.createMany({
    data: asks.map((ask) => ({ ...ask, countyId, requestId: id, enteredAt: now })),
  });
  return { id, asks };
}

export const changeRequest = (
  scope: CountyScope,
  seen: Seen,
  changes: Prisma.DataRequestUncheckedUpdateManyInput,
): Promise<void> => changeOneOfCounty(scope, "dataRequest", seen, changes);

export const changeAsk = (
  scope: CountyScope,
  seen: Seen,
  changes: Prisma.DataAskUncheckedUpdateManyInput,
): Promise<void> =>
  changeOneOfCounty(scope, "dataAsk", seen, {
    ...{ ...changes, editedAt: scope.now, editedBy: scope.actor.accountId },
  });

/** What the township says; the row is the county's as well, and whoever saved first wins. */
export async function changeOwnAsk(
  scope: TownshipScope,
  { id, version }: Seen,
  changes: Prisma.DataAskUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await scope.tx.dataAsk.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...changes, ...edited(scope) },
  });
  assertOneChanged(count);
}
