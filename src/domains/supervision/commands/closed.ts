import "server-only";
import { dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { dateOrNull, entryDays, newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { loadActivity } from "../data/activities";
import { findingsBeside, nextFindingNumber } from "../data/findings";
import { unitNamed } from "@/domains/suggestions/data/unit-names";
import { verifierOf } from "../data/people";
import { mayEnterStruckOff } from "../rules/closed";
import { isFoundOnce, mayFind, mayVerify } from "../rules/findings";
import type { CreateClosedFindingInput } from "../schema";

/** A finding of an earlier year that was struck off on paper: it is due to nobody, and what is unknown stays empty (R31). */
export async function createClosedFinding(scope: TownshipScope, input: CreateClosedFindingInput) {
  const { activityId, description, unitId, deputyId, rectification } = input;
  const { occurredOn, notifiedOn, dueOn, rectifiedOn, verifiedOn, closedOn } = input;
  const today = dayOf(scope.now);
  const { judged } = await loadActivity(scope, activityId);
  obey(mayFind(judged, occurredOn, today));
  obey(
    mayEnterStruckOff(
      { unitId, occurredOn, notifiedOn, dueOn, rectifiedOn, verifiedOn, closedOn },
      deputyId,
      today,
    ),
  );
  const unit = unitId === null ? null : await unitNamed(scope, unitId);
  if (deputyId !== null && verifiedOn !== null) {
    const { verifier } = await verifierOf(scope, deputyId, verifiedOn, unit);
    const state = "rectified" as const;
    const known = { state, occurredOn, unitId, notifiedOn, dueOn, plannedOn: null, rectifiedOn };
    obey(
      mayVerify({ ...known, verifiedOn: null, verifiedByDeputyId: null }, { verifier, verifiedOn }, today),
    );
  }
  const beside = await findingsBeside(scope, activityId, occurredOn, null);
  obey(isFoundOnce({ description, unitId, source: activityId, occurredOn }, beside));
  const number = await nextFindingNumber(scope, { type: "activity", id: activityId });
  const record = newRecord(scope, input);
  const days = {
    notifiedOn: dateOrNull(notifiedOn),
    rectifiedOn: dateOrNull(rectifiedOn),
    verifiedOn: dateOrNull(verifiedOn),
    closedOn: utcOf(closedOn),
  };
  await scope.tx.finding.create({
    data: {
      ...record,
      ...days,
      ...entryDays(scope, days, ["notified", "rectified", "verified", "closed"]),
      dueOn: dateOrNull(dueOn),
      activityId,
      description,
      unitId,
      rectification,
      verifiedByDeputyId: deputyId,
      number,
      state: "closed",
      enteredClosed: true,
    },
  });
  await scope.audit({
    action: "supervision.addClosedFinding",
    recordType: "finding",
    recordId: record.id,
    summary: `补录已销号的问题${number}：${description.slice(0, 60)}`,
    occurredOn,
    detail: {
      ...difference(null, { activityId, description, unitId, number, closedOn }),
      body: [
        ...(notifiedOn === null ? [] : [`${notifiedOn} 通知整改`]),
        ...(rectifiedOn === null ? [] : [`${rectifiedOn} 整改完成`]),
        ...(verifiedOn === null ? [] : [`${verifiedOn} 代表核实`]),
        `${closedOn} 销号`,
      ].join("；"),
    },
  });
  return { id: record.id, number };
}
