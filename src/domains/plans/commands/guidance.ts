import "server-only";
import { v7 as uuid } from "uuid";
import { utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { mattersIn } from "@/lib/text";
import { taken } from "@/lib/errors";
import { difference } from "@/server/audit/difference";
import { changeOneOfCounty } from "@/server/db/change";
import type { CountyScope } from "@/server/db/scope";
import { guidanceById, guidanceOf } from "../data/guidance";
import { mayBePoints, mayPublish } from "../rules/guidance";
import type { PublishGuidanceInput, SaveGuidanceInput } from "../schema";

/** A year's guidance: a new one, or with `id` the one being corrected. */
export async function saveGuidance(scope: CountyScope, input: SaveGuidanceInput) {
  const { id: known, version, year, title, documentNumber } = input;
  const points = mattersIn(input.points);
  const before = known === null ? null : await guidanceById(scope, known);
  obey(mayBePoints(points, before));
  const beside = await guidanceOf(scope, year);
  if (beside !== null && beside.id !== known)
    throw taken("year", `${year}年指导意见已经登记，请修改那一份。`);
  const facts = { year, title, documentNumber, points };
  const id = known ?? uuid();
  if (before === null)
    await scope.tx.guidance.create({
      data: { ...facts, countyId: scope.countyId, id, enteredByName: scope.actor.name, enteredAt: scope.now },
    });
  else
    await changeOneOfCounty(
      scope,
      "guidance",
      { id, version: version ?? 0 },
      { ...facts, editedAt: scope.now },
    );
  await scope.audit({
    action: "plans.saveGuidance",
    recordType: "guidance",
    recordId: id,
    summary: `${before === null ? "起草" : "修改"}《${title}》，${points.length} 条`,
    detail: difference(before, facts),
  });
  return { id };
}

/** From now on townships see it and say which of their items answers which point. */
export async function publishGuidance(
  scope: CountyScope,
  { id, version, publishedOn }: PublishGuidanceInput,
) {
  const before = await guidanceById(scope, id);
  obey(mayPublish(before));
  await changeOneOfCounty(
    scope,
    "guidance",
    { id, version },
    { publishedOn: utcOf(publishedOn), editedAt: scope.now },
  );
  await scope.audit({
    action: "plans.publishGuidance",
    recordType: "guidance",
    recordId: id,
    occurredOn: publishedOn,
    summary: `印发《${before.title}》`,
    detail: difference(before, { publishedOn }),
  });
  return { id };
}
