import "server-only";
import { keepPublication, keepResult } from "@/domains/figures/data/result";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { begunCycle, keepStage } from "../data/cycle";
import { basisOf, decisionsIn, progressOf, saidOf } from "../data/standing";
import { mayAward, mayDecideYear, rankingNames } from "../rules/meeting";
import { mayBegin, type Stage } from "../rules/stages";
import type { DecideYearInput, PublishInput } from "../schema";

/** The directors' meeting decides: points with all that was decided, grades, places; kept for good. */
export async function decideYear(scope: CountyScope, input: DecideYearInput) {
  const { year, version, meetingOn, meetingNumber, percent, panel } = input;
  const cycle = await begunCycle(scope, year);
  const said = await saidOf(scope, cycle);
  obey(mayBegin("decided", progressOf(cycle, said)));
  const { basis } = said;
  const codes = new Set(basis.townships.map(({ code }) => code));
  if (panel.some(({ points }) => points.some(({ code }) => !codes.has(code)))) throw notFound();
  const { today, plan } = cycle;
  obey(
    mayDecideYear({
      ...{ meetingOn, today, appealsUntil: plan.appeal.until, percent, panel, townships: basis.townships },
    }),
  );
  const decision = {
    ...{ meetingOn, meetingNumber, decidedAt: scope.now.toISOString(), percent },
    panel: panel.map(({ role, points }) => ({ role, points })),
    townships: decisionsIn(said),
  };
  const { id, hash } = await keepResult(
    scope,
    basis,
    decision,
    panel.map(({ name }) => name),
  );
  await beginToday(scope, year, version, "decided");
  await scope.audit({
    action: "cycles.decideYear",
    recordType: "assessmentCycle",
    recordId: id,
    summary: `${meetingNumber}（${meetingOn}）决定 ${year} 年考核结果`,
    occurredOn: today,
    detail: difference(null, { meetingOn, meetingNumber, percent, hash }),
  });
  return { id, hash };
}

async function beginToday(scope: CountyScope, year: number, version: number, stage: Stage) {
  const cycle = await begunCycle(scope, year);
  const days = { ...cycle.kept.days, [stage]: { from: cycle.today, until: null } };
  await keepStage(scope, cycle, version, { stage, days });
}

/** Each township is told its own result; of the others what the county says here. */
export async function publishResult(scope: CountyScope, { year, version, ranking, awards }: PublishInput) {
  const cycle = await begunCycle(scope, year);
  obey(mayBegin("published", progressOf(cycle, await saidOf(scope, cycle))));
  const { townships } = await basisOf(scope, year);
  if (awards.some(({ code }) => !townships.some((one) => one.code === code))) throw notFound();
  obey(mayAward(awards));
  const id = await keepPublication(scope, year, { ranking, awards });
  await beginToday(scope, year, version, "published");
  const line = {
    ...{ action: "cycles.publishResult", recordType: "assessmentCycle" as const, recordId: id },
    summary: `公布 ${year} 年考核结果：${rankingNames[ranking]}`,
    occurredOn: cycle.today,
    detail: difference(null, { ranking, awards: awards.map(({ name }) => name) }),
  };
  await scope.audit(line);
  await scope.auditEach(townships.map(({ id: townshipId }) => ({ ...line, townshipId })));
  return { id };
}
