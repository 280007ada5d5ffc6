import "server-only";
import {
  changeScheme,
  draftScheme,
  nextEdition,
  openScheme,
  type SchemeVersion,
  schemeById,
  schemeOf,
  type Versioned,
} from "@/domains/figures/data/schemes";
import { type Scheme, subjectOf } from "@/domains/figures/rules/scheme";
import { defaultSchemes } from "@/domains/figures/rules/subject-schemes";
import { schemeDifference } from "@/domains/figures/rules/scheme-difference";
import { AppError } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { importAlone, refuseFile } from "@/server/sheets/import";
import { schemeName } from "../labels";
import { mayEdit } from "../rules/publishing";
import { readSchemeFile } from "./scheme-file";
import { readSchemeTable } from "../rules/scheme-table";
import type { ImportSchemeInput, ReadSchemeInput, SaveSchemeInput, StartSchemeInput } from "../schema";

const titleOf = (one: SchemeVersion) => `${schemeName(one)}第 ${one.edition} 版`;

const inWork = (of: Versioned): AppError =>
  new AppError("CONFLICT", `${schemeName(of)}已经有一版在起草或征求意见，请在那一版上改。`);

async function start(scope: CountyScope, year: number, scheme: Scheme, from: string) {
  const of = { year, subject: subjectOf(scheme) };
  if ((await openScheme(scope, of)) !== null) throw inWork(of);
  const id = await draftScheme(scope, year, scheme);
  if (id === null) throw inWork(of);
  await scope.audit({
    action: "assessments.startScheme",
    recordType: "assessmentScheme",
    recordId: id,
    summary: `起草${schemeName(of)}，${from}`,
    detail: difference(null, { year, name: scheme.name }),
  });
  return { id };
}

/** A new version to work on: from the default, or from an earlier version, which may be another year's. */
export async function startScheme(scope: CountyScope, { year, from, subject }: StartSchemeInput) {
  if (from === null) return start(scope, year, defaultSchemes[subject], "以默认方案为底稿");
  const kept = await schemeById(scope, from);
  return start(scope, year, kept.scheme, `以${titleOf(kept)}为底稿`);
}

type Kept = Awaited<ReturnType<typeof schemeById>>;

const mostTold = 100;

/** A draft that is to assess others becomes one of their versions, where none of theirs is being worked on. */
async function editionFor(scope: CountyScope, before: Kept, scheme: Scheme): Promise<number> {
  const of = { year: before.year, subject: subjectOf(scheme) };
  if (of.subject === before.subject) return before.edition;
  if ((await openScheme(scope, of)) !== null) throw inWork(of);
  return nextEdition(scope, of);
}

/** What changed is told in the sentences of the readable difference: a definition is far too long for a history. */
async function replace(scope: CountyScope, before: Kept, version: number, scheme: Scheme, how: string) {
  obey(mayEdit(before.status));
  const changes = schemeDifference(before.scheme, scheme);
  const seen = { id: before.id, version };
  const edition = await editionFor(scope, before, scheme);
  await changeScheme(scope, seen, {
    ...{ name: scheme.name, edition },
    definition: JSON.parse(JSON.stringify(scheme)) as object,
  });
  await scope.audit({
    action: "assessments.saveScheme",
    recordType: "assessmentScheme",
    recordId: before.id,
    summary: `${how}${titleOf(before)}，${changes.length} 处改动`,
    detail: difference(null, { changes: changes.slice(0, mostTold) }),
  });
  return { id: before.id };
}

/** A draft may be faulty: it is saved as it is, and the faults are shown. */
export async function saveScheme(scope: CountyScope, { id, version, scheme }: SaveSchemeInput) {
  return replace(scope, await schemeById(scope, id), version, scheme, "修改");
}

/** Into the year's draft for those whom it assesses, or where there is none, as a new one. */
async function takeIn(scope: CountyScope, of: Versioned, schemeFrom: (base: Scheme) => Scheme, what: string) {
  const { year, subject } = of;
  const open: SchemeVersion | null = await openScheme(scope, of);
  if (open === null) {
    const { scheme } = await schemeOf(scope.tx, scope.countyId, year, subject);
    return start(scope, year, schemeFrom(scheme), `从${what}导入`);
  }
  const before = await schemeById(scope, open.id);
  return replace(scope, before, before.version, schemeFrom(before.scheme), `从${what}导入`);
}

/** A scheme file of this or another county; a broken one, or one of another format, leaves everything as it was. */
export async function readScheme(scope: CountyScope, { year, file }: ReadSchemeInput) {
  const read = readSchemeFile(file);
  if ("refusal" in read) throw new AppError("RULE", read.refusal);
  return takeIn(scope, { year, subject: subjectOf(read.scheme) }, () => read.scheme, "方案文件");
}

/** The table of indicators from Excel; names, grades and what lies beside the points stay as they are in the draft. */
export async function importScheme(scope: CountyScope, { rows }: ImportSchemeInput) {
  await importAlone(scope, "schemes");
  const { year, subject, dimensions, problems } = readSchemeTable(rows);
  refuseFile(problems);
  await takeIn(scope, { year, subject }, (base) => ({ ...base, dimensions }), "表格");
  return { created: rows.length };
}
