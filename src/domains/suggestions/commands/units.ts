import "server-only";
import { maskedPhone } from "@/domains/deputies/rules";
import { dayOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { assertOneChanged, edited, found, keyOf, newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { placeKeys } from "@/server/names/pinyin";
import type { ReasonInput } from "@/server/trpc/inputs";
import type { CreateUnitInput, EditUnitInput } from "../schema";

async function assertNameFree(scope: TownshipScope, name: string, exceptId?: string): Promise<void> {
  const same = await scope.tx.handlingUnit.findFirst({ where: { ...tenantOf(scope), name, voidedAt: null } });
  if (same !== null && same.id !== exceptId) {
    throw new AppError("BAD_REQUEST", `已有名为「${name}」的承办单位，请直接使用它。`, {
      fields: { name: "已有同名单位" },
    });
  }
}

export async function createUnit(scope: TownshipScope, input: CreateUnitInput) {
  await assertNameFree(scope, input.name);
  const { name, shortName, kind, phone, sourceNote, lateReason } = input;
  const occurredOn = input.occurredOn ?? dayOf(scope.now);
  const record = newRecord(scope, { occurredOn, sourceNote, lateReason });
  await scope.tx.handlingUnit.create({
    data: { ...record, ...placeKeys(name), name, shortName, kind, phone },
  });
  await scope.audit({
    action: "units.create",
    recordType: "handlingUnit",
    recordId: record.id,
    summary: `登记承办单位「${name}」`,
    occurredOn,
    detail: { after: { name, shortName, kind } },
  });
  return { id: record.id };
}

export async function editUnit(scope: TownshipScope, input: EditUnitInput) {
  const { id, version, name, shortName, kind, phone } = input;
  const before = found(await scope.tx.handlingUnit.findUnique({ where: keyOf(scope, id) }));
  await assertNameFree(scope, name, id);
  const { count } = await scope.tx.handlingUnit.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...placeKeys(name), name, shortName, kind, phone, ...edited(scope) },
  });
  assertOneChanged(count);
  await scope.audit({
    action: "units.edit",
    recordType: "handlingUnit",
    recordId: id,
    summary: `修改承办单位「${name}」`,
    detail: {
      before: {
        name: before.name,
        shortName: before.shortName,
        kind: before.kind,
        phone: maskedPhone(before.phone),
      },
      after: { name, shortName, kind, phone: maskedPhone(phone) },
    },
  });
  return { id };
}

export async function voidUnit(scope: TownshipScope, { id, version, reason }: ReasonInput) {
  const unit = found(await scope.tx.handlingUnit.findUnique({ where: keyOf(scope, id) }));
  const open = await scope.tx.suggestionUnit.count({
    where: {
      ...tenantOf(scope),
      unitId: id,
      endedOn: null,
      suggestion: { voidedAt: null, state: { notIn: ["closed", "merged"] } },
    },
  });
  if (open > 0) {
    throw new AppError("RULE", `「${unit.name}」还有${open}件建议没有办结，请先办结或改派后再作废。`, {
      article: null,
    });
  }
  const { count } = await scope.tx.handlingUnit.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: voided(scope, reason),
  });
  assertOneChanged(count);
  await scope.audit({
    action: "units.void",
    recordType: "handlingUnit",
    recordId: id,
    summary: `作废承办单位「${unit.name}」：${reason}`,
    detail: { reason },
  });
  return { id };
}
