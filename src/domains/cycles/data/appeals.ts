import "server-only";
import { v7 as uuid } from "uuid";
import { dayOf, type Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { assertOneChanged, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";

type Whose = CountyScope | TownshipScope;
export type Decider = { accountId: string; name: string };

export type Appeal = {
  id: string;
  cycleId: string;
  townshipId: string;
  indicator: string;
  record: { type: string; id: string } | null;
  grounds: string;
  on: Day;
  by: string;
  version: number;
  decided: {
    upheld: boolean;
    before: number | null;
    after: number | null;
    found: string;
    reason: string;
    deciders: Decider[];
    on: Day;
    /** when, to the millisecond: of two decisions on an indicator the later one holds */
    at: number;
  } | null;
};

type Which = ({ cycleId: string } | { id: string }) & { townshipId?: string };

/** Appeals of a cycle or a township, or the one: first come, first seen. */
export async function appealsOf(whose: Whose, which: Which): Promise<Appeal[]> {
  const own = "townshipId" in whose ? { townshipId: whose.townshipId } : {};
  const rows = await whose.tx.assessmentAppeal.findMany({
    where: { countyId: whose.countyId, ...which, ...own },
    orderBy: [{ appealedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...{ id: row.id, cycleId: row.cycleId, townshipId: row.townshipId, indicator: row.indicator },
    record:
      row.recordType === null || row.recordId === null ? null : { type: row.recordType, id: row.recordId },
    ...{ grounds: row.grounds, on: dayOf(row.appealedAt), by: row.appealedByName, version: row.version },
    decided:
      row.decidedAt === null
        ? null
        : {
            ...{ upheld: row.upheld ?? false, before: row.pointsBefore, after: row.pointsAfter },
            ...{ found: row.found ?? "", reason: row.reason ?? "", on: dayOf(row.decidedAt) },
            at: row.decidedAt.getTime(),
            // Only keepDecision writes it.
            deciders: row.deciders as Decider[],
          },
  }));
}

/** @param townshipId whose it must be; null where the county asks */
export async function appealById(
  whose: Whose,
  id: string,
  townshipId: string | null = null,
): Promise<Appeal> {
  const [appeal] = await appealsOf(whose, townshipId === null ? { id } : { id, townshipId });
  if (appeal === undefined) throw notFound();
  return appeal;
}

export async function keepAppeal(
  scope: TownshipScope,
  facts: {
    cycleId: string;
    indicator: string;
    recordType: string | null;
    recordId: string | null;
    grounds: string;
  },
): Promise<string> {
  const id = uuid();
  const by = { appealedAt: scope.now, appealedByName: scope.actor.name };
  await scope.tx.assessmentAppeal.create({ data: { ...tenantOf(scope), id, ...facts, ...by } });
  return id;
}

export async function keepDecision(
  { tx, countyId, now }: CountyScope,
  { id, townshipId }: Appeal,
  version: number,
  decided: {
    upheld: boolean;
    pointsBefore: number | null;
    pointsAfter: number | null;
    found: string;
    reason: string;
    deciders: Decider[];
  },
): Promise<void> {
  const { count } = await tx.assessmentAppeal.updateMany({
    where: { countyId, townshipId, id, version, decidedAt: null },
    data: { ...decided, decidedAt: now, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
