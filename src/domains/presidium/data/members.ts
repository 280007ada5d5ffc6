import "server-only";
import { deputyOf } from "@/domains/deputies/data/in-office";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { keyOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { containing, lettersOf, nameMatches } from "@/server/db/search";
import { asDay, runsOn } from "@/server/db/span";
import type { PresidiumPost } from "../labels";
import type { ListMembersInput } from "../schema";

export type MemberRow = {
  id: string;
  deputyId: string | null;
  name: string;
  pinyin: string | null;
  initials: string | null;
  post: PresidiumPost;
  fullTime: boolean | null;
  otherPosts: string | null;
  startsOn: Day;
  endsOn: Day | null;
  version: number;
};

const m = Prisma.sql`m`;
const postOrder = Prisma.sql`array_position(ARRAY['chair', 'viceChair', 'secretary', 'member'], m.post)`;

/** Chair first; names by characters, pinyin or initials of the deputy. Past members stay listed unless a day is given. */
export function listMembers(
  scope: TownshipReader,
  input: Pick<ListMembersInput, "q" | "on">,
): Promise<MemberRow[]> {
  const { q, on } = input;
  const pattern = containing(q);
  const letters = containing(lettersOf(q));
  return scope.tx.$queryRaw<MemberRow[]>`
    SELECT m.id, m.deputy_id AS "deputyId", m.name, d.pinyin, d.initials, m.post, m.full_time AS "fullTime",
      m.other_posts AS "otherPosts", to_char(m.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(m.ends_on, 'YYYY-MM-DD') AS "endsOn",
      m.version
    FROM presidium_member m
    LEFT JOIN ${deputyOf(m)}
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND m.voided_at IS NULL
      ${on === null ? Prisma.empty : Prisma.sql`AND ${runsOn(m, asDay(on))}`}
      ${q === "" ? Prisma.empty : Prisma.sql`AND (${nameMatches(Prisma.sql`m.name`, q)} OR replace(d.pinyin, ' ', '') ILIKE ${letters} OR d.initials ILIKE ${letters} OR m.other_posts ILIKE ${pattern})`}
    ORDER BY (m.ends_on IS NOT NULL), ${postOrder}, m.starts_on, m.name LIMIT 500`;
}

export function findMember(scope: TownshipScope, id: string) {
  return scope.tx.presidiumMember.findUnique({ where: keyOf(scope, id), include: { deputy: true } });
}

/** Terms of office of one person that have not been voided, to keep them from overlapping. */
export function otherSpans(
  scope: TownshipScope,
  person: { deputyId: string | null; name: string; exceptId: string | null },
) {
  return scope.tx.$queryRaw<{ post: PresidiumPost; startsOn: Day; endsOn: Day | null }[]>`
    SELECT post, to_char(starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(ends_on, 'YYYY-MM-DD') AS "endsOn"
    FROM presidium_member
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL
      AND (deputy_id = ${person.deputyId}::uuid OR (deputy_id IS NULL AND ${person.deputyId}::uuid IS NULL AND name = ${person.name}))
      AND id IS DISTINCT FROM ${person.exceptId}::uuid`;
}
