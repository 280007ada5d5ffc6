import "server-only";
import { v7 as uuid } from "uuid";
import { dateOrNull, assertOneChanged, tenantOf } from "@/server/db/record";
import type { Seen } from "@/server/db/change";
import type { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { DraftInput } from "../schema";

type Said = Omit<DraftInput, "idempotencyKey">;

export const columnsOf = ({ dueOn, ...said }: Said) => ({ ...said, dueOn: dateOrNull(dueOn) });

export async function keepNotice(scope: CountyScope, said: Said): Promise<string> {
  const { tx, countyId, actor, now } = scope;
  const id = uuid();
  await tx.countyNotice.create({
    data: {
      ...{ countyId, id, ...columnsOf(said) },
      ...{ enteredAt: now, enteredBy: actor.accountId, enteredByName: actor.name },
    },
  });
  return id;
}

export async function changeNotice(
  { tx, countyId }: CountyScope,
  { id, version }: Seen,
  changes: Prisma.CountyNoticeUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.countyNotice.updateMany({
    where: { countyId, id, version, voidedAt: null },
    data: { ...changes, version: { increment: 1 } },
  });
  assertOneChanged(count);
}

/** A receipt for each township, by which it knows of the notice. @returns their ids */
export async function addReceipts(
  { tx, countyId, now }: CountyScope,
  noticeId: string,
  townshipIds: readonly string[],
): Promise<{ id: string; townshipId: string }[]> {
  const data = townshipIds.map((townshipId) => ({ countyId, townshipId, id: uuid(), noticeId, sentAt: now }));
  await tx.noticeReceipt.createMany({ data });
  return data.map(({ id, townshipId }) => ({ id, townshipId }));
}

export async function markReminded(
  { tx, countyId, now }: CountyScope,
  receiptIds: readonly string[],
): Promise<void> {
  await tx.noticeReceipt.updateMany({
    where: { countyId, id: { in: [...receiptIds] }, voidedAt: null },
    data: { remindedAt: now, reminders: { increment: 1 }, version: { increment: 1 } },
  });
}

/** What the township says of a notice. Its row names nobody: the county sees the township. */
export async function changeReceipt(
  scope: TownshipScope,
  { id, version }: Seen,
  changes: Prisma.NoticeReceiptUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await scope.tx.noticeReceipt.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...changes, editedAt: scope.now, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
