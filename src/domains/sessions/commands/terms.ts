import "server-only";
import { utcOf } from "@/lib/dates";
import { inChinese } from "@/lib/numbers";
import { obey } from "@/lib/obey";
import { difference, lost } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { dateOrNull, found, newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { findTerm, listTerms } from "../data/terms";
import { mayBeTerm, termMayBeVoided } from "../rules/sessions";
import type { CreateTermInput, EditTermInput } from "../schema";

const nameOf = (number: number): string => `第${inChinese(number)}届`;

export async function createTerm(scope: TownshipScope, input: CreateTermInput) {
  const { number, startsOn, endsOn } = input;
  obey(mayBeTerm({ number, startsOn, endsOn }, await listTerms(scope)));
  const record = newRecord(scope, { ...input, occurredOn: startsOn });
  await scope.tx.term.create({
    data: { ...record, number, name: nameOf(number), startsOn: utcOf(startsOn), endsOn: dateOrNull(endsOn) },
  });
  await scope.audit({
    action: "sessions.createTerm",
    recordType: "term",
    recordId: record.id,
    summary: `登记${nameOf(number)}`,
    occurredOn: startsOn,
    detail: difference(null, { number, startsOn, endsOn }),
  });
  return { id: record.id };
}

export async function editTerm(scope: TownshipScope, input: EditTermInput) {
  const { id, number, startsOn, endsOn } = input;
  const before = found(await findTerm(scope, id));
  const others = (await listTerms(scope)).filter((term) => term.id !== id);
  obey(mayBeTerm({ number, startsOn, endsOn }, others));
  await changeOne(scope, "term", input, {
    number,
    name: nameOf(number),
    startsOn: utcOf(startsOn),
    occurredOn: utcOf(startsOn),
    endsOn: dateOrNull(endsOn),
  });
  await scope.audit({
    action: "sessions.editTerm",
    recordType: "term",
    recordId: id,
    summary: `修改${nameOf(number)}`,
    detail: difference(before, { number, startsOn, endsOn }),
  });
  return { id };
}

export async function voidTerm(scope: TownshipScope, input: ReasonInput) {
  const { id, reason } = input;
  const before = found(await findTerm(scope, id));
  const sessions = await scope.tx.session.count({
    where: { ...tenantOf(scope), termId: id, voidedAt: null },
  });
  obey(termMayBeVoided(before.name, sessions));
  await changeOne(scope, "term", input, voided(scope, reason));
  await scope.audit({
    action: "sessions.voidTerm",
    recordType: "term",
    recordId: id,
    summary: `作废${before.name}：${reason}`,
    detail: { ...lost(before.span), reason },
  });
  return { id };
}
