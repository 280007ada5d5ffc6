import "server-only";
import { recordUses } from "@/domains/records/uses";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule, ruleValues } from "@/domains/tenancy/rules/law";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { inYear } from "@/server/db/span";
import { own, type Uses } from "@/server/records/uses";
import { sessionsHeldSql } from "./data/held";
import { sessionsOfYear } from "./data/register";
import { sessionTask } from "./record";

const s = Prisma.sql`s`;
const ofTerm = Prisma.sql`JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id`;
const fullTitle = Prisma.sql`t.name || '第' || s.number || '次会议'`;
const shortTitle = Prisma.sql`'第' || s.number || '次会议'`;

export const sessionUses: Uses = {
  type: "session",
  book: {
    book: "sessions",
    sheet: sessionsOfYear,
    entries: (scope, year) => Prisma.sql`
      SELECT count(*) FROM session s WHERE ${own(scope, s)} AND ${inYear(Prisma.sql`s.starts_on`, year)}`,
  },
  due: async (scope) => {
    const law = await lawChoiceOf(scope);
    const year = yearOf(dayOf(scope.now));
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const needed = lawRule(law, "session.perYear", last).value;
    return Prisma.sql`
      SELECT 'session' AS kind, 'session' AS type, NULL AS id, ${year}::int || '年' AS title, NULL AS facts, NULL AS unit,
        '今年已开 ' || held || ' 次，至少 ' || ${needed}::int || ' 次' AS note, ${last}::date AS due_on
      FROM (SELECT ${sessionsHeldSql(scope, ruleValues(law, "session.presentPercent", first, last))} AS held) y
      WHERE held < ${needed}::int`;
  },
  search: (whose, q, limit) => Prisma.sql`
    SELECT 'session' AS type, s.township_id, s.id, ${shortTitle} AS title, NULL AS facts, coalesce(s.summary, s.place) AS note,
      s.starts_on AS day
    FROM session s
    WHERE ${own(whose, s)} AND (${holds(shortTitle, q)} OR ${holds(Prisma.sql`s.summary`, q)} OR ${holds(Prisma.sql`s.place`, q)})
    ORDER BY s.starts_on DESC, s.id LIMIT ${limit}`,
  titles: (whose, ids) => Prisma.sql`
    SELECT 'session' AS type, s.id, ${fullTitle} AS title, NULL AS facts FROM session s ${ofTerm}
    WHERE ${own(whose, s)} AND s.id = ANY (${ids}::uuid[])`,
  calendar: (whose, from, to) => Prisma.sql`
    SELECT 'session' AS type, s.township_id, s.id, ${fullTitle} AS title, NULL AS facts, s.starts_on AS from_on,
      greatest(s.ends_on, s.starts_on) AS to_on, s.place AS note
    FROM session s ${ofTerm}
    WHERE ${own(whose, s)} AND s.starts_on <= ${to}::date AND greatest(s.ends_on, s.starts_on) >= ${from}::date`,
  participation: (whose, deputyId) => Prisma.sql`
    SELECT 'session' AS type, s.id, ${fullTitle} AS title, NULL AS facts, s.starts_on AS day, s.starts_on AS until, x.status AS role
    FROM session_attendance x
    JOIN session s ON s.county_id = x.county_id AND s.township_id = x.township_id AND s.id = x.session_id ${ofTerm}
    WHERE ${own(whose, s)} AND x.deputy_id = ${deputyId}::uuid
    UNION ALL
    SELECT 'session', s.id, ${fullTitle}, NULL, s.starts_on, s.starts_on, 'spoke' FROM session_speech x
    JOIN session s ON s.county_id = x.county_id AND s.township_id = x.township_id AND s.id = x.session_id ${ofTerm}
    WHERE ${own(whose, s)} AND x.deputy_id = ${deputyId}::uuid`,
  deeds: (whose, from, to) => Prisma.sql`
    SELECT 'speech' AS deed, s.township_id, x.deputy_id, s.id, s.starts_on AS day, x.times
    FROM session_speech x JOIN session s ON s.county_id = x.county_id AND s.township_id = x.township_id AND s.id = x.session_id
    WHERE ${own(whose, s)} AND s.starts_on BETWEEN ${from} AND ${to}`,
};

const k = Prisma.sql`k`;

/** A task of a session waits for nobody until so many days before its own day; the checklist shows all of them. */
const leadDays = 14;

export const sessionTaskUses: Uses = {
  ...recordUses(sessionTask, {
    book: false,
    due: (scope) =>
      Promise.resolve(Prisma.sql`
        SELECT 'sessionTask' AS kind, 'sessionTask' AS type, k.id, k.topic AS title, NULL AS facts, NULL AS unit,
          concat_ws('，', CASE WHEN k.session_on >= ${dayOf(scope.now)}::date THEN '离开会还有 ' || (k.session_on - ${dayOf(scope.now)}::date) || ' 天' END,
            k.owner) AS note, k.due_on
        FROM session_task k WHERE ${own(scope, k)} AND k.done_on IS NULL AND k.due_on <= ${dayOf(scope.now)}::date + ${leadDays}::int`),
  }),
  /** It stands on the day by which it is due, while it is open; the session on its own day, until it is entered itself. */
  calendar: (whose, from, to) => Prisma.sql`
    SELECT 'sessionTask' AS type, k.township_id, k.id, '会前准备：' || k.topic AS title, NULL AS facts, k.due_on AS from_on, k.due_on AS to_on,
      k.owner AS note
    FROM session_task k WHERE ${own(whose, k)} AND k.done_on IS NULL AND k.due_on BETWEEN ${from}::date AND ${to}::date
    UNION ALL
    SELECT 'sessionTask', k.township_id, (array_agg(k.id ORDER BY k.due_on, k.id) FILTER (WHERE k.due_on < k.session_on))[1], '人代会（预定）', NULL, k.session_on, k.session_on,
      '会前准备 ' || count(k.done_on) || '/' || count(*) || ' 项'
    FROM session_task k WHERE ${own(whose, k)} AND k.session_on BETWEEN ${from}::date AND ${to}::date
      AND NOT EXISTS (SELECT FROM session s WHERE s.county_id = k.county_id AND s.township_id = k.township_id AND s.voided_at IS NULL
        AND k.session_on BETWEEN s.starts_on AND greatest(s.ends_on, s.starts_on))
    GROUP BY k.county_id, k.township_id, k.session_on`,
};
