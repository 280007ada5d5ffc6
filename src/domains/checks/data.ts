import "server-only";
import { decidedOn } from "@/domains/figures/data/result";
import { frozenYear, snapshotOf } from "@/domains/figures/data/snapshot";
import { announcementOf, type Check, checksOf, drawOf } from "@/domains/figures/data/spot-checks";
import { titlesOf } from "@/domains/figures/data/titles";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { faceOf, recordHref } from "@/domains/registry";
import { comparedTownship, ownTownship, townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { mayStillCheck } from "./rules";
import type { LinesInput, OverviewInput, OwnInput } from "./schema";

/** Where a year's spot check stands: frozen, announced, drawn. */
export async function standingOf(scope: CountyScope | TownshipScope, year: number) {
  const frozen = await frozenYear(scope, year);
  const announcement = await announcementOf(scope, year);
  const draw = await drawOf(scope, year);
  const today = dayOf(scope.now);
  const rule = {
    ...{ year, today, frozenOn: frozen?.on ?? null },
    ...{ drawnOn: draw?.on ?? null, opensOn: announcement?.opensOn ?? null },
  };
  const hash = frozen?.hash ?? null;
  return { year, today, frozenOn: rule.frozenOn, hash, announcement, draw, rule };
}

export type CheckStanding = Omit<Awaited<ReturnType<typeof standingOf>>, "rule">;

const tally = (checks: readonly Check[]) => {
  const of = (result: string) => checks.filter(({ checked }) => checked?.result === result).length;
  return {
    all: checks.length,
    open: checks.filter(({ checked }) => checked === null).length,
    ...{ asRecorded: of("asRecorded"), differs: of("differs"), missing: of("missing") },
  };
};

/** The assessments that may have been frozen: the last few years. */
const yearsBack = 5;

/** A county's year: how it is drawn, and how far each township's records have been looked at. */
export async function overview(scope: CountyScope, { year }: OverviewInput) {
  const { rule: _, ...standing } = await standingOf(scope, year);
  const checks = await checksOf(scope, year);
  const current = yearOf(standing.today);
  const still = mayStillCheck(year, await decidedOn(scope, year));
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  return {
    ...standing,
    years: Array.from({ length: yearsBack }, (_unused, index) => current - index),
    total: tally(checks),
    /** why nothing can be drawn or noted any more */
    refusal: still.allowed ? null : still.reason,
    townships: townships
      .map(({ id, code, name }) => ({
        ...{ code, name },
        ...tally(checks.filter(({ townshipId }) => townshipId === id)),
      }))
      .filter(({ all }) => all > 0),
  };
}

export type Overview = Awaited<ReturnType<typeof overview>>;

async function linesOf(
  scope: CountyScope | TownshipScope,
  year: number,
  township: { id: string; code: string },
) {
  const checks = await checksOf(scope, year, township.id);
  const snapshot = await snapshotOf(scope, year);
  const names = new Map(
    snapshot === null ? [] : indicatorsOf(snapshot.terms.scheme).map(({ code, name }) => [code, name]),
  );
  const refs = checks.map(({ recordType, recordId }) => ({
    ...{ townshipId: township.id, type: recordType, id: recordId },
  }));
  const titles = await titlesOf(scope.tx, scope.countyId, refs);
  return checks.map(({ id, indicator, recordType, recordId, key, checked }) => ({
    ...{ id, indicator, indicatorName: names.get(indicator) ?? "", key, checked, recordId },
    kind: faceOf(recordType)?.name ?? "",
    title: titles.get(recordId) ?? null,
    href: recordHref(township.code, recordType, recordId),
  }));
}

export type CheckLine = Awaited<ReturnType<typeof linesOf>>[number];

/** The records drawn of one township. */
export async function lines(scope: CountyScope, { year, of }: LinesInput) {
  const township = await comparedTownship(scope, { code: of });
  return {
    township: { code: township.code, name: township.name },
    lines: await linesOf(scope, year, township),
  };
}

/** A township's own, once it is drawn. */
export async function own(scope: TownshipScope, { year }: OwnInput) {
  const { rule: _, ...standing } = await standingOf(scope, year);
  const { code } = await ownTownship(scope);
  const shown = await linesOf(scope, year, { id: scope.townshipId, code });
  const current = yearOf(standing.today);
  return {
    ...standing,
    years: Array.from({ length: yearsBack }, (_unused, index) => current - index),
    lines: shown,
  };
}

/** Townships of a frozen year by their code, merged ones too. */
export async function idsByCode(scope: CountyScope, year: number): Promise<Map<string, string>> {
  const snapshot = await snapshotOf(scope, year);
  return new Map((snapshot?.townships ?? []).map(({ id, standing }) => [standing.code, id]));
}
