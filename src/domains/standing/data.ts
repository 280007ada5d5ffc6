import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { recordKinds } from "@/domains/record-kinds";
import { faceOf } from "@/domains/registry";
import { uses } from "@/domains/uses";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import type { AnyKind } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { Permission } from "@/server/auth/permissions";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { Whose } from "@/server/records/uses";
import type { StandingInput } from "./schema";

/** How a township stands in one kind of record. */
export type KindStanding = Standing & { type: string; name: string; path: string; right: Permission | null };

/** The right that its list asks for, where not everybody has it: the others are told numbers. */
function rightOf(type: string): Permission | null {
  const kind = (recordKinds as readonly AnyKind[]).find((one) => one.type === type);
  return kind?.readers === undefined ? null : (`${kind.rights}:read` as Permission);
}

const kept = uses.flatMap(({ type, standing }) => {
  const { name = "", path = null } = faceOf(type) ?? {};
  const right = rightOf(type);
  return standing === undefined || path === null ? [] : [{ type, name, path, right, standing }];
});

/** What the kinds keep, for the figures of a year: on its last day, or today while it runs. */
const askedOn = (year: number, today: Day) => ({ year, on: yearOf(today) > year ? `${year}-12-31` : today });

type Figures = { type: string; townshipId: string; figures: unknown };

async function figuresOf(
  { tx }: Pick<TownshipReader, "tx"> | Pick<CountyScope, "tx">,
  whose: Whose,
  asked: { year: number; on: Day },
): Promise<Figures[]> {
  const branches = kept.map(
    ({ type, standing }) =>
      Prisma.sql`SELECT ${type}::text AS type, s.township_id AS "townshipId", s.figures FROM (${standing.figures(whose, asked)}) s`,
  );
  return tx.$queryRaw<Figures[]>`${Prisma.join(branches, " UNION ALL ")}`;
}

const saidOf = (rows: readonly Figures[], asked: { year: number; on: Day }): KindStanding[] =>
  kept.map(({ standing, ...kind }) => ({
    ...kind,
    ...standing.say(rows.find(({ type }) => type === kind.type)?.figures ?? null, asked),
  }));

/** What a township keeps and what is missing, kind by kind. */
export async function standingOfTownship(scope: TownshipReader, input: StandingInput) {
  const today = dayOf(scope.now);
  const asked = askedOn(input.year ?? yearOf(today), today);
  const rows = await figuresOf(scope, { countyId: scope.countyId, townshipId: scope.townshipId }, asked);
  return { year: asked.year, kinds: saidOf(rows, asked) };
}

/** The same of all townships, for the county to see where something is missing. */
export async function standingOfCounty(scope: CountyScope, input: StandingInput) {
  const today = dayOf(scope.now);
  const asked = askedOn(input.year ?? yearOf(today), today);
  const rows = await figuresOf(scope, { countyId: scope.countyId, townshipId: null }, asked);
  const townships = await townshipsOf(scope.tx, scope.countyId, asked.year);
  return {
    year: asked.year,
    columns: kept.map(({ type, name }) => ({ type, name })),
    townships: townships.map(({ id, code, name }) => ({
      code,
      name,
      kinds: saidOf(
        rows.filter(({ townshipId }) => townshipId === id),
        asked,
      ),
    })),
  };
}
