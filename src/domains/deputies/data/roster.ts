import "server-only";
import { maskedPhone } from "@/lib/phone";
import type { LeaveDays } from "@/lib/leave";
import { pick } from "@/lib/pick";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { groupsOn, naturally } from "@/server/db/order";
import { everyRow, pageOf, type Part } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import { containing, holds, lettersOf, nameMatches } from "@/server/db/search";
import { asDay, runsOn } from "@/server/db/span";
import { levelLabels } from "../labels";
import { type GroupRole, type Level, levels } from "../rules/roster";
import type { DeputiesOnDayInput, ListDeputiesInput } from "../schema";
import { leaveOn, type LeaveOnDay } from "./away";
import { holding, inOffice, ofDeputy } from "./in-office";

type MandateLine = { level: Level; constituency: string | null; startsOn: Day; termName: string };
type GroupLine = { id: string; name: string; role: GroupRole };

type Row = {
  id: string;
  name: string;
  gender: "male" | "female" | null;
  occupation: string | null;
  phone: string | null;
  in_office: boolean;
  mandates: MandateLine[] | null;
  groups: GroupLine[] | null;
  since: Day | null;
  until: Day | null;
};

export type RosterLine = {
  id: string;
  name: string;
  gender: "male" | "female" | null;
  occupation: string | null;
  phoneMasked: string | null;
  inOffice: boolean;
  mandates: MandateLine[];
  groups: GroupLine[];
  since: Day | null;
  /** Last day in office of somebody who has left. */
  until: Day | null;
};

function mandateFilter(input: ListDeputiesInput, today: Day): Prisma.Sql {
  const level = input.level === null ? Prisma.empty : Prisma.sql`AND m.level = ${input.level}`;
  const place =
    input.constituency === null ? Prisma.empty : Prisma.sql`AND m.constituency = ${input.constituency}`;
  const now = Prisma.sql`EXISTS (SELECT 1 FROM mandate m WHERE ${ofDeputy} AND ${holding(today)} ${level} ${place})`;
  const ever = Prisma.sql`EXISTS (SELECT 1 FROM mandate m WHERE ${ofDeputy} AND m.voided_at IS NULL ${level} ${place})`;
  if (input.state === "inOffice") return now;
  return input.state === "left" ? Prisma.sql`${ever} AND NOT ${inOffice(today)}` : ever;
}

function wordFilter(q: string): Prisma.Sql {
  if (q === "") return Prisma.empty;
  const begins = containing(lettersOf(q)).slice(1);
  return Prisma.sql`AND (${nameMatches(Prisma.sql`d.name`, q)} OR ${holds(Prisma.sql`d.occupation`, q)}
    OR d.initials LIKE ${begins} OR replace(d.pinyin, ' ', '') LIKE ${begins})`;
}

function groupFilter(groupId: string | null, today: Day): Prisma.Sql {
  if (groupId === null) return Prisma.empty;
  return Prisma.sql`AND EXISTS (SELECT 1 FROM group_member g WHERE g.county_id = d.county_id AND g.township_id = d.township_id
    AND g.deputy_id = d.id AND g.group_id = ${groupId}::uuid AND ${runsOn(Prisma.sql`g`, asDay(today))})`;
}

const sinceSql = Prisma.sql`(SELECT min(m.starts_on) FROM mandate m WHERE ${ofDeputy} AND m.voided_at IS NULL)`;
const placeSql = Prisma.sql`(SELECT ${naturally(Prisma.sql`m.constituency`)} FROM mandate m WHERE ${ofDeputy} AND m.voided_at IS NULL ORDER BY 1 LIMIT 1)`;

/** The allow-list of sort orders; nothing a browser sends becomes SQL [S51][S53]. */
const orders: Record<ListDeputiesInput["sort"], Prisma.Sql> = {
  pinyin: Prisma.sql`d.pinyin`,
  since: sinceSql,
  constituency: placeSql,
  occupation: naturally(Prisma.sql`d.occupation`),
};

function lineOf(row: Row & { total: number }): RosterLine & { total: number } {
  return {
    total: row.total,
    id: row.id,
    name: row.name,
    gender: row.gender,
    occupation: row.occupation,
    phoneMasked: maskedPhone(row.phone),
    inOffice: row.in_office,
    mandates: row.mandates ?? [],
    groups: row.groups ?? [],
    since: row.since,
    until: row.in_office ? null : row.until,
  };
}

const rosterLines =
  (scope: TownshipReader, input: ListDeputiesInput) =>
  async ({ limit, offset }: Part) => {
    const today = dayOf(scope.now);
    const direction = input.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    const rows = await scope.tx.$queryRaw<(Row & { total: number })[]>`
    WITH found AS (
      SELECT d.county_id, d.township_id, d.id, row_number() OVER (ORDER BY ${orders[input.sort]} ${direction} NULLS LAST, d.pinyin, d.id) AS place
      FROM deputy d
      WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.voided_at IS NULL
        AND ${mandateFilter(input, today)} ${groupFilter(input.groupId, today)} ${wordFilter(input.q)}
    ), page AS (SELECT * FROM found ORDER BY place LIMIT ${limit} OFFSET ${offset})
    SELECT n.total, d.id, d.name, d.gender, d.occupation, d.phone, coalesce(held.in_office, false) AS in_office,
      held.mandates, held.since::text AS since, held.until::text AS until, grouped.groups
    FROM (SELECT count(*)::int AS total FROM found) n
    CROSS JOIN page p
    JOIN deputy d ON d.county_id = p.county_id AND d.township_id = p.township_id AND d.id = p.id
    LEFT JOIN LATERAL (
      SELECT bool_or(${holding(today)}) AS in_office, min(m.starts_on) AS since, max(m.ends_on) AS until,
        jsonb_agg(jsonb_build_object('level', m.level, 'constituency', m.constituency, 'startsOn', m.starts_on, 'termName', m.term_name)
          ORDER BY array_position(ARRAY['national','province','city','county','township'], m.level))
          FILTER (WHERE ${holding(today)}) AS mandates
      FROM mandate m WHERE ${ofDeputy} AND m.voided_at IS NULL
    ) held ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'role', x.role) ORDER BY g.sort_order, ${naturally(Prisma.sql`g.name`)}, g.id) AS groups
      FROM group_member x JOIN deputy_group g ON g.county_id = x.county_id AND g.township_id = x.township_id AND g.id = x.group_id
      WHERE x.county_id = d.county_id AND x.township_id = d.township_id AND x.deputy_id = d.id AND g.voided_at IS NULL
        AND ${runsOn(Prisma.sql`x`, asDay(today))}
    ) grouped ON true
    ORDER BY p.place`;
    return rows.map(lineOf);
  };

export function listDeputies(scope: TownshipReader, input: ListDeputiesInput) {
  return pageOf(input, rosterLines(scope, input));
}

export function rosterForExport(scope: TownshipReader, input: ListDeputiesInput): Promise<RosterLine[]> {
  return everyRow("人", rosterLines(scope, input));
}

export type DeputyOption = {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  hint: string;
  groups: string[];
  /** the leave of that day, for who is asked whether they were there */
  leave: LeaveDays | null;
};
type OptionRow = Omit<DeputyOption, "hint" | "leave"> & { levels: Level[]; leave: LeaveOnDay | null };

/** Tells people of one name apart: "市、县代表 · 第二小组". */
function hintOf({ levels: held, groups }: OptionRow): string {
  const ranks = levels.filter((level) => held.includes(level)).map((level) => levelLabels[level]);
  return `${ranks.join("、")}代表${groups.map((group) => ` · ${group}`).join("")}`;
}

/** Everybody in office on a day (today by default), for choosing people elsewhere. */
export async function deputiesInOffice(
  scope: TownshipReader,
  { on }: DeputiesOnDayInput,
): Promise<DeputyOption[]> {
  const day = on ?? dayOf(scope.now);
  const rows = await scope.tx.$queryRaw<OptionRow[]>`
    SELECT d.id, d.name, d.pinyin, d.initials,
      array_agg(DISTINCT m.level) AS levels,
      ${groupsOn(day)} AS groups, ${leaveOn(Prisma.sql`d`, Prisma.sql`d.id`, asDay(day))} AS leave
    FROM deputy d JOIN mandate m ON ${ofDeputy} AND ${holding(day)}
    WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.voided_at IS NULL
    GROUP BY d.county_id, d.township_id, d.id
    ORDER BY d.pinyin, d.id`;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    pinyin: row.pinyin,
    initials: row.initials,
    hint: hintOf(row),
    groups: row.groups,
    leave: row.leave && pick(row.leave, "from", "until"),
  }));
}

/** What the list can be filtered by: living groups, and constituencies that occur. */
export async function rosterFilters(scope: TownshipReader) {
  const groups = await scope.tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM deputy_group
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL ORDER BY sort_order, ${naturally(Prisma.sql`name`)}, id`;
  const places = await scope.tx.$queryRaw<{ constituency: string }[]>`
    SELECT constituency FROM mandate
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL AND constituency IS NOT NULL
    GROUP BY constituency ORDER BY ${naturally(Prisma.sql`constituency`)}, constituency COLLATE "C" LIMIT 300`;
  return { groups, constituencies: places.map((place) => place.constituency) };
}
