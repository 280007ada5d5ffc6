import "server-only";
import { type Carried, carriedOut } from "@/domains/supervision/data/carrying";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import { lineChanges } from "@/lib/line-changes";
import { pick } from "@/lib/pick";
import type { CountyScope } from "@/server/db/scope";
import { mergedFigures, type MergedPart } from "../rules/merged";
import { type Section, sectionsOf, statementsOf } from "../rules/statements";
import type { MergedInput } from "../schema";
import { answersOfTask } from "./merged-answers";
import { partsOfTask, type Task, taskById } from "./rows";

const nothing: Pick<Carried, "deputies" | "unnamed" | "visited" | "findings"> = {
  ...{ deputies: 0, unnamed: 0, visited: 0, findings: [] },
};

/** Each township's part with what its activity found and what was answered to the points of the checklist. */
async function partsMerged(scope: CountyScope, task: Task): Promise<MergedPart[]> {
  const parts = await partsOfTask(scope, task.id);
  const townships = await townshipsOf(scope.tx, scope.countyId, task.year);
  const ids = parts.flatMap(({ activity }) => (activity === null ? [] : [activity.id]));
  const carried = new Map((await carriedOut(scope, ids)).map((one) => [one.id, one]));
  const answers = await answersOfTask(scope, task.id);
  const severity = new Map(answers.map((one) => [one.findingId, one.severity]));
  return townships.flatMap(({ id: townshipId, code, name }) =>
    parts
      .filter((part) => part.townshipId === townshipId)
      .map(({ id, state, activity }) => {
        const own = carried.get(activity?.id ?? "") ?? nothing;
        return {
          ...{ id, township: code, name, state, activityId: activity?.id ?? null },
          ...pick(own, "deputies", "unnamed", "visited"),
          findings: own.findings.map((one) => ({ ...one, severity: severity.get(one.id) ?? null })),
          answers: answers.filter(({ partId }) => partId === id),
        };
      }),
  );
}

export type KeptReport = {
  version: number;
  sections: Section[];
  by: string;
  on: Day;
  issuedOn: Day | null;
};

/** Every version of a task's report, the newest first. */
export const reportsOf = ({ tx, countyId }: CountyScope, taskId: string): Promise<KeptReport[]> =>
  tx.$queryRaw<KeptReport[]>`
    SELECT r.version, r.sections, r.entered_by_name AS by, r.issued_on::text AS "issuedOn",
      to_char(r.entered_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS on
    FROM joint_report r WHERE r.county_id = ${countyId}::uuid AND r.task_id = ${taskId}::uuid ORDER BY r.version DESC LIMIT 200`;

/** The figures of a task, the sentences they give, and the text as it was last saved; before that, the sentences. */
export async function mergedOf(scope: CountyScope, id: string) {
  const task = await taskById(scope, id);
  const parts = await partsMerged(scope, task);
  const today = dayOf(scope.now);
  const points = { ...task, points: task.checklist };
  const statements = statementsOf(points, parts, today);
  const kept = await reportsOf(scope, id);
  const drafted = sectionsOf(statements);
  return {
    ...{ today, task, parts, statements, kept, figures: mergedFigures(points, parts) },
    sections: kept[0]?.sections ?? drafted,
    version: kept[0]?.version ?? 0,
    issuedOn: kept[0]?.issuedOn ?? null,
  };
}

/** The same for the page: each version with what it changed of the one before, line by line. */
export async function merged(scope: CountyScope, { id }: MergedInput) {
  const { task, parts: _, kept, statements, ...told } = await mergedOf(scope, id);
  const { title, year, state, kind, version } = task;
  return {
    ...told,
    task: { id, title, year, state, kind, version },
    statements: statements.map((one) => ({
      ...one,
      inText: told.sections.some(({ text }) => text.includes(one.text)),
    })),
    versions: kept.map((one, index) => ({
      ...{ version: one.version, by: one.by, on: one.on, issuedOn: one.issuedOn },
      changes: one.sections.map(({ code, text }) => ({
        code,
        lines:
          index === kept.length - 1
            ? []
            : lineChanges(
                kept[index + 1]?.sections.find((was) => was.code === code)?.text ?? "",
                text,
              ).filter(({ kind: how }) => how !== "same"),
      })),
    })),
  };
}
export type Merged = Awaited<ReturnType<typeof merged>>;
