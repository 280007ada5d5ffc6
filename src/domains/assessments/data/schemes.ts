import "server-only";
import { everyCellOf } from "@/domains/figures/data/on-demand";
import { type SchemeVersion, schemeById, schemeOf, schemeVersions } from "@/domains/figures/data/schemes";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import type { ExportSheet } from "@/lib/sheets";
import { dayOf, yearOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { needsDecision } from "../rules/publishing";
import { schemeRows } from "../rules/scheme-table";
import { schemeColumns } from "../rules/table-columns";
import type { OwnSchemeInput, SchemeInput, ValuesInput } from "../schema";
import { commentsOn } from "./comments";

/** The county's versions, the newest year first. */
export async function schemes(scope: CountyScope) {
  return { year: yearOf(dayOf(scope.now)), versions: await schemeVersions(scope) };
}

export type Version = Awaited<ReturnType<typeof schemes>>["versions"][number];

const publishedBefore = (all: readonly SchemeVersion[], year: number): boolean =>
  all.some((one) => one.year === year && one.status === "published");

/** One version with what is wrong with it, what was said of it, and what publishing it would take. */
export async function scheme(scope: CountyScope, { id }: SchemeInput) {
  const kept = await schemeById(scope, id);
  const today = dayOf(scope.now);
  const versions = await schemeVersions(scope);
  const before = publishedBefore(versions, kept.year);
  return {
    ...kept,
    today,
    faults: checkScheme(kept.scheme),
    publishedBefore: before,
    needsDecision: needsDecision(kept.year, today, before),
    comments: await commentsOn(scope, id),
    others: versions
      .filter((one) => one.id !== id)
      .map((one) => pick(one, "id", "year", "edition", "name", "status")),
  };
}

/** Every township's values of a year, for trying a scheme on them in the browser: also what the year's own scheme does not use. */
export async function values(scope: CountyScope, { year }: ValuesInput) {
  const { townships } = await everyCellOf(scope, year);
  return {
    year,
    townships: townships.map(({ township, every }) => ({
      code: township.code,
      name: township.shortName,
      class: township.class,
      values: every.map((cell) => pick(cell, "metric", "state", "numerator", "denominator", "parts")),
    })),
  };
}

/** What a township sees: the scheme that its year is scored by, and one that the county asks it about. */
export async function ownScheme(scope: TownshipScope, { year }: OwnSchemeInput) {
  const { scheme: inForce, ...since } = await schemeOf(scope.tx, scope.countyId, year);
  const asked = (await schemeVersions(scope)).filter(({ status }) => status === "consultation");
  const consultations = [];
  for (const { id } of asked) {
    const kept = await schemeById(scope, id);
    const shown = pick(kept, "id", "year", "edition", "name", "consultedUntil", "scheme");
    consultations.push({ ...shown, comments: await commentsOn(scope, id) });
  }
  return { year, today: dayOf(scope.now), scheme: inForce, ...since, consultations };
}

/** A version's indicators as a table that can be changed in Excel and brought in again. */
export async function exportScheme(scope: CountyScope, { id }: SchemeInput): Promise<ExportSheet> {
  const kept = await schemeById(scope, id);
  return {
    title: `${kept.year} 年考核方案（第 ${kept.edition} 版）`,
    columns: schemeColumns.map(({ header, width }) => ({ header, width })),
    rows: schemeRows(kept.year, kept.scheme.dimensions),
  };
}
