import "server-only";
import { v7 as uuid } from "uuid";
import { type Day, utcOf } from "@/lib/dates";
import type { Seen } from "@/server/db/change";
import type { Prisma } from "@/server/db/generated/client";
import { assertOneChanged, edited, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { RequestKind } from "../labels";

type Changes = Prisma.TownshipRequestUncheckedUpdateManyInput;
type New = {
  kind: RequestKind;
  title: string;
  content: string;
  againOfId: string | null;
  sentOn: Day;
  receiveDueOn: Day;
  answerDueOn: Day;
};

/** Written without the columns of an answer, which the township may not fill in. */
export async function keepRequest(scope: TownshipScope, said: New): Promise<string> {
  const { countyId, townshipId, actor, now, tx } = scope;
  const id = uuid();
  const { kind, title, content, againOfId, sentOn, receiveDueOn, answerDueOn } = said;
  await tx.$executeRaw`
    INSERT INTO township_request (county_id, township_id, id, kind, title, content, sent_on, receive_due_on, answer_due_on, again_of_id,
      entered_at, entered_by, entered_by_name)
    VALUES (${countyId}::uuid, ${townshipId}::uuid, ${id}::uuid, ${kind}, ${title}, ${content}, ${utcOf(sentOn)}::date, ${utcOf(receiveDueOn)}::date,
      ${utcOf(answerDueOn)}::date, ${againOfId}::uuid, ${now}, ${actor.accountId}::uuid, ${actor.name})`;
  return id;
}

/** What a township says of its request; the row is the county's to answer as well, and whoever saved first wins. */
export async function changeOwn(
  scope: TownshipScope,
  { id, version }: Seen,
  changes: Changes,
): Promise<void> {
  const { count } = await scope.tx.townshipRequest.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...changes, ...edited(scope) },
  });
  assertOneChanged(count);
}

export async function changeByCounty(
  { tx, countyId, now, actor }: CountyScope,
  { id, version }: Seen,
  changes: Changes,
): Promise<void> {
  const { count } = await tx.townshipRequest.updateMany({
    where: { countyId, id, version, voidedAt: null },
    data: { ...changes, editedAt: now, editedBy: actor.accountId, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
