import "server-only";
import { v7 as uuid } from "uuid";
import { dayOf, type Day } from "@/lib/dates";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { GivenOpinion } from "../rules/deciding";
import type { ItemKey, ItemKind } from "../rules/items";
import { type Seat, seats, type Sitting } from "../rules/reviewing";

export type Reviewer = {
  id: string;
  townshipId: string;
  seat: Seat;
  accountId: string;
  name: string;
  submittedOn: Day | null;
};

/** Who reviews which township. @param townshipId null for all of them */
export async function reviewersOf(
  { tx, countyId }: CountyScope,
  cycleId: string,
  townshipId: string | null = null,
): Promise<Reviewer[]> {
  const rows = await tx.cycleReviewer.findMany({
    where: { countyId, cycleId, ...(townshipId === null ? {} : { townshipId }) },
  });
  const told = rows.map(({ id, townshipId: of, seat, accountId, accountName, submittedAt }) => ({
    // Only keepSeat writes the column.
    ...{ id, townshipId: of, seat: seat as Seat, accountId, name: accountName },
    submittedOn: submittedAt === null ? null : dayOf(submittedAt),
  }));
  return told.toSorted((one, other) => seats.indexOf(one.seat) - seats.indexOf(other.seat));
}

export const inSeat = (reviewers: readonly Reviewer[], seat: Seat): Reviewer | undefined =>
  reviewers.find((one) => one.seat === seat);

/** Both reviewers of a township have handed in: from here on each may know what the other said. */
export const bothSubmitted = (reviewers: readonly Reviewer[]): boolean =>
  (["first", "second"] as const).every((seat) => (inSeat(reviewers, seat)?.submittedOn ?? null) !== null);

/** A reviewer before the rules. @param advocates who has looked after which township since the year began */
export const sittingOf = (
  { seat, submittedOn, accountId, townshipId }: Reviewer,
  advocates: readonly { townshipId: string; accountId: string }[],
): Sitting => ({
  ...{ seat, submitted: submittedOn !== null },
  isContact: advocates.some((one) => one.townshipId === townshipId && one.accountId === accountId),
});

type Place = { townshipId: string; cycleId: string };

/** Gives a seat to somebody. */
export async function keepSeat(
  { tx, countyId }: CountyScope,
  { townshipId, cycleId }: Place,
  { seat, accountId, name }: { seat: Seat; accountId: string; name: string },
): Promise<string> {
  const key = { countyId, townshipId, cycleId, seat };
  const found = await tx.cycleReviewer.findFirst({ where: key });
  if (found === null) {
    const id = uuid();
    await tx.cycleReviewer.create({ data: { ...key, id, accountId, accountName: name } });
    return id;
  }
  const { count } = await tx.cycleReviewer.updateMany({
    where: { countyId, townshipId, id: found.id, version: found.version, submittedAt: null },
    data: { accountId, accountName: name, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return found.id;
}

export async function keepReview(
  { tx, countyId, now }: CountyScope,
  { id, townshipId }: Reviewer,
): Promise<void> {
  const { count } = await tx.cycleReviewer.updateMany({
    where: { countyId, townshipId, id, submittedAt: null },
    data: { submittedAt: now, version: { increment: 1 } },
  });
  assertOneChanged(count);
}

export type StoredOpinion = GivenOpinion & { townshipId: string; version: number };

/** What those who sit there now have said; who gave up a seat took his words along. */
export async function opinionsOf(
  { tx, countyId }: CountyScope,
  cycleId: string,
  reviewers: readonly Reviewer[],
  townshipId: string | null = null,
): Promise<StoredOpinion[]> {
  const rows = await tx.reviewOpinion.findMany({
    where: { countyId, cycleId, ...(townshipId === null ? {} : { townshipId }) },
  });
  return rows.flatMap(({ townshipId: of, accountId, kind, code, value, reason, version }) => {
    const sits = reviewers.find((one) => one.townshipId === of && one.accountId === accountId);
    // Only keepOpinion writes the column.
    const said = { kind: kind as ItemKind, code, value, reason, version };
    return sits === undefined ? [] : [{ townshipId: of, seat: sits.seat, ...said }];
  });
}

/** Keeps a reviewer's word on an item. @param version as it was seen; null for the first word */
export async function keepOpinion(
  { tx, countyId, actor }: CountyScope,
  { townshipId, cycleId }: Place,
  { kind, code }: ItemKey,
  { value, reason, version }: { value: number; reason: string; version: number | null },
): Promise<{ before: { value: number; reason: string } | null }> {
  const key = { countyId, townshipId, cycleId, accountId: actor.accountId, kind, code };
  const found = await tx.reviewOpinion.findFirst({ where: key });
  if ((found?.version ?? null) !== version) assertOneChanged(0);
  if (found === null) {
    await tx.reviewOpinion.create({ data: { ...key, id: uuid(), value, reason } });
    return { before: null };
  }
  const { count } = await tx.reviewOpinion.updateMany({
    where: { countyId, townshipId, id: found.id, version: found.version },
    data: { value, reason, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return { before: { value: found.value, reason: found.reason } };
}
