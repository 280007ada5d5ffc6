import "server-only";
import type { SidedRows } from "@/server/records/county-rows";
import { recordUses } from "@/domains/records/uses";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { ruleValues } from "@/domains/tenancy/rules/law";
import { addDays, addMonths, type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { datedValues } from "@/server/db/turnout";
import { own, type Seen, type Uses } from "@/server/records/uses";
import { answeredOnOf, carrierOf } from "./data/carried";
import { visitorsTold } from "./data/months";
import { opinionReads, rulesSince } from "./data/opinions";
import { fixedDays } from "./data/stations";
import { reception, station } from "./record";
import { type Received, receivedInYear } from "./rules/stations";

const { sql } = Prisma;
const s = sql`s`;
const o = sql`o`;

const monthOf = ({ now }: Seen): Day => `${dayOf(now).slice(0, 7)}-01`;
/** A township's fixed days of this month and the last are due in it; what lies further back is told by the list of months. */
const dueFrom = (whose: Seen): Day => addMonths(monthOf(whose), -1);
const dueTo = (whose: Seen): Day => addDays(addMonths(monthOf(whose), 1), -1);

export const stationUses: Uses = {
  ...recordUses(station, {
    book: false,
    standing: {
      figures: (whose, { year, on }) => sql`
        SELECT s.township_id, jsonb_build_object('stations', count(*)::int,
          'months', (SELECT count(DISTINCT extract(month FROM h.occurred_on))::int FROM reception h
            WHERE h.county_id = s.county_id AND h.township_id = s.township_id AND h.voided_at IS NULL AND ${visitorsTold(sql`h`)} AND ${inYear(sql`h.occurred_on`, year)})) AS figures
        FROM station s WHERE ${own(whose, s)} AND s.starts_on <= ${on}::date AND coalesce(s.ends_on, ${on}::date) >= ${on}::date
        GROUP BY s.county_id, s.township_id`,
      say: (figures: Received | null, { year }) => receivedInYear(figures, year),
    },
  }),
  /** The fixed days on which nobody was received yet, unless they are due; once somebody was, the reception stands there itself. */
  calendar: (whose, from, to) => sql`
    SELECT 'station' AS type, f.township_id, f.station_id AS id, f.name || '固定接待日' AS title, NULL AS facts, f.fixed_on AS from_on,
      f.fixed_on AS to_on, f.place AS note
    FROM ${fixedDays(whose, from, to)} f
    WHERE NOT f.held AND (${whose.townshipId === null} OR NOT f.fixed_on BETWEEN ${dueFrom(whose)}::date AND ${dueTo(whose)}::date)`,
};

export const receptionUses: Uses = {
  ...recordUses(reception, { book: "visits", deed: { code: "activity" } }),
  due: (whose) =>
    Promise.resolve(sql`
      SELECT 'receptionMissed' AS kind, 'reception' AS type, NULL AS id,
        f.name || extract(month FROM f.month) || '月接待日' AS title, NULL AS facts, NULL AS unit,
        '固定在 ' || to_char(f.fixed_on, 'YYYY-MM-DD') AS note, f.fixed_on AS due_on
      FROM ${fixedDays(whose, dueFrom(whose), dueTo(whose))} f WHERE NOT f.held`),
};

/** Where the way leads to what an opinion became: a petition's page opens for those alone who may see it. */
const led = sql`c.type = 'suggestion' OR (c.type = 'petition' AND current_setting('app.confidential', true) = 'on')`;

export const opinionUses: Uses = {
  ...recordUses(opinionReads, { book: "visits" }),
  /** What became something else waits for that: it is told beside it, and counted there alone by its own day. */
  due: async (whose) => {
    const today = dayOf(whose.now);
    const days = ruleValues(await lawChoiceOf(whose), "opinion.answerDays", rulesSince, today);
    return sql`
      SELECT CASE WHEN c.id IS NULL THEN 'opinionAnswer' ELSE 'opinionCarried' END AS kind,
        CASE WHEN ${led} THEN c.type ELSE 'voterOpinion' END AS type, CASE WHEN ${led} THEN c.id ELSE o.id END AS id,
        o.topic AS title, NULL AS facts, NULL AS unit,
        CASE c.type WHEN 'suggestion' THEN '已转为建议，' WHEN 'petition' THEN '已转为信访件，' END
          || '等它的答复，应于 ' || (o.occurred_on + q.value) || ' 前答复选民' AS note,
        CASE WHEN c.id IS NULL THEN o.occurred_on + q.value END AS due_on
      FROM voter_opinion o JOIN ${datedValues(days)} q (since, until, value) ON o.occurred_on BETWEEN q.since AND q.until
        LEFT JOIN LATERAL ${carrierOf(o)} c ON true
      WHERE ${own(whose, o)} AND ${answeredOnOf(o)} IS NULL`;
  },
};

/** A reception that left something: somebody came and it says about what, or an opinion was entered from it. */
export const receptionSides: SidedRows = (whose, year) => sql`
  SELECT CASE WHEN h.kept THEN 'less' ELSE 'more' END AS side, h.township_id, 'reception' AS type, h.id, h.place || '接待' AS title,
    CASE WHEN h.kept THEN '接待，有来访、有内容' WHEN h.visitors = 0 THEN '接待，没有人来' WHEN h.visitors IS NULL THEN '接待，没有填接待人数'
      ELSE '接待，没有写反映了什么' END AS note, h.occurred_on AS day, NULL AS path
  FROM (SELECT h.*, t.name AS place, coalesce(h.visitors, 0) > 0 AND coalesce(h.note, '') <> '' OR EXISTS (SELECT FROM voter_opinion o
      WHERE o.county_id = h.county_id AND o.township_id = h.township_id AND o.reception_id = h.id AND o.voided_at IS NULL) AS kept
    FROM reception h JOIN station t ON t.county_id = h.county_id AND t.township_id = h.township_id AND t.id = h.station_id
    WHERE ${own(whose, sql`h`)} AND ${inYear(sql`h.occurred_on`, year)}) h`;
