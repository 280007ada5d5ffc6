import "server-only";
import { evidencePageSize, leftOutShown } from "@/domains/figures/data/cell";
import { listEvidence, sumBySubject, sumEvidence } from "@/domains/figures/data/evidence";
import { aroundOf, subjectsIn } from "@/domains/figures/data/subjects";
import { cellOf } from "@/domains/figures/rules/cells";
import { contextsOf } from "@/domains/figures/rules/metric-law";
import { subjectLabels, subjectsOfMetric } from "@/domains/figures/rules/metric-parts";
import { metricOf, withDomains } from "@/domains/figures/rules/metrics";
import { comparedTownship, lawChoiceOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { AppError, notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { EvidenceInput, OwnEvidenceInput } from "../schema";

/** The figure of one group or unit with the rows it is the sum of: of each township's evidence those that are its part. */
async function behind(
  scope: CountyScope | TownshipScope,
  townshipId: string | null,
  { year, subject, id, metric, page }: EvidenceInput | OwnEvidenceInput,
) {
  if (!subjectsOfMetric(metric).includes(subject))
    throw new AppError(
      "RULE",
      `「${metricOf(metric).name}」不能按${subjectLabels[subject]}计，请换一个口径。`,
    );
  const { tx, countyId, now } = scope;
  const span = { fromYear: year, toYear: year, today: dayOf(now) };
  const all = await subjectsIn(tx, { countyId, townshipId, ...span }, subject, [id]);
  const one = all.find((found) => found.id === id);
  if (one === undefined) throw notFound();
  const period = { countyId, townshipId: one.townshipId, ...span };
  const sums = (await sumBySubject(tx, period, [metric], subject)).filter(
    ({ subjectId }) => subjectId === id,
  );
  const around = aroundOf(subject, await sumEvidence(tx, period, withDomains([metric])));
  const of = { subject, id };
  const counted = await listEvidence(tx, period, metric, true, { page, pageSize: evidencePageSize }, of);
  const leftOut = await listEvidence(tx, period, metric, false, { page: 1, pageSize: leftOutShown }, of);
  const { rule, citation } = contextsOf(await lawChoiceOf(scope), year, span.today)[metric];
  return {
    ...{
      name: one.name,
      townshipId: one.townshipId,
      metric,
      year,
      page,
      pageSize: evidencePageSize,
      rule,
      citation,
    },
    cell: cellOf(metric, sums, around),
    ...{ rows: counted.rows, total: counted.total, leftOut: leftOut.rows, leftOutTotal: leftOut.total },
  };
}

/** What makes one figure of a group or a unit. */
export async function evidence(scope: CountyScope, input: EvidenceInput) {
  const { townshipId, ...told } = await behind(scope, null, input);
  return { ...told, township: pick(await comparedTownship(scope, { id: townshipId }), "code", "name") };
}

/** The same of a township's own. */
export async function ownEvidence(scope: TownshipScope, input: OwnEvidenceInput) {
  const { townshipId, ...told } = await behind(scope, scope.townshipId, input);
  return { ...told, township: pick(await comparedTownship(scope, { id: townshipId }), "code", "name") };
}

export type SubjectEvidence = Awaited<ReturnType<typeof evidence>>;
