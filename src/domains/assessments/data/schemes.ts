import "server-only";
import { everyCellOf } from "@/domains/figures/data/on-demand";
import {
  sameVersioned,
  type SchemeVersion,
  schemeById,
  schemeOf,
  schemeVersions,
  type Versioned,
} from "@/domains/figures/data/schemes";
import { summedSubjects } from "@/domains/figures/data/subjects";
import { type Cell, cellOf } from "@/domains/figures/rules/cells";
import { subjectsOfMetric } from "@/domains/figures/rules/metric-parts";
import { metricCodes, withDomains } from "@/domains/figures/rules/metrics";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import type { AssessedSubject } from "@/domains/figures/rules/subject-schemes";
import type { ExportSheet } from "@/lib/sheets";
import { dayOf, yearOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { schemeName } from "../labels";
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

const publishedBefore = (all: readonly SchemeVersion[], of: Versioned): boolean =>
  all.some((one) => sameVersioned(one, of) && one.status === "published");

/** One version with what is wrong with it, what was said of it, and what publishing it would take. */
export async function scheme(scope: CountyScope, { id }: SchemeInput) {
  const kept = await schemeById(scope, id);
  const today = dayOf(scope.now);
  const versions = await schemeVersions(scope);
  const before = publishedBefore(versions, kept);
  return {
    ...kept,
    today,
    faults: checkScheme(kept.scheme),
    publishedBefore: before,
    needsDecision: needsDecision(kept.year, today, before),
    comments: await commentsOn(scope, id),
    others: versions
      .filter((one) => one.id !== id)
      .map((one) => pick(one, "id", "year", "subject", "edition", "name", "status")),
  };
}

const triedOn = (cells: readonly Cell[]) =>
  cells.map((cell) => pick(cell, "metric", "state", "numerator", "denominator", "parts"));

/** The values of every group or unit, of all that may be asked of them. */
async function subjectValues(scope: CountyScope, year: number, subject: AssessedSubject) {
  const counted = metricCodes.filter((code) => subjectsOfMetric(code).includes(subject));
  const summed = await summedSubjects(scope, year, subject, withDomains(counted));
  return summed.map(({ id, name, township, sums, around }) => ({
    code: id,
    name: `${township.shortName} ${name}`,
    class: township.class,
    values: triedOn(counted.map((metric) => cellOf(metric, sums, around))),
  }));
}

/**
 * The values of a year of everybody that is assessed, for trying a scheme on them in the browser: also what the year's own
 * scheme does not use.
 */
export async function values(scope: CountyScope, { year, subject }: ValuesInput) {
  if (subject !== "township") return { year, subject, townships: await subjectValues(scope, year, subject) };
  const { townships } = await everyCellOf(scope, year);
  return {
    year,
    subject,
    townships: townships.map(({ township, every }) => ({
      code: township.code,
      name: township.shortName,
      class: township.class,
      values: triedOn(every),
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
    const shown = pick(kept, "id", "year", "subject", "edition", "name", "consultedUntil", "scheme");
    consultations.push({ ...shown, comments: await commentsOn(scope, id) });
  }
  return { year, today: dayOf(scope.now), scheme: inForce, ...since, consultations };
}

/** A version's indicators as a table that can be changed in Excel and brought in again. */
export async function exportScheme(scope: CountyScope, { id }: SchemeInput): Promise<ExportSheet> {
  const kept = await schemeById(scope, id);
  return {
    title: `${schemeName(kept)}（第 ${kept.edition} 版）`,
    columns: schemeColumns.map(({ header, width }) => ({ header, width })),
    rows: schemeRows(kept.year, kept.scheme),
  };
}
