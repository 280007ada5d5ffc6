import "server-only";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { keepStage, runningCycle, spanOf } from "../data/cycle";
import { progressOf, saidOf } from "../data/standing";
import { daysOnBeginning, mayPlan } from "../rules/days";
import { mayBegin, placeOf, stageNames, stages } from "../rules/stages";
import type { BeginInput, PlanInput } from "../schema";

/** Sets the days of a stage that has not begun; the days of those after it follow. */
export async function planStage(scope: CountyScope, { year, stage, from, until, version }: PlanInput) {
  const cycle = await runningCycle(scope, year);
  const earlier = stages[placeOf(stage) - 1] ?? "frozen";
  obey(mayPlan(stage, cycle.stage, { from, until }, spanOf(cycle.plan[earlier]), cycle.calendar));
  const days = { ...cycle.kept?.days, [stage]: { from, until } };
  const id = await keepStage(scope, cycle, version, { stage: cycle.stage, days });
  await scope.audit({
    action: "cycles.planStage",
    recordType: "assessmentCycle",
    recordId: id,
    summary: `${year} 年考核“${stageNames[stage]}”定为 ${from}${until === null ? "" : ` 至 ${until}`}`,
    detail: { ...difference(spanOf(cycle.plan[stage]), { from, until }), stage },
  });
  return { id };
}

/** Begins the next stage, today. */
export async function beginStage(scope: CountyScope, { year, stage, version }: BeginInput) {
  const cycle = await runningCycle(scope, year);
  const { today, plan, calendar } = cycle;
  const { unknown, ...span } = daysOnBeginning(stage, today, plan[stage], calendar);
  const progress = progressOf(cycle, await saidOf(scope, cycle));
  obey(mayBegin(stage, { ...progress, unknown: stage === "appeal" ? unknown : null }));
  const id = await keepStage(scope, cycle, version, {
    stage,
    days: { ...cycle.kept?.days, [stage]: span },
  });
  await scope.audit({
    action: "cycles.beginStage",
    recordType: "assessmentCycle",
    recordId: id,
    summary: `${year} 年考核进入“${stageNames[stage]}”${span.until === null ? "" : `，到 ${span.until} 截止`}`,
    occurredOn: today,
    detail: difference({ stage: cycle.stage }, { stage }),
  });
  return { id };
}
