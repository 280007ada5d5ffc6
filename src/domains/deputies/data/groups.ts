import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { naturally } from "@/server/db/order";
import { dayOrNull, found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { asDay, runsOn } from "@/server/db/span";
import { groupLacks, type GroupRole, type Level, type MembershipFact } from "../rules/roster";
import { deputyOf, holding, ofDeputy } from "./in-office";

const x = Prisma.sql`x`;

type MemberLine = {
  id: string;
  deputyId: string;
  name: string;
  role: GroupRole;
  startsOn: Day;
  endsOn: Day | null;
  current: boolean;
  levels: Level[] | null;
};

type GroupRow = {
  id: string;
  version: number;
  name: string;
  area: string | null;
  sortOrder: number;
  formedOn: Day;
  members: MemberLine[] | null;
};

/** All living groups with their present and former members, leaders first [R4]. */
export async function groupsWithMembers(scope: TownshipReader) {
  const today = dayOf(scope.now);
  const rows = await scope.tx.$queryRaw<GroupRow[]>`
    SELECT g.id, g.version, g.name, g.area, g.sort_order AS "sortOrder", g.occurred_on::text AS "formedOn", (
      SELECT jsonb_agg(jsonb_build_object('id', x.id, 'deputyId', d.id, 'name', d.name, 'role', x.role, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
          'current', ${runsOn(x, asDay(today))},
          'levels', (SELECT jsonb_agg(DISTINCT m.level) FROM mandate m WHERE ${ofDeputy} AND ${holding(today)}))
        ORDER BY array_position(ARRAY['leader','deputyLeader','member'], x.role), d.pinyin, x.starts_on)
      FROM group_member x JOIN ${deputyOf(x)} AND d.voided_at IS NULL
      WHERE x.county_id = g.county_id AND x.township_id = g.township_id AND x.group_id = g.id) AS members
    FROM deputy_group g
    WHERE g.county_id = ${scope.countyId}::uuid AND g.township_id = ${scope.townshipId}::uuid AND g.voided_at IS NULL
    ORDER BY g.sort_order, ${naturally(Prisma.sql`g.name`)}, g.id`;
  return {
    today,
    groups: rows.map((row) => {
      const members = (row.members ?? []).map((member) => ({ ...member, levels: member.levels ?? [] }));
      return { ...row, members, lacks: groupLacks(members.filter(({ current }) => current)) };
    }),
  };
}

export async function loadGroup(scope: TownshipScope, id: string) {
  return found(await scope.tx.deputyGroup.findUnique({ where: keyOf(scope, id) }));
}

/** The group with its row held, so that two people filling one group are put one after the other. */
export async function lockGroup(scope: TownshipScope, id: string) {
  await scope.tx.$queryRaw`SELECT 1 FROM deputy_group
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return loadGroup(scope, id);
}

export async function loadMember(scope: TownshipScope, id: string) {
  const row = await scope.tx.groupMember.findUnique({
    where: keyOf(scope, id),
    include: { deputy: { select: { name: true } }, group: { select: { name: true } } },
  });
  if (row === null) throw notFound();
  return row;
}

export type Membership = MembershipFact & { id: string };

export async function membershipsOfGroup(scope: TownshipScope, groupId: string): Promise<Membership[]> {
  const rows = await scope.tx.groupMember.findMany({ where: { ...tenantOf(scope), groupId } });
  return rows.map((row) => ({
    id: row.id,
    deputyId: row.deputyId,
    role: row.role as GroupRole,
    startsOn: dayOrNull(row.startsOn) ?? "",
    endsOn: dayOrNull(row.endsOn),
  }));
}
