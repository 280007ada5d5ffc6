import "server-only";
import { type CountyCard, valueRows } from "@/server/records/county-rows";
import type { CountyScope } from "@/server/db/scope";
import { activeTownships, lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule, ruleValues } from "@/domains/tenancy/rules/law";
import { recordUses } from "@/domains/records/uses";
import { type Day, dayOf, quarterOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { ranIn } from "@/server/db/span";
import { datedValues } from "@/server/db/turnout";
import { own, type Uses } from "@/server/records/uses";
import { heldThisQuarter, quarterEndSql, quartersHeldSql } from "./data/quarters";
import { quarterEnds } from "./rules";
import { presidiumMember } from "./record";
import { meetingReads } from "./data/views";

const m = Prisma.sql`m`;

const servedIn = (year: number) => ranIn(Prisma.sql`r.starts_on`, Prisma.sql`r.ends_on`, year);

export const presidiumMemberUses = recordUses(presidiumMember, { calendar: false, bookOf: servedIn });

export const presidiumMeetingUses: Uses = {
  ...recordUses(meetingReads, { book: "presidium" }),
  due: async (scope) => {
    const year = yearOf(dayOf(scope.now));
    const needed = ruleValues(
      await lawChoiceOf(scope),
      "presidium.perQuarter",
      `${year}-01-01`,
      `${year}-12-31`,
    );
    const today = Prisma.sql`${dayOf(scope.now)}::date`;
    return Prisma.sql`
      SELECT 'presidiumMeeting' AS kind, 'presidiumMeeting' AS type, NULL AS id,
        '第' || substr('一二三四', extract(quarter FROM ${today})::int, 1) || '季度' AS title, NULL AS facts, NULL AS unit,
        '本季度计入 ' || held || ' 次，至少 ' || needed || ' 次' AS note, ${quarterEndSql(today)} AS due_on
      FROM (SELECT q.value AS needed, coalesce((SELECT held FROM ${quartersHeldSql(scope)} quarters
          WHERE quarter = date_trunc('quarter', ${today}::timestamp)::date), 0) AS held
        FROM ${datedValues(needed)} q (since, until, value) WHERE ${quarterEndSql(today)} BETWEEN q.since AND q.until) q
      WHERE held < needed`;
  },
  search: (whose, q, limit) => Prisma.sql`
    SELECT 'presidiumMeeting' AS type, m.township_id, m.id, m.topic AS title, NULL AS facts, left(m.decisions, 80) AS note,
      m.occurred_on AS day
    FROM presidium_meeting m
    WHERE ${own(whose, m)} AND (${holds(Prisma.sql`m.topic`, q)} OR ${holds(Prisma.sql`m.decisions`, q)})
    ORDER BY m.occurred_on DESC, m.id LIMIT ${limit}`,
  participation: (whose, deputyId) => Prisma.sql`
    SELECT 'presidiumMeeting' AS type, m.id, m.topic AS title, NULL AS facts, m.occurred_on AS day, m.occurred_on AS until, a.status AS role
    FROM presidium_attendance a
    JOIN presidium_meeting m ON m.county_id = a.county_id AND m.township_id = a.township_id AND m.id = a.meeting_id
    JOIN presidium_member p ON p.county_id = a.county_id AND p.township_id = a.township_id AND p.id = a.member_id
    WHERE ${own(whose, m)} AND p.deputy_id = ${deputyId}::uuid`,
  titles: (whose, ids) => Prisma.sql`
    SELECT 'presidiumMeeting' AS type, m.id, m.topic AS title, NULL AS facts FROM presidium_meeting m
    WHERE ${own(whose, m)} AND m.id = ANY (${ids}::uuid[])`,
  calendar: (whose, from, to) => Prisma.sql`
    SELECT 'presidiumMeeting' AS type, m.township_id, m.id,
      CASE WHEN m.kind = 'consultation' THEN '座谈协商：' ELSE '' END || m.topic AS title, NULL AS facts, m.occurred_on AS from_on,
      m.occurred_on AS to_on, m.place AS note
    FROM presidium_meeting m
    WHERE ${own(whose, m)} AND m.occurred_on BETWEEN ${from}::date AND ${to}::date`,
};

/** A quarter of this year: which one, its last day, and until when its meetings are counted. */
type Quarter = { number: number; ends: Day; until: Day };

/** Townships whose presidium met too seldom in these quarters. */
async function missedIn(scope: CountyScope, quarters: readonly Quarter[]): Promise<Prisma.Sql> {
  const { countyId } = scope;
  const choice = await lawChoiceOf(scope);
  const branches = quarters.map(({ number, ends, until }) => {
    const needed = lawRule(choice, "presidium.perQuarter", ends).value;
    const held = heldThisQuarter(countyId, Prisma.sql`live.id`, until);
    return Prisma.sql`
      SELECT live.id AS township_id, NULL AS type, NULL AS id, ${`第${"一二三四".charAt(number - 1)}季度`}::text AS title,
        '应开 ' || ${needed}::int || ' 次，计入 ' || ${held} || ' 次' AS note, ${ends}::date AS day, '/presidium' AS path
      FROM (${activeTownships(countyId)}) live WHERE ${needed}::int > ${held}`;
  });
  return branches.length === 0 ? valueRows([]) : Prisma.join(branches, " UNION ALL ");
}

const quartersOf = (today: Day): { running: Quarter; over: Quarter[] } => {
  const number = quarterOf(today);
  const quarter = (one: number) => ({ number: one, ends: quarterEnds(yearOf(today), one) });
  const over = Array.from({ length: number - 1 }, (_, index) => quarter(index + 1));
  return {
    running: { ...quarter(number), until: today },
    over: over.map((one) => ({ ...one, until: one.ends })),
  };
};

/** Who has not met often enough in the running quarter, and still can. */
export const quarterMissing: CountyCard = {
  key: "presidiumMissing",
  title: "本季还没开够主席团会议的乡镇",
  unit: "个乡镇",
  dayIs: "季末",
  deadline: true,
  waitsFor: "townships",
  say: (count) => `${count} 个乡镇本季的主席团会议还没有开够`,
  none: "本季主席团会议都已召开",
  rows: (scope) => missedIn(scope, [quartersOf(dayOf(scope.now)).running]),
};

/** The quarters of this year that went by with too few meetings. */
export const quartersMissed: CountyCard = {
  key: "quartersMissed",
  title: "今年过去的季度没开够的主席团会议",
  unit: "个季度",
  dayIs: "季末",
  deadline: true,
  waitsFor: "townships",
  say: (count, townships) => `${townships} 个乡镇今年有 ${count} 个季度没有开够，会已补不回，请问明原因`,
  none: "今年过去的季度都已开够",
  rows: (scope) => missedIn(scope, quartersOf(dayOf(scope.now)).over),
};
