import "server-only";
import { meetingsIn } from "@/domains/presidium/data/quarters";
import { sessionsIn } from "@/domains/sessions/data/names";
import { suggestionsIn } from "@/domains/suggestions/data/overdue";
import { activitiesIn } from "@/domains/supervision/data/overdue";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { type Subject, subjects } from "./labels";
import { mayDeclareNone } from "./rules";
import type { DeclarationsInput } from "./schema";

/** How many records of each subject the year holds; a consultation is no meeting of the presidium, a draft no suggestion. */
async function recordsOf(scope: TownshipScope, year: number): Promise<Record<Subject, number>> {
  const tenant = Prisma.sql`county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid`;
  const [row] = await scope.tx.$queryRaw<Record<Subject, number>[]>`
    SELECT ${sessionsIn(tenant, year)} AS session, ${meetingsIn(tenant, year)} AS presidium,
      ${activitiesIn(tenant, year)} AS supervision, ${suggestionsIn(tenant, year)} AS suggestion`;
  if (row === undefined) throw new Error("a query of counts gives one row");
  return row;
}

export type DeclarationRow = {
  subject: Subject;
  records: number;
  mayDeclare: boolean;
  declared: { id: string; version: number; by: string; on: Day } | null;
};

/** Of each subject: what the year holds, and whether the township signed that it had none. */
export async function declarationsOf(
  scope: TownshipScope,
  { year }: Pick<DeclarationsInput, "year">,
): Promise<DeclarationRow[]> {
  const records = await recordsOf(scope, year);
  const rows = await scope.tx.noneDeclaration.findMany({
    where: { ...tenantOf(scope), year, voidedAt: null },
    select: { id: true, version: true, subject: true, enteredByName: true, occurredOn: true },
  });
  return subjects.map((subject) => {
    const row = rows.find((one) => one.subject === subject);
    const declared =
      row === undefined
        ? null
        : { id: row.id, version: row.version, by: row.enteredByName, on: dayFromUtc(row.occurredOn) };
    const standing = { subject, year, records: records[subject], declared: declared !== null };
    const mayDeclare = mayDeclareNone(standing, dayOf(scope.now)).allowed;
    return { subject, records: records[subject], mayDeclare, declared };
  });
}

export async function liveDeclaration(scope: TownshipScope, id: string) {
  return found(await scope.tx.noneDeclaration.findUnique({ where: keyOf(scope, id) }));
}
