import "server-only";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference, lost } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { dayOrNull, newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { loadMandate, lockDeputy, mandatesOf } from "../data/record";
import { endReasonLabels, levelLabels } from "../labels";
import { holdsOn, type Level, mandateMayBeVoided, mandateMayEnd, mandateMayStart } from "../rules/roster";
import type { AddMandateInput, EndMandateInput } from "../schema";

/** Another level, or the next term [R3]. */
export async function addMandate(scope: TownshipScope, input: AddMandateInput) {
  const deputy = await lockDeputy(scope, input.deputyId);
  const { level, termName, constituency, startsOn } = input;
  obey(mandateMayStart(await mandatesOf(scope, deputy.id), { level, startsOn, endsOn: null }));
  const record = newRecord(scope, { ...input, occurredOn: startsOn });
  await scope.tx.mandate.create({
    data: { ...record, deputyId: deputy.id, level, termName, constituency, startsOn: utcOf(startsOn) },
  });
  await scope.audit({
    action: "deputies.addMandate",
    recordType: "deputy",
    recordId: deputy.id,
    summary: `${deputy.name} 当选${termName}${levelLabels[level]}人大代表`,
    occurredOn: startsOn,
    detail: difference(null, { mandateId: record.id, level, termName, constituency, startsOn }),
  });
  return { id: record.id };
}

/** Memberships end with the last mandate: whoever holds none is in no group. */
async function leaveGroups(scope: TownshipScope, deputyId: string, on: Day): Promise<number> {
  const { count } = await scope.tx.groupMember.updateMany({
    where: { ...tenantOf(scope), deputyId, endsOn: null, startsOn: { lte: utcOf(on) } },
    data: { endsOn: utcOf(on) },
  });
  return count;
}

/** Registers the last day in office and why (代表法第62条 for the cases of termination). */
export async function endMandate(scope: TownshipScope, input: EndMandateInput) {
  const mandate = await loadMandate(scope, input.id);
  const deputy = await lockDeputy(scope, mandate.deputyId);
  const period = { startsOn: dayOrNull(mandate.startsOn) ?? "", endsOn: dayOrNull(mandate.endsOn) };
  obey(mandateMayEnd(period, input.endsOn, input.endReason, dayOf(scope.now)));
  const facts = { endsOn: utcOf(input.endsOn), endReason: input.endReason };
  await changeOne(scope, "mandate", input, facts);
  const others = (await mandatesOf(scope, deputy.id)).filter((other) => other.id !== input.id);
  const stays = others.some((other) => holdsOn(other, input.endsOn) && other.endsOn === null);
  const left = stays ? 0 : await leaveGroups(scope, deputy.id, input.endsOn);
  await scope.audit({
    action: "deputies.endMandate",
    recordType: "deputy",
    recordId: deputy.id,
    summary: `${deputy.name} 的${levelLabels[mandate.level as Level]}人大代表职务终止：${endReasonLabels[input.endReason]}`,
    occurredOn: input.endsOn,
    detail: { ...difference(mandate, facts), note: input.note, leftGroups: left },
  });
  return { id: input.id, leftGroups: left };
}

export async function voidMandate(scope: TownshipScope, input: ReasonInput) {
  const mandate = await loadMandate(scope, input.id);
  const deputy = await lockDeputy(scope, mandate.deputyId);
  obey(mandateMayBeVoided((await mandatesOf(scope, deputy.id)).length - 1));
  await changeOne(scope, "mandate", input, voided(scope, input.reason));
  await scope.audit({
    action: "deputies.voidMandate",
    recordType: "deputy",
    recordId: deputy.id,
    summary: `作废 ${deputy.name} 的一条${levelLabels[mandate.level as Level]}级任职：${input.reason}`,
    detail: lost({ level: mandate.level, termName: mandate.termName }),
  });
  return { id: input.id };
}
