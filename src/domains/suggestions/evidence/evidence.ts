import "server-only";
import { groupsOfDeputy } from "@/domains/deputies/data/group-names";
import { Prisma } from "@/server/db/generated/client";
import { lineEntryDayOf, ofRow, own, withinDays } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";
import { suggestionDated } from "../data/overdue";
import { suggestionLedgers } from "./entries";
import { eachSuggestion, eachUnit } from "./further";
import { suggestionMetrics, suggestionRows, suggestionSums } from "./rows";

const sql = Prisma.sql;
const s = sql`s`;
const l = sql`l`;
const x = sql`x`;

const suggestion = (columns: Prisma.Sql) => sql`SELECT ${columns} FROM suggestion s WHERE ${ofRow(s)}`;
const ofSuggestion = sql`l.county_id = e.county_id AND l.township_id = e.township_id AND l.suggestion_id = e.record_id`;

export const suggestionsEvidence = {
  sources: [
    { metrics: suggestionMetrics, rows: suggestionRows, sums: suggestionSums },
    { metrics: ["M07", "M08", "M26"], rows: eachSuggestion },
    { metrics: ["M09", "M10"], rows: eachUnit },
  ],
  ledgers: suggestionLedgers,
  records: {
    suggestion: {
      title: sql`(${suggestion(sql`s.year || '年第' || s.number || '号：' || s.title`)})`,
      enteredClosed: sql`(${suggestion(sql`s.entered_closed`)})`,
    },
  },
  deciding: {
    C1: suggestion(sql`s.assigned_on AS day, s.assigned_entered_on AS entered`),
    C2: sql`SELECT l.confirmed_on AS day, l.confirmed_entered_on AS entered FROM consultation l
      WHERE ${ofSuggestion} AND l.confirmed_on IS NOT NULL ORDER BY l.confirmed_on DESC LIMIT 1`,
    C3: sql`SELECT l.replied_on AS day, ${lineEntryDayOf(l)} AS entered FROM reply l WHERE ${ofSuggestion} AND l.attempt = 1`,
    C4: suggestion(sql`s.closed_on AS day, s.closed_entered_on AS entered`),
    C5: sql`SELECT l.rated_on AS day, ${lineEntryDayOf(l)} AS entered FROM rating l WHERE ${ofSuggestion}
      ORDER BY l.attempt DESC, l.rated_on DESC, l.id DESC LIMIT 1`,
    C6: sql`SELECT l.replied_on AS day, ${lineEntryDayOf(l)} AS entered FROM reply l WHERE ${ofSuggestion} AND l.attempt > 1
      ORDER BY l.attempt DESC LIMIT 1`,
  },
  owners: {
    group: {
      suggestion: (period) => sql`SELECT x.township_id, x.record_id, m.group_id AS subject_id
        FROM (SELECT s.county_id, s.township_id, s.id AS record_id, s.occurred_on, l.deputy_id FROM suggestion s JOIN suggestion_signer l
            ON l.county_id = s.county_id AND l.township_id = s.township_id AND l.suggestion_id = s.id AND l.role = 'lead'
          WHERE s.id IN (SELECT id FROM suggestion WHERE ${withinDays(sql`occurred_on`, period)})) x
        CROSS JOIN LATERAL ${groupsOfDeputy(x, sql`x.occurred_on`)} m`,
    },
    unit: {
      suggestion: (
        period,
      ) => sql`SELECT DISTINCT township_id, suggestion_id AS record_id, unit_id AS subject_id
        FROM suggestion_unit WHERE ${own(period)} AND role = 'lead' AND ended_on IS NULL`,
      handlingUnit: (period) =>
        sql`SELECT township_id, id AS record_id, id AS subject_id FROM handling_unit WHERE ${own(period)}`,
    },
  },
  dated: suggestionDated,
} as const satisfies SliceEvidence;
