import "server-only";
import { appraisalsEvidence } from "@/domains/appraisals/evidence";
import { contactEvidence } from "@/domains/contact/evidence";
import { declarationsEvidence } from "@/domains/declarations/evidence";
import { decisionsEvidence } from "@/domains/decisions/evidence";
import { reportsEvidence } from "@/domains/reports/evidence";
import { deputiesEvidence } from "@/domains/deputies/evidence";
import { petitionsEvidence } from "@/domains/petitions/evidence";
import { plansEvidence } from "@/domains/plans/evidence";
import { fiscalEvidence } from "@/domains/fiscal/evidence";
import { fundsEvidence } from "@/domains/funds/evidence";
import { hearingsEvidence } from "@/domains/hearings/evidence";
import { honoursEvidence } from "@/domains/honours/evidence";
import { jointTasksEvidence } from "@/domains/joint-tasks/evidence";
import { policiesEvidence } from "@/domains/policies/evidence";
import { postsEvidence } from "@/domains/posts/evidence";
import { dutyEvidence } from "@/domains/duty/evidence";
import { practicesEvidence } from "@/domains/practices/evidence";
import { presidiumEvidence } from "@/domains/presidium/evidence";
import { projectsEvidence } from "@/domains/projects/evidence";
import { sessionsEvidence } from "@/domains/sessions/evidence";
import { suggestionsEvidence } from "@/domains/suggestions/evidence/evidence";
import { supervisionEvidence } from "@/domains/supervision/evidence";
import { standardsEvidence } from "@/domains/standards/evidence";
import { trainingsEvidence } from "@/domains/trainings/evidence";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import type { Prisma } from "@/server/db/generated/client";
import type { RecordBehind, SliceEvidence, Source } from "@/server/evidence/slice";
import type { MetricCode } from "./rules/metrics";
import type { RecordType, StepCode } from "./rules/steps";
import { entrySource } from "./data/entries";

/** Every slice whose records feed a metric, a line each; a metric, rule, step or kind that is not known is no evidence. */
const slices: readonly SliceEvidence<MetricCode, RecordType, StepCode, LawRuleKey>[] = [
  sessionsEvidence,
  presidiumEvidence,
  supervisionEvidence,
  suggestionsEvidence,
  deputiesEvidence,
  trainingsEvidence,
  plansEvidence,
  reportsEvidence,
  decisionsEvidence,
  fiscalEvidence,
  projectsEvidence,
  contactEvidence,
  dutyEvidence,
  standardsEvidence,
  appraisalsEvidence,
  petitionsEvidence,
  declarationsEvidence,
  postsEvidence,
  fundsEvidence,
  policiesEvidence,
  hearingsEvidence,
  honoursEvidence,
  jointTasksEvidence,
  practicesEvidence,
];

/** Which metric is fed by which query: each slice's own, and the entry of every dated step (G2). */
export const sources: readonly Source<MetricCode, LawRuleKey>[] = slices.flatMap((slice) => [
  ...slice.sources,
  ...slice.ledgers.map(entrySource),
]);

/** The kinds of record whose entry is judged (G2). */
export const entered = [
  ...new Set(slices.flatMap(({ ledgers }) => ledgers.map(({ recordType }) => recordType))),
];

/** What is shown of the record behind a row, by its kind. */
export const records = slices.flatMap(
  (slice) => Object.entries(slice.records) as [RecordType, RecordBehind][],
);

/** By which fact of its record a metric judges. */
export const decidedBy = (metric: MetricCode): Prisma.Sql | undefined =>
  slices.map((slice) => slice.deciding?.[metric]).find((fact) => fact !== undefined);

/** Whose the records of each kind are, of groups and of units. */
export const owners = slices.flatMap(({ owners: said = {} }) =>
  (["group", "unit"] as const).flatMap((subject) =>
    Object.entries(said[subject] ?? {}).map(([kind, rows]) => ({ subject, kind: kind as RecordType, rows })),
  ),
);

/** Each table with the day its records are counted by. */
export const dated = slices.flatMap((slice) => slice.dated);
