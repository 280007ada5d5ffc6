import "server-only";
import { v7 as uuid } from "uuid";
import { utcOf } from "@/lib/dates";
import { changeOneOfCounty, type Seen } from "@/server/db/change";
import type { Prisma } from "@/server/db/generated/client";
import { assertOneChanged, edited, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { DraftInput } from "../schema";
import type { Point, Task } from "./rows";

type Said = Omit<DraftInput, "idempotencyKey" | "parts" | "checklist"> & {
  checklist: Point[];
  checklistName: string | null;
  year: number;
};

/** As the columns of a task take it. */
export const columnsOf = ({ windowFrom, windowUntil, resultDueOn, ...said }: Said) => ({
  ...said,
  windowFrom: utcOf(windowFrom),
  windowUntil: utcOf(windowUntil),
  resultDueOn: utcOf(resultDueOn),
});

export async function keepTask(scope: CountyScope, said: Said): Promise<string> {
  const id = uuid();
  const { countyId, actor, now } = scope;
  await scope.tx.jointTask.create({
    data: {
      ...{ countyId, id, ...columnsOf(said) },
      ...{ enteredAt: now, enteredBy: actor.accountId, enteredByName: actor.name },
    },
  });
  return id;
}

export const changeTask = (
  scope: CountyScope,
  seen: Seen,
  changes: Prisma.JointTaskUncheckedUpdateManyInput,
): Promise<void> => changeOneOfCounty(scope, "jointTask", seen, changes);

export const changePart = (
  scope: CountyScope,
  seen: Seen,
  changes: Prisma.JointPartUncheckedUpdateManyInput,
): Promise<void> =>
  changeOneOfCounty(scope, "jointPart", seen, {
    ...{ ...changes, editedAt: scope.now, editedBy: scope.actor.accountId },
  });

/** What a township says of its part; the row is the county's as well, and whoever saved first wins. */
export async function changeOwnPart(
  scope: TownshipScope,
  { id, version }: Seen,
  changes: Prisma.JointPartUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await scope.tx.jointPart.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...changes, ...edited(scope) },
  });
  assertOneChanged(count);
}

type NewPart = DraftInput["parts"][number];

export async function addParts(
  { tx, countyId, now }: CountyScope,
  task: Pick<Task, "id" | "year">,
  parts: readonly NewPart[],
): Promise<void> {
  await tx.jointPart.createMany({
    data: parts.map(({ townshipId, from, until, units }) => ({
      ...{ countyId, townshipId, id: uuid(), taskId: task.id, year: task.year, units, enteredAt: now },
      ...{ visitFrom: utcOf(from), visitUntil: utcOf(until) },
    })),
  });
}

/** A draft's parts are set as a whole: nobody was told of one of them. */
export async function replaceParts(
  scope: CountyScope,
  task: Pick<Task, "id" | "year">,
  parts: readonly NewPart[],
): Promise<void> {
  await scope.tx.jointPart.updateMany({
    where: { countyId: scope.countyId, taskId: task.id, voidedAt: null, shownFrom: null },
    data: { voidedAt: scope.now, voidReason: "草稿修改", version: { increment: 1 } },
  });
  await addParts(scope, task, parts);
}

/** From now on the townships know of their parts. */
export async function showParts(scope: CountyScope, taskId: string): Promise<void> {
  await scope.tx.jointPart.updateMany({
    where: { countyId: scope.countyId, taskId, voidedAt: null, shownFrom: null },
    data: { shownFrom: scope.now, version: { increment: 1 } },
  });
}

/** Nothing is asked of the county, or answered, any more. */
export const unasked = {
  proposedOn: null,
  proposedFrom: null,
  proposedUntil: null,
  proposedWhy: null,
  mergeWithId: null,
  answeredOn: null,
  agreed: null,
  answerWhy: null,
} as const;

/** A visit with new days or in new company: the township is asked again. */
export const askedAgain = { ...unasked, acceptedOn: null } as const;
