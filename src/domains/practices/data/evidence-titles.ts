import "server-only";
import { faceOf, titled } from "@/domains/registry";
import { uses } from "@/domains/uses";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { Rows } from "@/server/db/tx";
import { own, together, type Whose } from "@/server/records/uses";
import { isEvidence } from "../rules/evidence";
import type { EvidenceRef, EvidenceShown } from "./rows";

const { sql } = Prisma;

/** By which of its days a record is known, whatever its kind calls it. */
const dayNames = [
  "occurred_on",
  "starts_on",
  "held_on",
  "submitted_on",
  "received_on",
  "visit_from",
  "found_on",
];
const dayIn = sql`left(coalesce(${Prisma.join(
  dayNames.map((name) => sql`stored.row ->> ${name}`),
  ", ",
)}), 10)`;

type Found = { type: string; id: string; title: string | null; facts: unknown };

/**
 * Records of one township by their titles and days, in the order given; those that are not there any more are left out,
 * and so is whatever is no evidence: only of a work is it certain that it can be struck out.
 */
export async function evidenceShown(
  scope: { tx: Rows },
  whose: Whose,
  refs: readonly EvidenceRef[],
): Promise<EvidenceShown[]> {
  const works = refs.filter(({ recordType }) => isEvidence(recordType));
  if (works.length === 0) return [];
  const ids = works.map(({ recordId }) => recordId);
  const tables = [...new Set(works.flatMap(({ recordType }) => faceOf(recordType)?.table ?? []))];
  const rows = tables.map(
    (table) =>
      sql`SELECT r.id, to_jsonb(r) AS row FROM ${identifier(table)} r WHERE ${own(whose, sql`r`)} AND r.id = ANY (${ids}::uuid[])`,
  );
  const branches = uses.flatMap(({ titles }) => titles?.(whose, ids) ?? []);
  const found = await scope.tx.$queryRaw<(Found & { day: Day | null })[]>`
    SELECT named.type, stored.id, named.title, named.facts, ${dayIn} AS day
    FROM (${Prisma.join(rows, " UNION ALL ")}) stored LEFT JOIN ${together("titles", branches)} named ON named.id = stored.id`;
  const known = new Map(found.map((row) => [row.id, row]));
  return works.flatMap(({ recordType, recordId }) => {
    const row = known.get(recordId);
    if (row === undefined) return [];
    const { title } = titled({ ...row, type: recordType });
    return [{ recordType, recordId, title, day: row.day }];
  });
}
