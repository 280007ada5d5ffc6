import "server-only";
import { deputy } from "@/domains/deputies/record";
import { assertLiving } from "@/server/records/living";
import { v7 as uuid } from "uuid";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { askedDeeds, type Deed, standardText } from "../labels";
import { isMissing, missingText, type Progress, type Standard, standardOf } from "../rules";
import type { DeputyProgressInput, ProgressInput } from "../schema";
import { progressCtes } from "./progress";

type Chosen = Standard & { enteredByName: string; enteredOn: string };

/** What the county chose, what was entered last first. */
function chosenBy({ tx, countyId }: { tx: Rows; countyId: string }): Promise<Chosen[]> {
  return tx.$often<Chosen[]>`
    SELECT from_year AS "fromYear", preset, name, targets, entered_by_name AS "enteredByName",
      to_char(entered_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "enteredOn"
    FROM duty_standard WHERE county_id = ${countyId}::uuid ORDER BY entered_at DESC, id DESC`;
}

/** The county's standards: the one of this year, and all it has chosen [R43][R45]. */
export async function countyStandards(scope: CountyScope) {
  const chosen = await chosenBy(scope);
  const thisYear = yearOf(dayOf(scope.now));
  const present = standardOf(chosen, thisYear);
  return {
    year: thisYear,
    present: {
      name: present.name,
      preset: present.preset,
      fromYear: present.fromYear,
      text: standardText(present.targets),
    },
    chosen: chosen.map(({ targets, ...one }) => ({ ...one, text: standardText(targets) })),
  };
}

export async function keepStandard(
  { tx, countyId, actor, now }: CountyScope,
  standard: Standard,
): Promise<string> {
  const id = uuid();
  await tx.dutyStandard.create({
    data: { countyId, id, ...standard, enteredAt: now, enteredByName: actor.name },
  });
  return id;
}

type Row = Omit<Progress, "deed"> & { deed: Deed; deputyId: string; name: string; since: string };

async function progressIn(scope: TownshipReader, year: number, deputyId: string | null) {
  const { tx, countyId, townshipId, now } = scope;
  const period = { countyId, townshipId, fromYear: year, toYear: year, today: dayOf(now) };
  const one = deputyId === null ? Prisma.empty : Prisma.sql`WHERE deputy_id = ${deputyId}::uuid`;
  const rows = await tx.$queryRaw<Row[]>`
    WITH ${progressCtes(period)}
    SELECT deputy_id AS "deputyId", name, since::text AS since, deed, needed, done, due FROM progress ${one} ORDER BY pinyin, deputy_id`;
  const standard = standardOf(await chosenBy(scope), year);
  const order = askedDeeds(standard.targets);
  const told = [...new Set(rows.map((row) => row.deputyId))].map((id) => {
    const own = rows.filter((row) => row.deputyId === id);
    const items = order.flatMap((deed) =>
      own.filter((row) => row.deed === deed && (row.needed > 0 || !row.due)),
    );
    return {
      ...{ id, name: own[0]?.name ?? "", since: own[0]?.since ?? "" },
      items: items.map(({ deed, needed, done, due }) => ({
        deed,
        needed,
        done,
        due,
        missing: isMissing({ deed, needed, done, due }),
      })),
      missing: missingText(items),
    };
  });
  return {
    standard: {
      name: standard.name,
      preset: standard.preset,
      text: standardText(standard.targets),
    },
    deputies: told,
  };
}

const yearAsked = (scope: TownshipReader, year: number | null): number => year ?? yearOf(dayOf(scope.now));

const yearsShown = (scope: TownshipReader): number[] => {
  const last = yearOf(dayOf(scope.now));
  return [last, last - 1, last - 2, last - 3, last - 4];
};

/** How far every deputy of the township's congress is, by name and in no other order [R43]. */
export async function townshipProgress(scope: TownshipReader, input: ProgressInput) {
  const year = yearAsked(scope, input.year);
  const { standard, deputies } = await progressIn(scope, year, null);
  return {
    year,
    years: yearsShown(scope),
    standard,
    deputies,
    met: deputies.filter(({ missing }) => missing === null).length,
  };
}

/** The same of one deputy; null for whoever sits in other congresses alone, or no more. */
export async function deputyProgress(scope: TownshipReader, { id, year: asked }: DeputyProgressInput) {
  const year = yearAsked(scope, asked);
  await assertLiving(scope, deputy, id);
  const { standard, deputies } = await progressIn(scope, year, id);
  return { year, standard, deputy: deputies[0] ?? null };
}
