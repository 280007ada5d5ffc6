import "server-only";
import { kinds, type RecordType } from "@/domains/registry";
import type { Day } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";
import type { Fields } from "@/lib/records/fields";
import { columnOf, type Face } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { TownshipScope } from "@/server/db/scope";

const { sql } = Prisma;

/** The columns of a kind by which its records hang on others: fields that name a record, and what `hangsOn` says. */
export function hangingColumns(kind: Face): { column: string; type: string }[] {
  const { fields = {} } = kind as { fields?: Fields };
  const named = Object.entries(fields).flatMap(([key, { to }]) =>
    to === undefined ? [] : [{ column: columnOf(key), type: to.type }],
  );
  return [
    ...named,
    ...Object.entries(kind.hangsOn ?? {}).map(([key, type]) => ({ column: columnOf(key), type })),
  ];
}

type Hanging = { kind: Face; from: Prisma.Sql };

/** A FROM item `x` for each column by which living records hang on a record. */
const hanging = ({ countyId, townshipId }: TownshipScope, type: RecordType, id: string): Hanging[] =>
  (kinds as readonly Face[]).flatMap((kind) =>
    hangingColumns(kind)
      .filter((one) => one.type === type)
      .map(({ column }) => ({
        kind,
        from: sql`${identifier(kind.table)} x WHERE x.county_id = ${countyId}::uuid AND x.township_id = ${townshipId}::uuid
          AND x.${identifier(column)} = ${id}::uuid AND x.voided_at IS NULL`,
      })),
  );

/** The first and the last day of what hangs on a record. @param of these kinds alone */
export async function daysHanging(
  scope: TownshipScope,
  type: RecordType,
  id: string,
  of: readonly RecordType[],
): Promise<{ first: Day | null; last: Day | null }> {
  const days = hanging(scope, type, id)
    .filter(({ kind }) => (of as readonly string[]).includes(kind.type))
    .map(({ from }) => sql`SELECT x.occurred_on FROM ${from}`);
  const [row] = await scope.tx.$queryRaw<{ first: Day | null; last: Day | null }[]>`
    SELECT min(occurred_on)::text AS first, max(occurred_on)::text AS last FROM (${Prisma.join(days, " UNION ALL ")}) d`;
  return row ?? { first: null, last: null };
}

/** A record on which others hang is not struck out beneath them. */
export async function nothingHangs(scope: TownshipScope, type: RecordType, id: string): Promise<Decision> {
  const counts = hanging(scope, type, id).map(
    ({ kind, from }) =>
      sql`SELECT ${kind.name}::text AS name, ${kind.unit}::text AS unit, count(*)::int AS records FROM ${from}`,
  );
  if (counts.length === 0) return allow;
  const rows = await scope.tx.$queryRaw<{ name: string; unit: string; records: number }[]>`
    SELECT * FROM (${Prisma.join(counts, " UNION ALL ")}) c WHERE records > 0`;
  const told = rows.map(({ name, unit, records }) => `${records} ${unit}${name}`).join("、");
  return rows.length === 0 ? allow : deny(`还有 ${told}记在这一条下，不能作废；请先修改或作废那些记录。`);
}
