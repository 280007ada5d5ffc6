import "server-only";
import { v7 as uuid } from "uuid";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { Tx } from "@/server/db/tx";

/** What a reviewer decided of something that looked wrong. Nothing but such a decision ever takes off points. */
export type CaseFacts = {
  townshipId: string;
  year: number;
  signal: string;
  subject: string;
  /** what was said, of which records and with which answer, when it was decided */
  text: string;
  records: { type: string; id: string }[];
  answer: string | null;
  decision: string;
  reason: string;
  /** the scheme's deduction when confirmed; null where it takes off none */
  deduction: string | null;
};

export type Case = CaseFacts & { id: string; version: number; decidedByName: string; decidedAt: Date };

/** The decided cases of a year. @param townshipId null for all of the county's */
export async function casesOf(
  tx: Tx,
  countyId: string,
  year: number,
  townshipId: string | null = null,
): Promise<Case[]> {
  const rows = await tx.integrityCase.findMany({
    where: { countyId, year, ...(townshipId === null ? {} : { townshipId }) },
    orderBy: { decidedAt: "asc" },
  });
  // Only keepCase writes the column.
  return rows.map((row) => ({ ...row, records: row.records as CaseFacts["records"] }));
}

/** The confirmed ones that take off points: a deduction's code a case, to be counted by the scheme. */
export async function confirmedCases(
  tx: Tx,
  countyId: string,
  year: number,
): Promise<{ townshipId: string; deduction: string; caseId: string }[]> {
  const cases = await casesOf(tx, countyId, year);
  return cases.flatMap(({ id, townshipId, decision, deduction }) =>
    decision === "confirmed" && deduction !== null ? [{ townshipId, deduction, caseId: id }] : [],
  );
}

/** Keeps a decision, the first or another one in its place. @param seen as it was when it was decided anew */
export async function keepCase(
  { tx, countyId, actor, now }: CountyScope,
  facts: CaseFacts,
  seen: { id: string; version: number } | null,
): Promise<string> {
  const decided = { decidedBy: actor.accountId, decidedByName: actor.name, decidedAt: now };
  if (seen === null) {
    const id = uuid();
    await tx.integrityCase.create({ data: { ...facts, ...decided, countyId, id } });
    return id;
  }
  const { count } = await tx.integrityCase.updateMany({
    where: { countyId, townshipId: facts.townshipId, ...seen },
    data: { ...facts, ...decided, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return seen.id;
}
