import "server-only";
import { v7 as uuid } from "uuid";
import { utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference, lost } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { firstSeen } from "../data/duties";
import { leavesOf, loadLeave } from "../data/leaves";
import { lockDeputy } from "../data/record";
import { mayTakeLeave } from "../rules/leave";
import type { AddLeaveInput } from "../schema";

/** Days on which the deputy is not to be asked along. */
export async function addLeave(scope: TownshipScope, { deputyId, startsOn, endsOn, reason }: AddLeaveInput) {
  const deputy = await lockDeputy(scope, deputyId);
  const seen = await firstSeen(scope, deputyId, startsOn, endsOn);
  obey(mayTakeLeave(await leavesOf(scope, deputy.id), { startsOn, endsOn }, seen));
  const id = uuid();
  await scope.tx.deputyLeave.create({
    data: {
      ...{ ...tenantOf(scope), id, deputyId, reason },
      ...{ startsOn: utcOf(startsOn), endsOn: utcOf(endsOn) },
      ...{ enteredAt: scope.now, enteredBy: scope.actor.accountId, enteredByName: scope.actor.name },
    },
  });
  await scope.audit({
    ...{ action: "deputies.addLeave", recordType: "deputyLeave", recordId: id },
    summary: `登记 ${deputy.name} 请假 ${startsOn} 至 ${endsOn}`,
    detail: difference(null, { startsOn, endsOn, reason }),
  });
  return { id };
}

/** Entered by mistake, or back early: the rest is entered as a leave of its own. */
export async function strikeLeave(scope: TownshipScope, input: ReasonInput) {
  const { deputyId, startsOn, endsOn } = await loadLeave(scope, input.id);
  const deputy = await lockDeputy(scope, deputyId);
  await changeOne(scope, "deputyLeave", input, voided(scope, input.reason));
  await scope.audit({
    ...{ action: "deputies.strikeLeave", recordType: "deputyLeave", recordId: input.id },
    summary: `撤销 ${deputy.name} 的请假 ${startsOn} 至 ${endsOn}：${input.reason}`,
    detail: lost({ startsOn, endsOn }),
  });
  return { id: input.id };
}
