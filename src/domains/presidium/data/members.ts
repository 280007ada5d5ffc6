import "server-only";
import { recordReads } from "@/domains/records/data/reads";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { asDay, runsOn } from "@/server/db/span";
import { own } from "@/server/records/uses";
import type { PresidiumPost } from "../labels";
import { presidiumMember } from "../record";

const { sql } = Prisma;
const r = sql`r`;
const m = sql`m`;

/** Those in office first, the chair before all others. */
const order = sql`(r.ends_on IS NOT NULL), array_position(ARRAY['chair', 'viceChair', 'secretary', 'member'], r.post), r.starts_on, r.name`;

export const memberReads = recordReads(presidiumMember, {
  list: {
    order,
    where: {
      serving: (code, today) => {
        const serves = runsOn(r, asDay(today));
        return code === "yes" ? serves : sql`NOT ${serves}`;
      },
    },
  },
});

/** Who holds a post of the presidium on a day. */
export function membersOn(scope: TownshipReader, on: Day) {
  return scope.tx.$queryRaw<{ post: PresidiumPost; fullTime: boolean | null }[]>`
    SELECT m.post, m.full_time AS "fullTime" FROM presidium_member m WHERE ${own(scope, m)} AND ${runsOn(m, asDay(on))}`;
}

type Person = { deputyId: string | null; name: string };

/** Terms of office of one person that have not been voided, to keep them from overlapping. */
export function otherSpans(scope: TownshipScope, { deputyId, name }: Person, exceptId: string | null) {
  return scope.tx.$queryRaw<{ post: PresidiumPost; startsOn: Day; endsOn: Day | null }[]>`
    SELECT m.post, to_char(m.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(m.ends_on, 'YYYY-MM-DD') AS "endsOn"
    FROM presidium_member m
    WHERE ${own(scope, m)} AND m.id IS DISTINCT FROM ${exceptId}::uuid
      AND (m.deputy_id = ${deputyId}::uuid OR (m.deputy_id IS NULL AND ${deputyId}::uuid IS NULL AND m.name = ${name}))`;
}

type Term = { startsOn: Day; endsOn: Day | null };

/** At how many meetings a member was marked: all, or with a term those outside it. */
export async function marksOfMember(scope: TownshipScope, id: string, outside: Term | null): Promise<number> {
  const days =
    outside === null
      ? sql`true`
      : sql`NOT m.occurred_on BETWEEN ${outside.startsOn}::date AND coalesce(${outside.endsOn}::date, 'infinity')`;
  const [row] = await scope.tx.$queryRaw<{ marks: number }[]>`
    SELECT count(*)::int AS marks FROM presidium_attendance a
    JOIN presidium_meeting m ON m.county_id = a.county_id AND m.township_id = a.township_id AND m.id = a.meeting_id
    WHERE ${own(scope, m)} AND a.member_id = ${id}::uuid AND ${days}`;
  return row?.marks ?? 0;
}
