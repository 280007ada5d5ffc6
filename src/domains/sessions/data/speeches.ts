import "server-only";
import { deputyOf } from "@/domains/deputies/data/in-office";
import { Prisma } from "@/server/db/generated/client";
import { newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";

export type Speech = { deputyId: string; name: string; times: number };

/** Who spoke at a session and how often, by pinyin [R21]. */
export function speechesOf(scope: TownshipReader, sessionId: string): Promise<Speech[]> {
  return scope.tx.$queryRaw<Speech[]>`
    SELECT x.deputy_id AS "deputyId", d.name, x.times FROM session_speech x JOIN ${deputyOf(Prisma.sql`x`)}
    WHERE x.county_id = ${scope.countyId}::uuid AND x.township_id = ${scope.townshipId}::uuid AND x.session_id = ${sessionId}::uuid
    ORDER BY d.pinyin, d.id`;
}

/** Whoever spoke before keeps the day on which that was first entered. */
export async function replaceSpeeches(
  scope: TownshipScope,
  sessionId: string,
  speeches: readonly Omit<Speech, "name">[],
): Promise<void> {
  const before = await scope.tx.sessionSpeech.findFirst({ where: { ...tenantOf(scope), sessionId } });
  await scope.tx.sessionSpeech.deleteMany({ where: { ...tenantOf(scope), sessionId } });
  const enteredAt = before?.enteredAt ?? scope.now;
  await scope.tx.sessionSpeech.createMany({
    data: speeches.map(({ deputyId, times }) => ({
      ...newLine(scope),
      sessionId,
      deputyId,
      times,
      enteredAt,
    })),
  });
}

/** How many sessions a township held between two days of a row; a scalar subselect. @param row the alias of a row with the tenant's columns */
export const sessionsBetween = (row: Prisma.Sql, from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM session s WHERE s.county_id = ${row}.county_id AND s.township_id = ${row}.township_id
    AND s.voided_at IS NULL AND s.starts_on BETWEEN ${from} AND ${to})`;
