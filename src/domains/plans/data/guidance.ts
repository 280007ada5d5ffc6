import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { yearsOffered } from "@/lib/years";
import { Prisma } from "@/server/db/generated/client";
import type { Rows } from "@/server/db/tx";
import type { CountyScope } from "@/server/db/scope";
import type { Guidance } from "../rules/guidance";
import type { CoverageInput } from "../schema";
import { stateOf } from "./fulfilled";

const { sql } = Prisma;

export type KeptGuidance = Guidance & {
  id: string;
  version: number;
  title: string;
  documentNumber: string | null;
  points: string[];
  publishedOn: Day | null;
};

const columns = sql`g.id, g.version, g.year, g.title, g.document_number AS "documentNumber", g.points,
  to_char(g.published_on, 'YYYY-MM-DD') AS "publishedOn"`;

type Reader = { tx: Rows; countyId: string };

/** A year's guidance of the county, a draft too; null where there is none. */
export async function guidanceOf({ tx, countyId }: Reader, year: number): Promise<KeptGuidance | null> {
  const [row] = await tx.$often<KeptGuidance[]>`
    SELECT ${columns} FROM guidance g WHERE g.county_id = ${countyId}::uuid AND g.year = ${year}::int`;
  return row ?? null;
}

/** What townships see of it: nothing before it is published. */
export async function publishedGuidance(scope: Reader, year: number): Promise<KeptGuidance | null> {
  const found = await guidanceOf(scope, year);
  return found?.publishedOn ? found : null;
}

export async function guidanceById({ tx, countyId }: CountyScope, id: string): Promise<KeptGuidance> {
  const [row] = await tx.$queryRaw<KeptGuidance[]>`
    SELECT ${columns} FROM guidance g WHERE g.county_id = ${countyId}::uuid AND g.id = ${id}::uuid`;
  if (row === undefined) throw notFound();
  return row;
}

type Taken = { townshipId: string; number: number | null; items: number; done: number };

/** Which townships' plans take up which point of a year's guidance [R8]; items that name none are counted under null. */
export async function coverage(scope: CountyScope, input: CoverageInput) {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const year = input.year ?? yearOf(today);
  const taken = await tx.$queryRaw<Taken[]>`
    SELECT i.township_id AS "townshipId", i.guidance AS number, count(*)::int AS items,
      count(*) FILTER (WHERE ${stateOf(sql`i`, sql`${today}::date`)} = 'done')::int AS done
    FROM plan_item i WHERE i.county_id = ${countyId}::uuid AND i.voided_at IS NULL AND i.year = ${year}::int
    GROUP BY i.township_id, i.guidance`;
  const known = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT g.year FROM guidance g WHERE g.county_id = ${countyId}::uuid ORDER BY 1 DESC`;
  const townships = await townshipsOf(tx, countyId, year);
  return {
    year,
    years: yearsOffered(
      known.map((row) => row.year),
      yearOf(today),
    ),
    today,
    guidance: await guidanceOf(scope, year),
    townships: townships.map(({ id, code, shortName }) => {
      const own = taken.filter(({ townshipId }) => townshipId === id);
      return {
        code,
        shortName,
        items: own.reduce((sum, { items }) => sum + items, 0),
        cells: own.flatMap(({ number, items, done }) => (number === null ? [] : [{ number, items, done }])),
      };
    }),
  };
}
