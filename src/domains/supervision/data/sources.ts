import "server-only";
import { appraisalNameSql, appraisalOf } from "@/server/db/appraisal-name";
import { Prisma } from "@/server/db/generated/client";

/** The activity `a` or the appraisal `ap` that a finding comes from, to be joined. @param f the alias of its row */
export const sourceOf = (f: Prisma.Sql): Prisma.Sql => Prisma.sql`
  LEFT JOIN activity a ON a.county_id = ${f}.county_id AND a.township_id = ${f}.township_id AND a.id = ${f}.activity_id
  LEFT JOIN ${appraisalOf(f)}`;

export const findingSource = (f: Prisma.Sql): Prisma.Sql => Prisma.sql`
  jsonb_build_object('type', CASE WHEN ${f}.activity_id IS NULL THEN 'appraisal' ELSE 'activity' END, 'id', coalesce(${f}.activity_id, ${f}.appraisal_id))`;

export const findingTopic = Prisma.sql`coalesce(a.topic, ${appraisalNameSql})`;
