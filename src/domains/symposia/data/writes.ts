import "server-only";
import { v7 as uuid } from "uuid";
import { type Day, dayOf, utcOf, yearOf } from "@/lib/dates";
import { changeOneOfCounty, type Seen } from "@/server/db/change";
import type { Prisma } from "@/server/db/generated/client";
import { assertOneChanged, dateOrNull, edited, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { AgendaItem } from "../rules/gatherings";
import type { DraftInput } from "../schema";
import type { FrozenFigures, Invitation } from "../rules/facts";

type Said = Omit<DraftInput, "idempotencyKey" | "invitees" | "agenda"> & {
  agenda: AgendaItem[];
  figures: FrozenFigures[];
};

const columnsOf = ({ heldOn, answerBy, ...said }: Omit<Said, "kind">) => ({
  ...said,
  ...{ heldOn: utcOf(heldOn), answerBy: dateOrNull(answerBy), year: yearOf(heldOn) },
});

export async function keepGathering(scope: CountyScope, { kind, ...said }: Said): Promise<string> {
  const id = uuid();
  const { countyId, actor, now } = scope;
  await scope.tx.gathering.create({
    data: { countyId, id, kind, ...columnsOf(said), enteredAt: now, enteredByName: actor.name },
  });
  return id;
}

export const changeGathering = (
  scope: CountyScope,
  seen: Seen,
  changes: Prisma.GatheringUncheckedUpdateManyInput,
): Promise<void> => changeOneOfCounty(scope, "gathering", seen, changes);

/** @param moved whether whoever was invited is to be asked anew */
export const rewriteGathering = (
  scope: CountyScope,
  seen: Seen,
  { moved, ...said }: Omit<Said, "kind"> & { moved: boolean },
): Promise<void> =>
  changeGathering(scope, seen, { ...columnsOf(said), ...(moved ? { movedAt: scope.now } : {}) });

type Invitee = DraftInput["invitees"][number];

/** @param sentOn when the townships learn of it; null for a draft */
export async function addInvitations(
  { tx, countyId, now }: CountyScope,
  gatheringId: string,
  invitees: readonly Invitee[],
  sentOn: Day | null,
): Promise<void> {
  await tx.gatheringInvitation.createMany({
    data: invitees.map(({ townshipId, part, speaksOn }) => ({
      ...{ countyId, townshipId, id: uuid(), gatheringId, part, speaksOn, enteredAt: now },
      ...{ sentOn: dateOrNull(sentOn), sentAt: sentOn === null ? null : now },
    })),
  });
}

type InvitationChanges = Prisma.GatheringInvitationUncheckedUpdateManyInput;

/** The county's own change of an invitation; what a township says meanwhile is another column. */
export const changeInvitation = async (
  { tx, countyId, now, actor }: CountyScope,
  { id, townshipId }: Pick<Invitation, "id" | "townshipId">,
  changes: InvitationChanges,
): Promise<void> => {
  const { count } = await tx.gatheringInvitation.updateMany({
    where: { countyId, townshipId, id, voidedAt: null },
    data: { ...changes, editedAt: now, editedBy: actor.accountId, version: { increment: 1 } },
  });
  assertOneChanged(count);
};

/** From now on the townships know of it. */
export const sendInvitations = async (
  { tx, countyId, now }: CountyScope,
  gatheringId: string,
): Promise<void> => {
  await tx.gatheringInvitation.updateMany({
    where: { countyId, gatheringId, voidedAt: null, sentOn: null },
    data: { sentOn: utcOf(dayOf(now)), sentAt: now, version: { increment: 1 } },
  });
};

export async function changeOwnInvitation(
  scope: TownshipScope,
  { id, version }: Seen,
  changes: InvitationChanges,
): Promise<void> {
  const { count } = await scope.tx.gatheringInvitation.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...changes, ...edited(scope) },
  });
  assertOneChanged(count);
}

type NewCommitment = Pick<
  Prisma.CommitmentUncheckedCreateInput,
  "townshipId" | "gatheringId" | "said" | "ownerName" | "dueOn" | "metric" | "figureYear" | "figureThen"
>;

export async function keepCommitment(
  { tx, countyId, now, actor }: CountyScope,
  said: NewCommitment,
): Promise<string> {
  const id = uuid();
  await tx.commitment.create({ data: { countyId, id, ...said, enteredAt: now, enteredByName: actor.name } });
  return id;
}

export const changeCommitment = (
  scope: CountyScope,
  seen: Seen,
  changes: Prisma.CommitmentUncheckedUpdateManyInput,
): Promise<void> =>
  changeOneOfCounty(scope, "commitment", seen, {
    ...{ ...changes, editedAt: scope.now, editedBy: scope.actor.accountId },
  });

export async function reportOnCommitment(
  scope: TownshipScope,
  { id, version }: Seen,
  report: string,
): Promise<void> {
  const { count } = await scope.tx.commitment.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { report, reportedOn: utcOf(dayOf(scope.now)), ...edited(scope) },
  });
  assertOneChanged(count);
}
