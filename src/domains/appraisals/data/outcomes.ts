import "server-only";
import { recordReads, type Stored } from "@/domains/records/data/reads";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { townshipOf } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { appraisalOutcome } from "../record";
import { noticeOf } from "../rules/notice";

const { sql } = Prisma;

type Receiver = { name: string; superior: string | null };
type More = { receivers: Receiver[]; township: string };

const receivers = sql`(SELECT coalesce(json_agg(x), '[]'::json) FROM (
  SELECT h.name, h.superior FROM appraisal_outcome_unit y JOIN ${unitOf(sql`y`)}
  WHERE y.county_id = r.county_id AND y.township_id = r.township_id AND y.appraisal_outcome_id = r.id ORDER BY y.id) x)`;

function detailOf({ facts, receivers: units, township }: Stored<typeof appraisalOutcome> & More) {
  const superiors = [...new Set(units.flatMap(({ superior }) => superior ?? []))];
  return {
    superiors,
    notice: noticeOf(
      facts,
      township,
      units.map(({ name }) => name),
      superiors,
    ),
  };
}

export const outcomeReads = recordReads<typeof appraisalOutcome, object, ReturnType<typeof detailOf>>(
  appraisalOutcome,
  {
    list: { yearOf: sql`r.year` },
    detail: {
      select: () =>
        sql`, ${receivers} AS receivers, (SELECT t.name FROM (SELECT r.county_id, r.township_id) o JOIN ${townshipOf(sql`o`)}) AS township`,
      tell: detailOf,
    },
  },
);
