import "server-only";
import { maskedPhone } from "@/lib/phone";
import type { Day } from "@/lib/dates";
import { dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import { historyOf } from "@/domains/history/data";
import { type Deputy, Prisma } from "@/server/db/generated/client";
import { dayOrNull, found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { told } from "@/server/db/told";
import type { ByIdInput } from "@/server/trpc/inputs";
import {
  absenceAlert,
  type EndReason,
  type GroupRole,
  holdsOn,
  type Kept,
  type Level,
} from "../rules/roster";

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

type Membership = {
  id: string;
  groupId: string;
  name: string;
  role: GroupRole;
  startsOn: Day;
  endsOn: Day | null;
};
export type Leave = {
  id: string;
  version: number;
  startsOn: Day;
  endsOn: Day;
  reason: string | null;
  by: string;
};
type Found = {
  facts: object;
  mandates: MandateRecord[];
  groups: Membership[];
  leaves: Leave[];
  kept: Kept[];
};

const { sql } = Prisma;

/** The rows of a line's table that belong to deputy `d`, one JSON array. */
const each = (columns: Prisma.Sql, from: Prisma.Sql, rest: Prisma.Sql): Prisma.Sql => sql`(
  SELECT coalesce(json_agg(line), '[]'::json) FROM (SELECT ${columns} FROM ${from}
    WHERE x.county_id = d.county_id AND x.township_id = d.township_id AND x.deputy_id = d.id ${rest}) line)`;

const mandates = each(
  sql`x.id, x.version, x.level, x.term_name AS "termName", x.constituency, x.starts_on AS "startsOn", x.ends_on AS "endsOn",
    x.end_reason AS "endReason"`,
  sql`mandate x`,
  sql`AND x.voided_at IS NULL ORDER BY x.starts_on DESC, x.id`,
);
const groups = each(
  sql`x.id, x.group_id AS "groupId", g.name, x.role, x.starts_on AS "startsOn", x.ends_on AS "endsOn"`,
  sql`group_member x JOIN deputy_group g ON g.county_id = x.county_id AND g.township_id = x.township_id AND g.id = x.group_id`,
  sql`ORDER BY x.starts_on DESC, x.id`,
);
const leaves = each(
  sql`x.id, x.version, x.starts_on AS "startsOn", x.ends_on AS "endsOn", x.reason, x.entered_by_name AS by`,
  sql`deputy_leave x`,
  sql`AND x.voided_at IS NULL ORDER BY x.starts_on DESC, x.id`,
);
/** How the deputy was marked at the township's congress. */
const kept = each(
  sql`s.starts_on AS "startsOn", x.status`,
  sql`session_attendance x
    JOIN session s ON s.county_id = x.county_id AND s.township_id = x.township_id AND s.id = x.session_id AND s.voided_at IS NULL`,
  Prisma.empty,
);

/** Missed sessions of the township's congress that count against the mandate held today; null when none do [R3]. */
function absenceOf({ mandates: held, kept: marks }: Found, today: Day) {
  const mandate = held.find((one) => one.level === "township" && holdsOn(one, today));
  return mandate === undefined ? null : absenceAlert(mandate, marks);
}

/** The living record with what hangs on it, in one statement. */
async function readDeputy({ tx, countyId, townshipId }: TownshipReader, id: string): Promise<Found> {
  const [row] = await tx.$queryRaw<Found[]>`
    SELECT row_to_json(d) AS facts, ${mandates} AS mandates, ${groups} AS groups, ${leaves} AS leaves, ${kept} AS kept FROM deputy d
    WHERE d.county_id = ${countyId}::uuid AND d.township_id = ${townshipId}::uuid AND d.id = ${id}::uuid AND d.voided_at IS NULL`;
  if (row === undefined) throw notFound();
  return row;
}

export async function deputyRecord(scope: TownshipReader, { id }: ByIdInput) {
  const read = await readDeputy(scope, id);
  const row = told<Deputy>(read.facts);
  const today = dayOf(scope.now);
  return {
    ...pick(row, "id", "version", "name", "birthYear", "birthMonth", "ethnicity", "education", "party"),
    ...pick(row, "occupation", "source", "sourceNote", "enteredAt", "enteredByName"),
    gender: row.gender as "male" | "female" | null,
    phoneMasked: maskedPhone(row.phone),
    inOffice: read.mandates.some((mandate) => holdsOn(mandate, today)),
    today,
    mandates: read.mandates.map((mandate) => ({ ...mandate, current: holdsOn(mandate, today) })),
    absence: absenceOf(read, today),
    groups: read.groups,
    leaves: read.leaves,
    timeline: await historyOf(scope, id, { ...row, beganAs: "当选" }),
  };
}
