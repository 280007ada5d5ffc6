import "server-only";
import { Prisma } from "@/server/db/generated/client";

/** What the record behind an evidence row `e` is called; `e` is already cut to one page of one township. */
export const titleOf = Prisma.sql`CASE e.record_type
  WHEN 'session' THEN (SELECT t.name || '第' || s.number || '次会议' FROM session s
    JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id
    WHERE s.county_id = e.county_id AND s.township_id = e.township_id AND s.id = e.record_id)
  WHEN 'presidium_meeting' THEN (SELECT coalesce('第' || m.number || '次会议：', '') || m.topic FROM presidium_meeting m
    WHERE m.county_id = e.county_id AND m.township_id = e.township_id AND m.id = e.record_id)
  WHEN 'activity' THEN (SELECT a.topic FROM activity a
    WHERE a.county_id = e.county_id AND a.township_id = e.township_id AND a.id = e.record_id)
  WHEN 'finding' THEN (SELECT '问题' || f.number || '：' || f.description FROM finding f
    WHERE f.county_id = e.county_id AND f.township_id = e.township_id AND f.id = e.record_id)
  WHEN 'suggestion' THEN (SELECT s.year || '年第' || s.number || '号：' || s.title FROM suggestion s
    WHERE s.county_id = e.county_id AND s.township_id = e.township_id AND s.id = e.record_id)
  WHEN 'declaration' THEN (SELECT '声明人 ' || d.entered_by_name FROM none_declaration d
    WHERE d.county_id = e.county_id AND d.township_id = e.township_id AND d.id = e.record_id)
  END`;
