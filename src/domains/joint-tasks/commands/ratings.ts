import "server-only";
import { countInOffice } from "@/domains/deputies/data/in-office";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { keepRatings, ratedParts } from "../data/ratings";
import { ownPartById, taskById } from "../data/rows";
import { changeOwnPart, changeTask } from "../data/writes";
import { ratingLevelLabels } from "../labels";
import { mayNameBureaus, mayRate } from "../rules/ratings";
import type { NameBureausInput, RateInput } from "../schema";
import { titleOf } from "./tasks";
import { tellCounty } from "./tell";

/** Whom the deputies rate. */
export async function nameBureaus(scope: CountyScope, { id, version, bureaus }: NameBureausInput) {
  const task = await taskById(scope, id);
  obey(mayNameBureaus(task.kind, task.state, (await ratedParts(scope, id)).size));
  const named = [...new Set(bureaus)];
  await changeTask(scope, { id, version }, { bureaus: named });
  await tellCounty(scope, task, {
    ...{ action: "jointTasks.nameBureaus", summary: `定联动${titleOf(task)}的被评部门 ${named.length} 个` },
    detail: difference({ bureaus: task.bureaus.join("、") }, { bureaus: named.join("、") }),
  });
  return { id };
}

/** A township's ballots of one level of deputies, for all bureaus at once [R88]. */
export async function rate(scope: TownshipScope, input: RateInput) {
  const { id, version, level, ratedOn, lines } = input;
  const { part, task } = await ownPartById(scope, id);
  const { year, bureaus } = task;
  const inOffice = await countInOffice(scope, ratedOn, level);
  obey(mayRate(part.facts, { ratedOn, year, inOffice, lines, bureaus }, dayOf(scope.now)));
  await changeOwnPart(scope, { id, version }, {});
  await keepRatings(scope, input);
  const told = lines.map(
    (one) =>
      `${one.bureau} ${one.satisfied}/${one.basic}/${one.dissatisfied}/${one.abstained}（发${one.issued}收${one.returned}）`,
  );
  await scope.audit({
    ...{ action: "jointTasks.rate", recordType: "jointPart", recordId: id, occurredOn: ratedOn },
    summary: `填报联动${titleOf(task)}的票数：${ratingLevelLabels[level]}，${lines.length} 个部门`,
    detail: { ...difference(null, { level, ratedOn, lines: told.join("；") }) },
  });
  return { id };
}
