import "server-only";
import { maskedPhone } from "@/lib/phone";
import type { Day } from "@/lib/dates";
import { dayOf } from "@/lib/dates";
import { historyOf } from "@/domains/history/data";
import { dayOrNull, found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ByIdInput } from "@/server/trpc/inputs";
import { absenceAlert, type EndReason, type GroupRole, holdsOn, type Kept, type Level } from "../rules";

/** The living record, without its telephone number. */
export async function loadDeputy(scope: TownshipScope, id: string) {
  return found(await scope.tx.deputy.findUnique({ where: keyOf(scope, id) }));
}

/** The living record with its telephone number, for commands and for masking it. */
export async function loadDeputyWithPhone(scope: TownshipScope, id: string) {
  return found(await scope.tx.deputy.findUnique({ where: keyOf(scope, id), omit: { phone: false } }));
}

/** The whole number, for whoever has just written down why: it lies in this row and nowhere else. */
export async function phoneOf(scope: TownshipScope, { id }: { id: string }) {
  const { phone } = await loadDeputyWithPhone(scope, id);
  return { phone };
}

/**
 * The deputy with the row held until the transaction ends: two people who register mandates at once are thereby put
 * one after the other, and the second sees what the first entered.
 */
export async function lockDeputy(scope: TownshipScope, id: string) {
  await scope.tx.$queryRaw`SELECT 1 FROM deputy
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return loadDeputy(scope, id);
}

export async function loadMandate(scope: TownshipScope, id: string) {
  return found(await scope.tx.mandate.findUnique({ where: keyOf(scope, id) }));
}

export type MandateRecord = {
  id: string;
  version: number;
  level: Level;
  termName: string;
  constituency: string | null;
  startsOn: Day;
  endsOn: Day | null;
  endReason: EndReason | null;
};

export async function mandatesOf(scope: TownshipScope, deputyId: string): Promise<MandateRecord[]> {
  const rows = await scope.tx.mandate.findMany({
    where: { ...tenantOf(scope), deputyId, voidedAt: null },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    level: row.level as Level,
    termName: row.termName,
    constituency: row.constituency,
    startsOn: dayOrNull(row.startsOn) ?? "",
    endsOn: dayOrNull(row.endsOn),
    endReason: row.endReason as EndReason | null,
  }));
}

async function membershipsOf(scope: TownshipScope, deputyId: string) {
  const rows = await scope.tx.groupMember.findMany({
    where: { ...tenantOf(scope), deputyId },
    include: { group: { select: { id: true, name: true, voidedAt: true } } },
    orderBy: { startsOn: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    groupId: row.groupId,
    name: row.group.name,
    role: row.role as GroupRole,
    startsOn: dayOrNull(row.startsOn) ?? "",
    endsOn: dayOrNull(row.endsOn),
  }));
}

/** Missed sessions of the township's congress that count against the mandate held today; null when none do [R3]. */
async function absenceOf(scope: TownshipScope, deputyId: string, mandates: MandateRecord[], today: Day) {
  const mandate = mandates.find((one) => one.level === "township" && holdsOn(one, today));
  if (mandate === undefined) return null;
  const kept = await scope.tx.$queryRaw<Kept[]>`
    SELECT s.starts_on::text AS "startsOn", a.status
    FROM session_attendance a
    JOIN session s ON s.county_id = a.county_id AND s.township_id = a.township_id AND s.id = a.session_id AND s.voided_at IS NULL
    WHERE a.county_id = ${scope.countyId}::uuid AND a.township_id = ${scope.townshipId}::uuid AND a.deputy_id = ${deputyId}::uuid`;
  return absenceAlert(mandate, kept);
}

export async function deputyRecord(scope: TownshipScope, { id }: ByIdInput) {
  const row = await loadDeputyWithPhone(scope, id);
  const mandates = await mandatesOf(scope, id);
  const today = dayOf(scope.now);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    gender: row.gender as "male" | "female" | null,
    birthYear: row.birthYear,
    birthMonth: row.birthMonth,
    ethnicity: row.ethnicity,
    education: row.education,
    party: row.party,
    occupation: row.occupation,
    phoneMasked: maskedPhone(row.phone),
    source: row.source,
    sourceNote: row.sourceNote,
    enteredAt: row.enteredAt.toISOString(),
    enteredByName: row.enteredByName,
    inOffice: mandates.some((mandate) => holdsOn(mandate, today)),
    today,
    mandates: mandates.map((mandate) => ({ ...mandate, current: holdsOn(mandate, today) })),
    absence: await absenceOf(scope, id, mandates, today),
    groups: await membershipsOf(scope, id),
    timeline: await historyOf(scope, id, { ...row, beganAs: "当选" }),
  };
}
