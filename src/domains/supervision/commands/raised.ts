import "server-only";
import { dayOf, utcOf } from "@/lib/dates";
import { excerpt } from "@/lib/excerpt";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { loadFinding } from "../data/findings";
import { changeRaised, keepRaised, ownRaised, raisedById, takeBack, waitsAbove } from "../data/raised";
import { raisedOutcomeLabels } from "../labels";
import { mayAnswerRaised, mayRaise, mayReceive, mayTakeBack } from "../rules/raised";
import type { AnswerRaisedInput, RaiseInput, ReceiveRaisedInput, TakeBackInput } from "../schema";

type Told = { action: string; summary: string; detail: Record<string, unknown> };

/** In the finding's own history: what the county did with it stands there as well. */
const ofFinding = (findingId: string, told: Told) => ({
  ...{ ...told, recordType: "finding" as const, recordId: findingId },
});

/** Up to the county, because it is beyond the township's power [R31]. */
export async function raiseFinding(scope: TownshipScope, { id, why, ask }: RaiseInput) {
  const { row, facts } = await loadFinding(scope, id);
  obey(mayRaise(facts, await waitsAbove(scope, id)));
  const raised = await keepRaised(scope, { findingId: id, why, ask });
  await scope.audit(
    ofFinding(id, {
      action: "supervision.raise",
      summary: `问题${row.number}上报县人大：${excerpt(ask, 80)}`,
      detail: difference(null, { why, ask }),
    }),
  );
  return { id: raised };
}

/** What the county has not answered yet is taken back with a reason. */
export async function takeBackRaised(scope: TownshipScope, { id, version, reason }: TakeBackInput) {
  const raised = await ownRaised(scope, id);
  obey(mayTakeBack(raised));
  await takeBack(scope, { id, version }, reason);
  await scope.audit(
    ofFinding(raised.findingId, {
      action: "supervision.takeBackRaised",
      summary: `撤回上报县人大：${reason}`,
      detail: { reason },
    }),
  );
  return { id };
}

type Raised = Awaited<ReturnType<typeof raisedById>>;

/** In the county's history of what came up, and in the township's of its finding. */
async function tell(scope: CountyScope, raised: Raised, told: Told): Promise<void> {
  const { id, findingId, townshipId, townshipName } = raised;
  await scope.audit({
    ...told,
    summary: `${townshipName}：${told.summary}`,
    recordType: "raisedFinding",
    recordId: id,
  });
  const line = ofFinding(findingId, { ...told, summary: `县人大${told.summary}` });
  await scope.auditEach([{ ...line, townshipId }]);
}

/** The county takes note, and says by when it answers. */
export async function receiveRaised(scope: CountyScope, { id, version, dueOn }: ReceiveRaisedInput) {
  const raised = await raisedById(scope, id);
  const today = dayOf(scope.now);
  obey(mayReceive(raised, dueOn, today));
  const by = { receivedOn: utcOf(today), receivedByName: scope.actor.name, dueOn: utcOf(dueOn) };
  await changeRaised(scope, { id, version }, by);
  await tell(scope, raised, {
    action: "supervision.receiveRaised",
    summary: `接收上报的问题，${dueOn} 前答复`,
    detail: difference(null, { answerBy: dueOn }),
  });
  return { id };
}

/** It comes back: settled, handed to a department of the county, or the township's own matter after all. */
export async function answerRaised(scope: CountyScope, input: AnswerRaisedInput) {
  const { id, version, outcome, handledBy, answer } = input;
  const raised = await raisedById(scope, id);
  obey(mayAnswerRaised(raised, { outcome, handledBy }));
  await changeRaised(
    scope,
    { id, version },
    {
      ...{ answeredOn: utcOf(dayOf(scope.now)), answeredByName: scope.actor.name },
      ...{ outcome, handledBy, answer },
    },
  );
  const by = handledBy === null ? "" : `（${handledBy}）`;
  await tell(scope, raised, {
    action: "supervision.answerRaised",
    summary: `答复上报的问题，${raisedOutcomeLabels[outcome]}${by}：${excerpt(answer, 80)}`,
    detail: difference(null, { outcome, handledBy, answer }),
  });
  return { id };
}
