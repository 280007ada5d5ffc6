import "server-only";
import { dayOf, utcOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { ownAskById } from "../data/rows";
import { changeOwnAsk } from "../data/writes";
import { requestKindLabels } from "../labels";
import { mayAnswer } from "../rules/asks";
import { isHeldKey, labelOf } from "../rules/held";
import type { AnswerInput } from "../schema";

/** What the township reports, or where in the system the county finds it; again after it was given back. */
export async function answer(scope: TownshipScope, { id, version, answer: said, heldKey }: AnswerInput) {
  const ask = await ownAskById(scope, id);
  if (heldKey !== null && !isHeldKey(heldKey)) throw notFound();
  obey(mayAnswer(ask.facts, { answer: said, heldKey }));
  const answeredOn = dayOf(scope.now);
  await changeOwnAsk(
    scope,
    { id, version },
    {
      ...{ answeredOn: utcOf(answeredOn), answeredByName: scope.actor.name, answer: said, heldKey },
      ...{ returnedOn: null, returnWhy: null },
    },
  );
  const { kind, title } = ask.request;
  const where = heldKey === null ? "" : `，数据已在系统中：${labelOf(heldKey)}`;
  await scope.audit({
    action: "dataRequests.answer",
    ...{ recordType: "dataAsk", recordId: id, occurredOn: answeredOn },
    summary: `报送${requestKindLabels[kind]}「${title}」${where}`,
    detail: { ...difference(ask, { answer: said }) },
  });
  return { id };
}
