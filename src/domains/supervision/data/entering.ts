import "server-only";
import { unitNamed } from "@/domains/suggestions/data/unit-names";
import { dayOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { excerpt } from "@/lib/excerpt";
import { obey } from "@/lib/obey";
import { mattersIn } from "@/lib/text";
import { difference } from "@/server/audit/difference";
import { appraisalDay } from "@/server/db/appraisal-name";
import { newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { comesFromOne, isFoundOnce, mayBeFindings, mayFind, mayFindIn } from "../rules/findings";
import type { CreateFindingInput } from "../schema";
import { loadActivity } from "./activities";
import { findingsBeside, nextFindingNumber } from "./findings";

type NewFindings = Omit<CreateFindingInput, "township" | "idempotencyKey">;

/** One finding of an activity, or with `perLine` as many as there are lines, all on one day and of one unit. */
export async function enterFindings(scope: TownshipScope, input: NewFindings) {
  const { activityId, appraisalId, unitId, occurredOn } = input;
  obey(comesFromOne(input));
  const descriptions = input.perLine ? mattersIn(input.description) : [input.description];
  const today = dayOf(scope.now);
  const found =
    activityId === null
      ? mayFindIn({ occurredOn: await appraisalDay(scope, appraisalId ?? "") }, occurredOn, today)
      : mayFind((await loadActivity(scope, activityId)).judged, occurredOn, today);
  obey(firstDenial(found, mayBeFindings(descriptions)));
  if (unitId !== null) await unitNamed(scope, unitId);
  const source = {
    type: activityId === null ? "appraisal" : "activity",
    id: activityId ?? appraisalId ?? "",
  } as const;
  const first = await nextFindingNumber(scope, source);
  const there = await findingsBeside(scope, source.id, occurredOn, null);
  const made = [];
  for (const [index, description] of descriptions.entries()) {
    const number = first + index;
    const one = { description, unitId, source: source.id, occurredOn };
    obey(isFoundOnce(one, there));
    there.push({ ...one, number, sameTopic: true });
    const record = newRecord(scope, input);
    await scope.tx.finding.create({
      data: { ...record, activityId, appraisalId, description, unitId, number },
    });
    await scope.audit({
      action: "supervision.addFinding",
      recordType: "finding",
      recordId: record.id,
      summary: `登记问题${number}：${excerpt(description, 60)}`,
      occurredOn,
      detail: difference(null, { activityId, appraisalId, description, unitId, number }),
    });
    made.push({ id: record.id, number });
  }
  const [one = { id: "", number: first }] = made;
  return { ...one, added: made.length };
}
