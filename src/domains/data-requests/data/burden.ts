import "server-only";
import { type Committee, committeeLabels } from "@/domains/joint-tasks/labels";
import { plannedVisits } from "@/domains/joint-tasks/data/burden";
import { limitsOf } from "@/domains/joint-tasks/data/set-up";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import type { ExportSheet } from "@/lib/sheets";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { own } from "@/server/records/uses";
import { Prisma } from "@/server/db/generated/client";
import type { RequestKind } from "../labels";
import { burdenOf, type BurdenAsk } from "../rules/burden";
import { burdenSheet } from "../rules/burden-sheet";
import type { BurdenInput, OwnAsksInput } from "../schema";

type Asked = { township: string; committee: Committee; day: Day; dueOn: Day; kind: RequestKind };

/** A whole county's, or one township's of what it was told. */
type Reader = { tx: Rows; countyId: string; townshipId?: string };

/** What was asked for in a year and was not taken back, a row for each township that owes it. */
const askedIn = ({ tx, countyId, townshipId }: Reader, year: number) => tx.$queryRaw<Asked[]>`
  SELECT a.township_id AS township, r.committee, r.sent_on::text AS day, r.due_on::text AS "dueOn", r.kind
  FROM data_ask a JOIN data_request r ON r.county_id = a.county_id AND r.id = a.request_id
  WHERE ${own({ countyId, townshipId: townshipId ?? null }, Prisma.sql`a`)} AND r.recalled_on IS NULL AND r.year = ${year}::int
  ORDER BY r.sent_on, a.id`;

/**
 * Forms and reports of a year: what was asked for by itself, on the day it was asked for, and each task's written result, in the
 * year of the task and the month of its visit; of a rating that is the form with the ballots. A late due day moves neither.
 */
async function papersOf(scope: Reader, year: number, visits: Visits): Promise<BurdenAsk[]> {
  const asked = await askedIn(scope, year);
  const results = visits
    .filter(({ issued }) => issued)
    .map(({ township, committee, from: day, resultDueOn: dueOn, rating }): BurdenAsk => ({
      ...{ township, committee, day, dueOn, kind: rating ? "form" : "report" },
    }));
  const own = asked.map(({ kind, ...rest }): BurdenAsk => ({
    ...{ ...rest, kind: kind === "report" ? "report" : "form" },
  }));
  return [...own, ...results];
}
type Visits = Awaited<ReturnType<typeof plannedVisits>>;

/** What the county asks of its townships in a year [R87]. */
export async function burdenOfYear(scope: CountyScope, input: BurdenInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const visits = await plannedVisits(scope, year);
  const asks = await papersOf(scope, year, visits);
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const { townshipPerYear: cap, papersPerYear: paperCap } = await limitsOf(scope);
  const named = new Map(townships.map(({ id, name }) => [id, name]));
  const burden = burdenOf({
    ...{ year, today, cap, paperCap, asks, townships: townships.map(({ id }) => id) },
    visits: visits.filter(({ rating }) => !rating),
  });
  const withName = <One extends { township: string }>(one: One) => ({
    ...one,
    name: named.get(one.township) ?? "",
  });
  return {
    ...{ year, today, cap, paperCap },
    byTownship: burden.byTownship.map(withName),
    byUnit: burden.byUnit
      .map(withName)
      .toSorted((one, other) => other.total.visits - one.total.visits || one.unit.localeCompare(other.unit)),
    byCommittee: burden.byCommittee.map((one) => ({
      ...{ ...one, committee: one.committee as Committee, name: committeeLabels[one.committee as Committee] },
    })),
  };
}

/** What the county asks of one township in a year, as far as it was told: its own ledger and forecast [R87]. */
export async function ownBurden(scope: TownshipReader, input: OwnAsksInput) {
  const { townshipId } = scope;
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const visits = await plannedVisits(scope, year);
  const asks = await papersOf(scope, year, visits);
  const { townshipPerYear: cap, papersPerYear: paperCap } = await limitsOf(scope);
  const { byTownship } = burdenOf({
    ...{ year, today, cap, paperCap, asks, townships: [townshipId] },
    visits: visits.filter(({ rating }) => !rating),
  });
  const [own] = byTownship;
  return own === undefined ? null : { ...own, year, paperCap };
}

export async function exportBurden(scope: CountyScope, input: BurdenInput): Promise<ExportSheet> {
  return burdenSheet(await burdenOfYear(scope, input));
}

/** Of these townships, those of whom as many forms and reports were asked in a year as the county set itself for most. */
export async function beyondCap(
  scope: CountyScope,
  year: number,
  townships: readonly { id: string; name: string }[],
): Promise<string[]> {
  const { papersPerYear } = await limitsOf(scope);
  const asks = await papersOf(scope, year, await plannedVisits(scope, year));
  return townships
    .filter(({ id }) => asks.filter(({ township }) => township === id).length >= papersPerYear)
    .map(({ name }) => name);
}
