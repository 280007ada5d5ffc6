import { randomUUID } from "node:crypto";
import type { Client } from "pg";

/** The standard data set: one county, as it looks after five years of use. Everything in it is generated. */
export const size = {
  townships: 30,
  deputiesEach: 100,
  unitsEach: 20,
  years: [2022, 2023, 2024, 2025, 2026],
};
/** Suggestions of a township in a year: 60,000 in all, or ten times as many. */
export const sizes = { "60k": 400, "600k": 4_000 } as const;
export type Size = keyof typeof sizes;
/** The server's clock in every workload, so that what is due and what is late stays the same. */
export const clock = new Date("2026-11-22T02:00:00Z");

export type BenchCounty = {
  id: string;
  code: string;
  name: string;
  townships: { id: string; code: string; name: string }[];
};

const entry = `occurred_on, entered_at, entered_by, entered_by_name, source`;
const entered = (day: string, lag: string) =>
  `${day}, (${day} + (${lag})::int)::timestamp AT TIME ZONE 'Asia/Shanghai', nil, '演示', 'import'`;
const author = `(SELECT '00000000-0000-0000-0000-000000000000'::uuid AS nil) nobody`;
const [firstYear, lastYear] = [size.years[0], size.years.at(-1)];

/** Keys that sort by day as the application's own do, so that the indexes are as dense as in use. */
const functions = `
CREATE FUNCTION pg_temp.key(on_day date, salt text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM on_day) * 1000)::bigint + n), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
  FROM md5(salt || n) h $$;
CREATE FUNCTION pg_temp.chance(n bigint, salt int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT (hashint8extended(n, salt) & 1023)::int * 100 / 1024 $$`;

const people = [
  `CREATE TEMP TABLE t AS SELECT county_id, id AS township_id, row_number() OVER (ORDER BY code)::int AS i FROM township WHERE county_id = $county`,
  `CREATE TEMP TABLE d AS SELECT t.*, n, (t.i * 1000 + n)::bigint AS k, pg_temp.key('2021-12-20', 'deputy', t.i * 1000 + n) AS id
   FROM t, generate_series(1, ${size.deputiesEach}) n`,
  `INSERT INTO deputy (county_id, township_id, id, name, pinyin, initials, gender, birth_year, occupation, phone, ${entry})
   SELECT county_id, township_id, id, '演示代表' || k, 'yan shi dai biao ' || k, 'ysdb' || k, CASE WHEN n % 3 = 0 THEN 'female' ELSE 'male' END,
     1955 + n % 45, '村干部', '0580' || (4000000 + k), ${entered("'2021-12-20'::date", "1")} FROM d, ${author}`,
  `INSERT INTO mandate (county_id, township_id, id, deputy_id, level, term_name, constituency, starts_on, ends_on, end_reason, ${entry})
   SELECT county_id, township_id, pg_temp.key('2021-12-20', 'mandate', k), id, 'township', '第十九届', '第' || n % 25 + 1 || '选区', '2021-12-20',
     CASE WHEN n % 20 = 0 THEN '2024-06-30'::date END, CASE WHEN n % 20 = 0 THEN 'resigned' END, ${entered("'2021-12-20'::date", "1")} FROM d, ${author}`,
  `INSERT INTO deputy_group (county_id, township_id, id, name, ${entry})
   SELECT county_id, township_id, pg_temp.key('2022-01-10', 'group', i * 10 + n), '第' || n || '代表小组', ${entered("'2022-01-10'::date", "1")}
   FROM t, generate_series(1, 5) n, ${author}`,
  `INSERT INTO group_member (county_id, township_id, id, group_id, deputy_id, role, starts_on)
   SELECT county_id, township_id, pg_temp.key('2022-01-10', 'member', k), pg_temp.key('2022-01-10', 'group', i * 10 + n % 5 + 1), id, 'member', '2022-01-10' FROM d`,
  `CREATE TEMP TABLE u AS SELECT t.*, n, pg_temp.key('2021-12-20', 'unit', t.i * 100 + n) AS id FROM t, generate_series(1, ${size.unitsEach}) n`,
  `INSERT INTO handling_unit (county_id, township_id, id, name, pinyin, initials, kind, ${entry})
   SELECT county_id, township_id, id, '演示单位' || n, 'yan shi dan wei ' || n, 'ysdw' || n, CASE WHEN n < 8 THEN 'government' ELSE 'village' END,
     ${entered("'2021-12-20'::date", "1")} FROM u, ${author}`,
];

const meetings = [
  `INSERT INTO term (county_id, township_id, id, number, name, starts_on, ${entry})
   SELECT county_id, township_id, pg_temp.key('2021-12-20', 'term', i), 19, '第十九届', '2021-12-20', ${entered("'2021-12-20'::date", "1")} FROM t, ${author}`,
  `CREATE TEMP TABLE s AS SELECT t.*, y, half, make_date(y, 1 + half * 6, 8 + i % 15) AS day, pg_temp.key(make_date(y, 1 + half * 6, 8), 'session', i) AS id
   FROM t, generate_series(${firstYear}, ${lastYear}) y, generate_series(0, 1) half`,
  `INSERT INTO session (county_id, township_id, id, term_id, number, kind, starts_on, ends_on, minutes, notice_sent_on, deputies_total, deputies_present, ${entry})
   SELECT county_id, township_id, id, pg_temp.key('2021-12-20', 'term', i), (y - ${firstYear}) * 2 + half + 1, 'regular', day, day + 1, 480, day - 15, 95, 88,
     ${entered("day", "i % 14")} FROM s, ${author}`,
  `INSERT INTO agenda_item (county_id, township_id, id, session_id, ordinal, kind, title)
   SELECT county_id, township_id, pg_temp.key(day, 'agenda' || n, i), id, n, (ARRAY['governmentReport','presidiumReport','budget','suggestionReport'])[n], '议程' || n
   FROM s, generate_series(1, 4) n`,
  `INSERT INTO session_attendance (county_id, township_id, id, session_id, deputy_id, status, leave_reason)
   SELECT s.county_id, s.township_id, pg_temp.key(s.day, 'seat' || s.half, d.k), s.id, d.id, CASE WHEN c < 92 THEN 'present' WHEN c < 97 THEN 'leave' ELSE 'absent' END,
     CASE WHEN c BETWEEN 92 AND 96 THEN '公务' END
   FROM s JOIN d USING (county_id, township_id), LATERAL (SELECT pg_temp.chance(d.k + s.y, 3 + s.half) AS c) chance`,
  `INSERT INTO presidium_member (county_id, township_id, id, name, post, starts_on, ${entry})
   SELECT county_id, township_id, pg_temp.key('2021-12-20', 'presidium', i * 10 + n), '演示成员' || n, CASE n WHEN 1 THEN 'chair' ELSE 'member' END, '2021-12-20',
     ${entered("'2021-12-20'::date", "1")} FROM t, generate_series(1, 9) n, ${author}`,
  `INSERT INTO presidium_meeting (county_id, township_id, id, number, topic, members_total, members_present, ${entry})
   SELECT county_id, township_id, pg_temp.key(day, 'meeting', i), n, '研究代表工作', 9, 8, ${entered("day", "i % 14")}
   FROM t, generate_series(${firstYear}, ${lastYear}) y, generate_series(1, 6) n, LATERAL (SELECT make_date(y, n * 2 - 1, 5 + i % 20) AS day) on_day, ${author}`,
];

const supervision = [
  `CREATE TEMP TABLE a AS SELECT t.*, y, n, (y * 100000 + i * 100 + n)::bigint AS k, make_date(y, (n + 1) / 2, 3 + (i + n * 5) % 24) AS day
   FROM t, generate_series(${firstYear}, ${lastYear}) y, generate_series(1, 24) n`,
  `INSERT INTO activity (county_id, township_id, id, kind, topic, state, report, reported_on, ended_on, ${entry})
   SELECT county_id, township_id, pg_temp.key(day, 'activity', k), CASE WHEN n % 4 = 0 THEN 'lawInspection' ELSE 'inspectionVisit' END, '视察民生项目第' || n || '次',
     'done', '视察报告', day + 5, day, ${entered("day", "n % 13")} FROM a, ${author}`,
  `INSERT INTO activity_participant (county_id, township_id, id, activity_id, deputy_id, role)
   SELECT a.county_id, a.township_id, pg_temp.key(day, 'participant' || p, a.k), pg_temp.key(day, 'activity', a.k),
     pg_temp.key('2021-12-20', 'deputy', a.i * 1000 + (a.n * 7 + p) % ${size.deputiesEach} + 1), CASE p WHEN 1 THEN 'leader' ELSE 'member' END
   FROM a, generate_series(1, 6) p`,
  `INSERT INTO finding (county_id, township_id, id, activity_id, number, description, unit_id, state, notified_on, due_on, rectified_on, verified_on,
     verified_by_deputy_id, closed_on, ${entry})
   SELECT county_id, township_id, pg_temp.key(day, 'finding' || f, k), pg_temp.key(day, 'activity', k), f, '发现的问题' || f,
     pg_temp.key('2021-12-20', 'unit', i * 100 + (n + f) % ${size.unitsEach} + 1), CASE WHEN done THEN 'closed' ELSE 'notified' END, day + 3, day + 63,
     CASE WHEN done THEN day + 40 END, CASE WHEN done THEN day + 50 END,
     CASE WHEN done THEN pg_temp.key('2021-12-20', 'deputy', i * 1000 + (n * 7) % ${size.deputiesEach} + 1) END, CASE WHEN done THEN day + 55 END,
     ${entered("day", "f")}
   FROM a, generate_series(1, 4) f, LATERAL (SELECT day < '2026-08-01' AND pg_temp.chance(k * 4 + f, 7) < 90 AS done) is_done, ${author}`,
];

const suggestions = (eachYear: number): string[] => [
  `CREATE TEMP TABLE g AS SELECT *, day + 4 + pg_temp.chance(k, 1) / 8 AS assigned, day + 50 + pg_temp.chance(k, 2) AS replied, '2026-11-22'::date - day AS age,
     pg_temp.key(day, 'suggestion', k) AS id, pg_temp.chance(k, 5) AS odd, pg_temp.chance(k, 6) AS luck, pg_temp.chance(k, 8) AS lot
   FROM (SELECT t.*, y, n, (y * 1000000 + i * 10000 + n)::bigint AS k,
       make_date(y, 1, 2) + n * CASE WHEN y = ${lastYear} THEN 320 ELSE 360 END / ${eachYear} AS day
     FROM t, generate_series(${firstYear}, ${lastYear}) y, generate_series(1, ${eachYear}) n) numbered`,
  `ALTER TABLE g ADD state text, ADD redo int`,
  `UPDATE g SET redo = CASE WHEN luck >= 95 THEN 1 ELSE 0 END, state = CASE WHEN odd < 2 THEN 'returned' WHEN age < 5 THEN 'submitted' WHEN age < 17 THEN 'checked'
     WHEN age < 30 THEN 'assigned' WHEN age < 50 THEN 'accepted' WHEN age < 151 THEN 'consulted' WHEN age < 170 THEN 'replied' WHEN lot > 90 THEN 'tracking' ELSE 'closed' END`,
  `INSERT INTO suggestion (county_id, township_id, id, year, number, kind, title, content, category, origin, received_on, state, law_ok, content_ok, form_ok,
     checked_on, return_reason, assigned_on, assign_due_on, accepted_on, reply_due_on, first_replied_on, redo_count, redo_due_on, rating_due_on, outcome,
     solved_on, closed_on, voided_at, voided_by, void_reason, ${entry})
   SELECT county_id, township_id, id, y, n, 'suggestion', '关于改善第' || n || '处民生设施的建议', repeat('雨天积水影响出行，建议更换管道并公开进度。', 10),
     (ARRAY['construction','transport','water','agriculture','environment','education','health','welfare'])[1 + n % 8],
     (ARRAY['session','intersession','reception','group','visit'])[1 + n % 5], day, state, true, true, true, day + 2, CASE state WHEN 'returned' THEN '内容不具体' END,
     CASE WHEN at_least_assigned THEN assigned END, day + 15, CASE WHEN at_least_assigned AND age >= 30 THEN assigned + 4 END,
     CASE WHEN at_least_assigned THEN assigned + 90 END, CASE WHEN was_replied THEN replied END, CASE WHEN was_replied THEN redo ELSE 0 END,
     CASE WHEN was_replied AND redo = 1 THEN replied + 30 END, CASE WHEN was_replied THEN replied + 30 END, CASE WHEN state IN ('closed', 'tracking') THEN result END,
     CASE WHEN state = 'closed' AND result = 'A' THEN replied + 20 END, CASE WHEN state = 'closed' THEN replied + 25 END,
     CASE WHEN odd = 99 THEN clock END, CASE WHEN odd = 99 THEN nil END, CASE WHEN odd = 99 THEN '重复登记' END, ${entered("day", "n % 13")}
   FROM g, ${author}, LATERAL (SELECT state NOT IN ('returned', 'submitted', 'checked') AS at_least_assigned,
     state IN ('replied', 'tracking', 'closed') AS was_replied, (ARRAY['A','A','A','A','A','B','B','C','D','E'])[1 + lot % 10] AS result,
     '2026-11-01'::timestamptz AS clock) facts`,
  `INSERT INTO number_series (county_id, township_id, id, kind, year, next)
   SELECT county_id, township_id, gen_random_uuid(), 'suggestion', y, max(n) + 1 FROM g GROUP BY county_id, township_id, y`,
  `INSERT INTO suggestion_signer (county_id, township_id, id, suggestion_id, deputy_id, role, ordinal)
   SELECT county_id, township_id, pg_temp.key(day, 'signer' || p, k), id, pg_temp.key('2021-12-20', 'deputy', i * 1000 + (n * 3 + p * 11) % ${size.deputiesEach} + 1),
     CASE p WHEN 0 THEN 'lead' ELSE 'cosigner' END, p FROM g, generate_series(0, 3) p WHERE p <= n % 4`,
  `INSERT INTO suggestion_unit (county_id, township_id, id, suggestion_id, unit_id, role, accepted_on)
   SELECT county_id, township_id, pg_temp.key(day, 'handler' || p, k), id, pg_temp.key('2021-12-20', 'unit', i * 100 + (n + p * 3) % ${size.unitsEach} + 1),
     CASE p WHEN 0 THEN 'lead' ELSE 'co' END, assigned + 4
   FROM g, generate_series(0, 1) p WHERE p <= n % 2 AND state NOT IN ('returned', 'submitted', 'checked')`,
  `INSERT INTO consultation (county_id, township_id, id, suggestion_id, round, attempt, held_on, method, confirmed_on, confirm_method, confirmed_by_deputy_id)
   SELECT county_id, township_id, pg_temp.key(day, 'consultation' || round, k), id, round, 1, held, 'visit', confirmed, CASE WHEN confirmed IS NOT NULL THEN 'signature' END,
     CASE WHEN confirmed IS NOT NULL THEN pg_temp.key('2021-12-20', 'deputy', i * 1000 + (n * 3) % ${size.deputiesEach} + 1) END
   FROM g, generate_series(1, 2) round, LATERAL (SELECT assigned + round * 12 AS held) h, LATERAL (SELECT CASE WHEN pg_temp.chance(k, 10 + round) < 95 THEN held + 1 END AS confirmed) c
   WHERE state IN ('consulted', 'replied', 'tracking', 'closed')`,
  `INSERT INTO reply (county_id, township_id, id, suggestion_id, attempt, replied_on, due_on, content, written_to_signers)
   SELECT county_id, township_id, pg_temp.key(day, 'reply' || attempt, k), id, attempt, replied + (attempt - 1) * 20, assigned + 90 + (attempt - 1) * 40,
     '已列入年度计划，管道更换完成。', 1 + n % 4
   FROM g, generate_series(1, 2) attempt WHERE state IN ('replied', 'tracking', 'closed') AND attempt <= 1 + redo`,
  `INSERT INTO rating (county_id, township_id, id, suggestion_id, attempt, rating, rated_on, method, deputy_id)
   SELECT county_id, township_id, pg_temp.key(day, 'rating' || attempt, k), id, attempt,
     CASE WHEN luck >= 95 AND attempt = 1 THEN 'unsatisfied' WHEN luck >= 85 THEN 'basic' ELSE 'satisfied' END, replied + (attempt - 1) * 20 + 5, 'phone',
     pg_temp.key('2021-12-20', 'deputy', i * 1000 + (n * 3) % ${size.deputiesEach} + 1)
   FROM g, generate_series(1, 2) attempt WHERE state IN ('tracking', 'closed') AND attempt <= 1 + redo`,
  `UPDATE suggestion SET checked_entered_on = checked_on + number % 13, assigned_entered_on = assigned_on + number % 14,
     accepted_entered_on = accepted_on + 1, closed_entered_on = closed_on + number % 12`,
  `UPDATE consultation SET entered_at = held_on + interval '3 days', confirmed_entered_on = confirmed_on + 2`,
  `UPDATE reply SET entered_at = replied_on + interval '12 days'`,
  `UPDATE rating SET entered_at = rated_on + interval '2 days'`,
  `INSERT INTO promise (county_id, township_id, id, suggestion_id, content, due_on)
   SELECT county_id, township_id, pg_temp.key(day, 'promise', k), id, '明年完成改造', make_date(y + 1, 6, 30) FROM g WHERE state = 'tracking'`,
];

/** What the triggers, which are off, would have kept for the search; the index over it is built at the end, in one go. */
async function fillSearch(admin: Client): Promise<void> {
  const index = "search_entry_grams";
  const { rows } = await admin.query<{ made: string }>("SELECT pg_get_indexdef($1::regclass) AS made", [
    index,
  ]);
  await admin.query(`SET maintenance_work_mem = '512MB'; DROP INDEX ${index}`);
  await admin.query(`
    INSERT INTO search_entry SELECT county_id, township_id, 'suggestion', id, app.search_words(title, content) FROM suggestion
    UNION ALL SELECT county_id, township_id, 'finding', id, app.search_words(description, plan, rectification) FROM finding`);
  await admin.query(rows[0]?.made ?? "");
  await admin.query(`ALTER INDEX ${index} ALTER COLUMN 1 SET STATISTICS 0`);
}

/** Loads the county set by set; the connection is the administrator's, whom no policy holds. */
export async function loadDataset(admin: Client, of: Size): Promise<BenchCounty> {
  const county: BenchCounty = { id: randomUUID(), code: "339901", name: "基准县", townships: [] };
  await admin.query("INSERT INTO county (id, code, name, province) VALUES ($1, $2, $3, 'zhejiang')", [
    county.id,
    county.code,
    county.name,
  ]);
  for (let index = 0; index < size.townships; index += 1) {
    const township = {
      id: randomUUID(),
      code: `${county.code}${100 + index}`,
      name: `基准${index + 1}镇`,
    };
    await admin.query(
      `INSERT INTO township (county_id, id, code, name, short_name, class) VALUES ($1, $2, $3, $4, $4, $5)`,
      [county.id, township.id, township.code, township.name, 1 + (index % 3)],
    );
    county.townships.push(township);
  }
  // References are right by construction; checking a million of them one by one is not what is measured here.
  await admin.query(
    "SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '128MB'",
  );
  await admin.query(functions);
  for (const statement of [...people, ...meetings, ...supervision, ...suggestions(sizes[of])]) {
    await admin.query(statement.replaceAll("$county", admin.escapeLiteral(county.id)));
  }
  await fillSearch(admin);
  await admin.query("VACUUM (ANALYZE)");
  return county;
}

/** Rows of the business records, without their lines. */
export async function countRecords(admin: Client): Promise<Record<string, number>> {
  const tables = ["township", "deputy", "suggestion", "session", "presidium_meeting", "presidium_member"];
  const sums = [...tables, "activity", "finding", "handling_unit"].map(
    (table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`,
  );
  const { rows } = await admin.query<Record<string, number>>(`SELECT ${sums.join(", ")}`);
  return rows[0] ?? {};
}
