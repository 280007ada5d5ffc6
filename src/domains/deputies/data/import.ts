import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { Day } from "@/lib/dates";
import type { TownshipScope } from "@/server/db/scope";
import type { GroupRole, Level } from "../rules/roster";

/** A person of an import with everything that goes into the tables, dates as civil days. */
export type NewPerson = {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  gender: string | null;
  birthYear: number | null;
  birthMonth: number | null;
  ethnicity: string | null;
  education: string | null;
  party: string | null;
  occupation: string | null;
  phone: string | null;
  startsOn: Day;
  sourceNote: string;
};
export type NewMandate = {
  id: string;
  deputyId: string;
  level: Level;
  termName: string;
  constituency: string | null;
  startsOn: Day;
  sourceNote: string;
};
export type NewMember = { id: string; groupId: string; deputyId: string; role: GroupRole; startsOn: Day };

/** County, township, who and when: the same for every row, and never taken from the file. */
const tenant = (scope: TownshipScope) => Prisma.sql`${scope.countyId}::uuid, ${scope.townshipId}::uuid`;
const entry = (scope: TownshipScope) =>
  Prisma.sql`r."startsOn", ${scope.now}::timestamptz, ${scope.actor.accountId}::uuid, ${scope.actor.name}, 'import', r."sourceNote"`;

/** One statement for a part of the file: row by row through the model, 10,000 people took twenty times as long. */
export async function insertPeople(scope: TownshipScope, people: readonly NewPerson[]): Promise<void> {
  await scope.tx.$executeRaw`
    INSERT INTO deputy (county_id, township_id, id, name, pinyin, initials, gender, birth_year, birth_month, ethnicity, education, party, occupation, phone,
      occurred_on, entered_at, entered_by, entered_by_name, source, source_note)
    SELECT ${tenant(scope)}, r.id, r.name, r.pinyin, r.initials, r.gender, r."birthYear", r."birthMonth", r.ethnicity, r.education, r.party, r.occupation, r.phone, ${entry(scope)}
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS r(id uuid, name text, pinyin text, initials text, gender text, "birthYear" int, "birthMonth" int,
      ethnicity text, education text, party text, occupation text, phone text, "startsOn" date, "sourceNote" text)`;
}

export async function insertMandates(scope: TownshipScope, mandates: readonly NewMandate[]): Promise<void> {
  await scope.tx.$executeRaw`
    INSERT INTO mandate (county_id, township_id, id, deputy_id, level, term_name, constituency, starts_on,
      occurred_on, entered_at, entered_by, entered_by_name, source, source_note)
    SELECT ${tenant(scope)}, r.id, r."deputyId", r.level, r."termName", r.constituency, r."startsOn", ${entry(scope)}
    FROM jsonb_to_recordset(${JSON.stringify(mandates)}::jsonb) AS r(id uuid, "deputyId" uuid, level text, "termName" text,
      constituency text, "startsOn" date, "sourceNote" text)`;
}

export async function insertMembers(scope: TownshipScope, members: readonly NewMember[]): Promise<void> {
  await scope.tx.$executeRaw`
    INSERT INTO group_member (county_id, township_id, id, group_id, deputy_id, role, starts_on)
    SELECT ${tenant(scope)}, r.id, r."groupId", r."deputyId", r.role, r."startsOn"
    FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS r(id uuid, "groupId" uuid, "deputyId" uuid, role text, "startsOn" date)`;
}

export type GroupWithLeaders = {
  id: string;
  name: string;
  leaders: { name: string; startsOn: Day; endsOn: Day | null }[];
};

/** Living groups, with everybody who leads or has led them. */
export async function groupsWithLeaders(scope: TownshipScope): Promise<GroupWithLeaders[]> {
  return scope.tx.$queryRaw<GroupWithLeaders[]>`
    SELECT g.id, g.name,
      coalesce(jsonb_agg(jsonb_build_object('name', d.name, 'startsOn', x.starts_on, 'endsOn', x.ends_on)) FILTER (WHERE d.id IS NOT NULL), '[]') AS leaders
    FROM deputy_group g
    LEFT JOIN group_member x ON x.county_id = g.county_id AND x.township_id = g.township_id AND x.group_id = g.id AND x.role = 'leader'
    LEFT JOIN deputy d ON d.county_id = x.county_id AND d.township_id = x.township_id AND d.id = x.deputy_id
    WHERE g.county_id = ${scope.countyId}::uuid AND g.township_id = ${scope.townshipId}::uuid AND g.voided_at IS NULL
    GROUP BY g.county_id, g.township_id, g.id`;
}
