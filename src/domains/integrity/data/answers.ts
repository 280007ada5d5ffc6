import "server-only";
import { v7 as uuid } from "uuid";
import { assertOneChanged, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { RecordRef } from "../rules/raised";
import type { SignalCode } from "../rules/signals";

export type Answer = {
  signal: SignalCode;
  townshipId: string;
  subject: string;
  text: string;
  /** what the signal was about when it was answered */
  records: RecordRef[];
  by: string;
  at: Date;
  version: number;
};

/** What townships answered to a year's signals. */
export async function answersOf({ tx, countyId }: CountyScope, year: number): Promise<Answer[]> {
  const rows = await tx.integrityAnswer.findMany({ where: { countyId, year } });
  // Only keepAnswer writes the columns.
  return rows.map((row) => ({
    ...{ signal: row.signal as SignalCode, townshipId: row.townshipId, subject: row.subject },
    ...{ text: row.text, records: row.records as RecordRef[], version: row.version },
    ...{ by: row.answeredByName, at: row.answeredAt },
  }));
}

export type AnswerKey = { year: number; signal: SignalCode; subject: string };

export const answerTo = (scope: TownshipScope, key: AnswerKey) =>
  scope.tx.integrityAnswer.findFirst({ where: { ...tenantOf(scope), ...key } });

type Kept = { id: string; version: number };

/** Keeps an answer, the first or another one in its place. @param seen as it was when it was written anew */
export async function keepAnswer(
  scope: TownshipScope,
  key: AnswerKey,
  said: { text: string; records: RecordRef[] },
  seen: Kept | null,
): Promise<string> {
  const { actor, now } = scope;
  const by = { answeredBy: actor.accountId, answeredByName: actor.name, answeredAt: now };
  if (seen === null) {
    const id = uuid();
    await scope.tx.integrityAnswer.create({ data: { ...tenantOf(scope), ...key, ...said, ...by, id } });
    return id;
  }
  const { count } = await scope.tx.integrityAnswer.updateMany({
    where: { ...tenantOf(scope), ...seen },
    data: { ...said, ...by, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return seen.id;
}
