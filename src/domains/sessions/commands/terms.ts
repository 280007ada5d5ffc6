import "server-only";
import { deny } from "@/lib/decision";
import { utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { assertOneChanged, dateOrNull, edited, found, newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { findTerm, listTerms } from "../data/terms";
import { inChinese } from "../labels";
import { mayBeTerm } from "../rules/sessions";
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
    detail: { after: { number, startsOn, endsOn } },
  });
  return { id: record.id };
}

export async function editTerm(scope: TownshipScope, input: EditTermInput) {
  const { id, number, startsOn, endsOn } = input;
  const before = found(await findTerm(scope, id));
  const others = (await listTerms(scope)).filter((term) => term.id !== id);
  obey(mayBeTerm({ number, startsOn, endsOn }, others));
  const { count } = await scope.tx.term.updateMany({
    where: { ...tenantOf(scope), id, version: input.version, voidedAt: null },
    data: {
      number,
      name: nameOf(number),
      startsOn: utcOf(startsOn),
      occurredOn: utcOf(startsOn),
      endsOn: dateOrNull(endsOn),
      ...edited(scope),
    },
  });
  assertOneChanged(count);
  await scope.audit({
    action: "sessions.editTerm",
    recordType: "term",
    recordId: id,
    summary: `修改${nameOf(number)}`,
    detail: { before: before.span, after: { number, startsOn, endsOn } },
  });
  return { id };
}

export async function voidTerm(scope: TownshipScope, input: ReasonInput) {
  const { id, version, reason } = input;
  const before = found(await findTerm(scope, id));
  const sessions = await scope.tx.session.count({
    where: { ...tenantOf(scope), termId: id, voidedAt: null },
  });
  if (sessions > 0) obey(deny(`${before.name}下还有 ${sessions} 次会议，请先作废或改到别的届。`));
  const { count } = await scope.tx.term.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: voided(scope, reason),
  });
  assertOneChanged(count);
  await scope.audit({
    action: "sessions.voidTerm",
    recordType: "term",
    recordId: id,
    summary: `作废${before.name}：${reason}`,
    detail: { before: before.span },
  });
  return { id };
}
