import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { ruleValues } from "@/domains/tenancy/rules/law";
import { recordUses } from "@/domains/records/uses";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { ranIn } from "@/server/db/span";
import { datedValues } from "@/server/db/turnout";
import { own, type Uses } from "@/server/records/uses";
import { quarterEndSql, quartersHeldSql } from "./data/quarters";
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
